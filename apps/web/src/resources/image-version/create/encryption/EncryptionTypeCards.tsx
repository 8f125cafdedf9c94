import { makeStyles, mergeClasses, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { encryptionType, type EncryptionType } from '@portal/disk-encryption'
import { customerKeyObstacle } from '@portal/version-rules'
import { ConceptHelp } from '../../../../patterns/concept-help/ConceptHelp.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import type { TabProps } from '../tabs.ts'

const useStyles = makeStyles({
  // One row of segments, as high as two lines of Azure's words.
  types: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    alignItems: 'stretch',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  type: { position: 'relative', display: 'flex' },
  // Between two segments, beside or below each other.
  later: {
    borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    '@media (max-width: 639px)': {
      borderLeft: 'none',
      borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    // Forced colors have no background.
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-3px' },
  },
  unsupported: { backgroundColor: tokens.colorNeutralBackground2 },
  // The whole segment is the radio button's label.
  radio: { display: 'flex', width: '100%', alignItems: 'start', '& .fui-Radio__indicator': { marginBlock: '4px' } },
  label: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    alignSelf: 'stretch',
    paddingTop: '2px',
    paddingBottom: '2px',
    paddingRight: tokens.spacingHorizontalS,
  },
  name: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  words: { color: tokens.colorNeutralForeground2 },
  help: { position: 'absolute', top: 0, right: 0 },
})

const types = encryptionType.options

interface EncryptionTypeCardsProps extends Pick<TabProps, 'plan' | 'inventory'> {
  onChoose: (type: EncryptionType) => void
}

/** The types of encryption in Azure's words, and why one can't be chosen for this version. */
export function EncryptionTypeCards({ plan, inventory, onChoose, ...field }: EncryptionTypeCardsProps) {
  const styles = useStyles()
  const t = useWizardTexts().wizard.encryption
  const obstacle = customerKeyObstacle(plan, inventory)
  return (
    <RadioGroup
      // What the field adds: the id of its message.
      {...field}
      aria-label={t.type}
      required
      className={styles.types}
      value={plan.encryptionType}
      onChange={(_, data) => {
        const chosen = types.find((type) => type === data.value)
        if (chosen !== undefined) onChoose(chosen)
      }}
    >
      {types.map((type, at) => {
        const unsupported = type === 'EncryptionAtRestWithPlatformKey' ? undefined : obstacle
        const hasHelp = type === 'EncryptionAtRestWithPlatformAndCustomerKeys'
        return (
          <div
            key={type}
            className={mergeClasses(
              styles.type,
              at > 0 && styles.later,
              unsupported !== undefined && styles.unsupported,
              type === plan.encryptionType && styles.chosen,
            )}
          >
            <Radio
              value={type}
              disabled={unsupported !== undefined}
              className={styles.radio}
              label={{
                className: styles.label,
                children: (
                  <>
                    <span className={styles.name}>{t.shortTypes[type]}</span>{' '}
                    <Text size={200} className={styles.words}>
                      {t.types[type]}
                      {unsupported !== undefined && `. ${t.unsupported[unsupported]}`}
                    </Text>
                  </>
                ),
              }}
            />
            {hasHelp && (
              <span className={styles.help}>
                <ConceptHelp concept="doubleEncryption" />
              </span>
            )}
          </div>
        )
      })}
    </RadioGroup>
  )
}
