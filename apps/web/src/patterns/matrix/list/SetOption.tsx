import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type DiskEncryptionSet, findingsOf } from '@portal/disk-encryption'
import { labelWithGroup } from '../../resource/resource-label.ts'
import { useWizardTexts } from '../../wizard/texts/use-wizard-texts.ts'
import type { CellState } from '../cell-facts.ts'
import { cellIcons } from '../cell-icons.ts'
import { stateOfSet } from './ordered-sets.ts'

const useStyles = makeStyles({
  option: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '& svg': { gridRow: 'span 3', fontSize: '20px' },
    '& > span': { gridColumn: '2' },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Hover,
    outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '-2px',
  },
  chosen: { fontWeight: tokens.fontWeightSemibold },
  detail: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  ready: { '& svg': { color: tokens.colorStatusSuccessForeground1 } },
  warning: { '& svg': { color: tokens.colorStatusWarningForeground3 } },
  problem: { '& svg': { color: tokens.colorStatusDangerForeground1 } },
  unknown: { '& svg': { color: tokens.colorNeutralForeground3 } },
  empty: {},
})

interface SetOptionProps {
  id: string
  /** undefined: the option that clears the cell */
  set: DiskEncryptionSet | undefined
  /** Azure's own time, ISO 8601 */
  now: string
  /** ID of the image definition: a set of another resource group is named with that group */
  definitionId: string
  isActive: boolean
  isChosen: boolean
  onChoose: () => void
}

/** A set of the list: its state with one line about it, its name and its key. */
export function SetOption({ id, set, now, definitionId, isActive, isChosen, onChoose }: SetOptionProps) {
  const styles = useStyles()
  const { readiness, wizard } = useWizardTexts()
  const t = wizard.encryption
  const found = set === undefined ? 'ready' : stateOfSet(set, now)
  const state: CellState = set === undefined ? 'empty' : found === 'blocked' ? 'problem' : found
  const Icon = cellIcons[state]
  // One that is being read is as high as a ready one: a list that gets shorter slips away from under the pointer.
  const [worst] = set?.facts === undefined || found === 'ready' ? [] : findingsOf(set, now)
  const brief = worst && readiness.briefs[worst.code]?.(worst.params)
  const why = brief === undefined ? undefined : `${readiness.states[found]} · ${brief}`
  return (
    // The field above the list has the focus and handles the keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      tabIndex={-1}
      id={id}
      role="option"
      aria-selected={isChosen}
      aria-current={isActive}
      className={mergeClasses(styles.option, styles[state], isActive && styles.active, isChosen && styles.chosen)}
      onClick={onChoose}
    >
      <Icon aria-hidden />
      <span>{set === undefined ? t.matrix.clear : labelWithGroup(set.id, definitionId)}</span>{' '}
      {set !== undefined && (
        <>
          {/* What keeps it from being ready is more than where its key is, and has a line of its own. */}
          <span className={styles.detail}>
            {why ?? `${readiness.states[found]} · ${keyText(set, t.autoRotation)}`}
          </span>{' '}
          {why !== undefined && <span className={styles.detail}>{keyText(set, t.autoRotation)}</span>}
        </>
      )}
    </div>
  )
}

function keyText(set: DiskEncryptionSet, autoRotation: string): string {
  const key = `${set.keyVaultName} / ${set.keyName}`
  return set.rotationToLatestKeyVersionEnabled ? `${key} · ${autoRotation}` : key
}
