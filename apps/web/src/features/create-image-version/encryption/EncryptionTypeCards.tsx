import { makeStyles, mergeClasses, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { customerKeyObstacle, encryptionType, type EncryptionType } from '@portal/image-version'
import { useWizardTexts } from '../../../i18n/image-versions/use-wizard-texts.ts'
import { ConceptHelp } from '../../../parts/concept-help/ConceptHelp.tsx'
import type { TabProps } from '../tabs.ts'

const useStyles = makeStyles({
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
    alignItems: 'stretch',
    gap: tokens.spacingHorizontalM,
  },
  card: {
    position: 'relative',
    display: 'flex',
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  open: {
    ':hover': { border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1Hover}` },
  },
  chosen: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorCompoundBrandStroke}`,
    // A second line inside the first, which moves nothing.
    boxShadow: `inset 0 0 0 ${tokens.strokeWidthThin} ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { border: `${tokens.strokeWidthThin} solid ${tokens.colorCompoundBrandStrokeHover}` },
    // Forced colors have neither the shadow nor the background.
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-3px' },
  },
  unsupported: { backgroundColor: tokens.colorNeutralBackground2 },
  // The whole card is the radio button's label.
  radio: { display: 'flex', width: '100%', alignItems: 'start' },
  label: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    alignSelf: 'stretch',
    paddingRight: tokens.spacingHorizontalM,
    fontWeight: tokens.fontWeightSemibold,
  },
  besideHelp: { paddingRight: '36px' },
  hint: { color: tokens.colorNeutralForeground3 },
  help: { position: 'absolute', top: tokens.spacingVerticalS, right: tokens.spacingHorizontalS },
})

const types = encryptionType.options

interface EncryptionTypeCardsProps extends Pick<TabProps, 'plan' | 'inventory'> {
  onChoose: (type: EncryptionType) => void
}

/** The types of encryption, each a card that says what it is, or why it can't be chosen for this version. */
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
      className={styles.cards}
      value={plan.encryptionType}
      onChange={(_, data) => {
        const chosen = types.find((type) => type === data.value)
        if (chosen !== undefined) onChoose(chosen)
      }}
    >
      {types.map((type) => {
        const unsupported = type === 'EncryptionAtRestWithPlatformKey' ? undefined : obstacle
        const hasHelp = type === 'EncryptionAtRestWithPlatformAndCustomerKeys'
        return (
          <div
            key={type}
            className={mergeClasses(
              styles.card,
              unsupported === undefined ? styles.open : styles.unsupported,
              type === plan.encryptionType && styles.chosen,
            )}
          >
            <Radio
              value={type}
              disabled={unsupported !== undefined}
              className={styles.radio}
              label={{
                className: mergeClasses(styles.label, hasHelp && styles.besideHelp),
                children: (
                  <>
                    {t.types[type]}{' '}
                    <Text size={200} className={styles.hint}>
                      {unsupported === undefined ? t.typeHints[type] : t.unsupported[unsupported]}
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
