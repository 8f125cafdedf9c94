import { makeStyles, tokens } from '@fluentui/react-components'
import type { ImageVersionPlan, Inventory } from '@portal/image-version'
import { shows } from '../../ui/shows.ts'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { SetReadiness } from '../key-health/SetReadiness.tsx'
import { labelWithGroup } from '../resource/resource-label.ts'
import { useWizardTexts } from '../wizard/texts/use-wizard-texts.ts'
import { cellReadiness } from './cell-facts.ts'
import { setIdOf, setsFor, type Cell } from './matrix.ts'

const useStyles = makeStyles({
  notes: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
})

interface RowNotesProps {
  /** of one row */
  cells: Cell[]
  plan: ImageVersionPlan
  inventory: Inventory
  /** in its row, and in full */
  nameOf: (cell: Cell) => string
  labelOf: (cell: Cell) => string
  onChooseAnotherSet: (cell: Cell) => void
  /** a note is gone that had the focus */
  onGone: () => void
}

/** What the sets of a row lack, each set once with its cells: nothing if all are ready. */
export function RowNotes({ cells, plan, inventory, nameOf, labelOf, onChooseAnotherSet, onGone }: RowNotesProps) {
  const styles = useStyles()
  const t = useWizardTexts().wizard.encryption
  const bySet = [...Map.groupBy(cells, (cell) => `${setIdOf(plan, cell)} ${cell.disk.isConfidential}`).values()]
  const needy = bySet.flatMap((group) => {
    const [first] = group
    const known = first && cellReadiness(first, plan, inventory)
    if (first === undefined || known === undefined) return []
    const { findings } = known.readiness
    const isNeedy = findings.some(
      (finding) => finding.state === 'blocked' || finding.state === 'warning' || 'repair' in finding,
    )
    return isNeedy ? [{ group, first, ...known }] : []
  })
  const [lacking] = cells.filter((cell) => setsFor(cell).length === 0 && setIdOf(plan, cell) === '')
  const isLacking =
    lacking !== undefined && inventory.mayReadDiskEncryptionSets !== false && !lacking.disk.isConfidential
  if (needy.length === 0 && !isLacking) return null
  return (
    <div role="gridcell" aria-colindex={cells.length + 2} className={styles.notes}>
      {isLacking && (
        <span {...shows('no-set-here')}>
          <StateLabel look="failed">
            {t.noSetHere(lacking.region.displayName, t.shortTypes[plan.encryptionType])}
          </StateLabel>
        </span>
      )}
      {needy.map(({ group, first, set, readiness }) => (
        <SetReadiness
          key={set.id}
          label={group.map(labelOf).join(', ')}
          about={`${group.map(nameOf).join(', ')} · ${labelWithGroup(set.id, plan.imageDefinitionId)}`}
          set={set}
          readiness={readiness}
          inventory={inventory}
          onChooseAnotherSet={() => onChooseAnotherSet(first)}
          onGone={onGone}
        />
      ))}
    </div>
  )
}
