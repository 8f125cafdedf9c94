import { makeStyles, tokens } from '@fluentui/react-components'
import type { ImageVersionPlan, Inventory } from '@portal/image-version'
import { SetReadiness } from '../readiness/SetReadiness.tsx'
import { cellReadiness } from './cell-facts.ts'
import type { Cell } from './matrix.ts'

const useStyles = makeStyles({
  detail: {
    minHeight: '40px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
})

interface CellDetailProps {
  cell: Cell
  /** the cell's name, and its text if no set is chosen */
  label: string
  text: string
  plan: ImageVersionPlan
  inventory: Inventory
  onChooseAnotherSet: (anchor: HTMLElement) => void
}

/** The facts about the active cell, below the matrix. */
export function CellDetail({ cell, plan, inventory, ...props }: CellDetailProps) {
  const styles = useStyles()
  const known = cellReadiness(cell, plan, inventory)
  return (
    <div className={styles.detail}>
      {known === undefined ? (
        props.text
      ) : (
        <SetReadiness
          key={known.set.id}
          label={props.label}
          {...known}
          inventory={inventory}
          onChooseAnotherSet={props.onChooseAnotherSet}
        />
      )}
    </div>
  )
}
