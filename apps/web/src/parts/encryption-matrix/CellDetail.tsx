import { makeStyles, tokens } from '@fluentui/react-components'
import type { ImageVersionPlan, Inventory } from '@portal/image-version'
import { SetReadiness } from '../readiness/SetReadiness.tsx'
import { labelWithGroup } from '../resource/resource-label.ts'
import { cellReadiness } from './cell-facts.ts'
import type { Cell } from './matrix.ts'

const useStyles = makeStyles({
  // As tall for every cell, so that nothing moves on the way through them: what is longer scrolls.
  detail: {
    boxSizing: 'border-box',
    height: '140px',
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    '@media (max-width: 639px)': { height: '232px' },
  },
  text: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

interface CellDetailProps {
  cell: Cell
  /** the cell's name, and its text if no set is chosen */
  label: string
  text: string
  plan: ImageVersionPlan
  inventory: Inventory
  onChooseAnotherSet: () => void
}

/** The facts about the active cell, below the matrix. */
export function CellDetail({ cell, plan, inventory, ...props }: CellDetailProps) {
  const styles = useStyles()
  const known = cellReadiness(cell, plan, inventory)
  return (
    <div className={styles.detail}>
      {known === undefined ? (
        <span className={styles.text}>{props.text}</span>
      ) : (
        <SetReadiness
          key={known.set.id}
          label={props.label}
          {...known}
          name={labelWithGroup(known.set.id, plan.imageDefinitionId)}
          inventory={inventory}
          onChooseAnotherSet={props.onChooseAnotherSet}
        />
      )}
    </div>
  )
}
