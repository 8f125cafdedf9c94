import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ImpactList } from '@portal/disk-encryption'
import { ReadOutOnly } from '../../../../ui/ReadOutOnly.tsx'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import { useKeyImpactTexts } from '../key-impact-texts.ts'
import { listLooks } from '../list-looks.ts'
import type { ChainNode } from './chain.ts'
import { rowHeight } from './curves.ts'
import { useNodeDetail } from './use-node-detail.ts'

const useStyles = makeStyles({
  option: {
    position: 'absolute',
    insetInline: '2px',
    boxSizing: 'border-box',
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalSNudge,
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
  inLineage: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
  },
  selected: { border: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}` },
  texts: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  detail: { color: tokens.colorNeutralForeground2 },
})

interface Props {
  node: ChainNode
  effect: ImpactList | undefined
  /** from 0 */
  place: number
  count: number
  isActive: boolean
  isSelected: boolean
  isInLineage: boolean
  onChoose: (id: string) => void
}

const space = 6

/** One thing of a column, with its mark of the forecast. */
export function NodeOption({ node, effect, place, count, isActive, isSelected, isInLineage, onChoose }: Props) {
  const styles = useStyles()
  const { lists } = useKeyImpactTexts().whatIf
  const { detailOf } = useNodeDetail()
  const detail = detailOf(node)
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the diagram has the keys of all its options
    <div
      role="option"
      aria-selected={isSelected}
      aria-setsize={count}
      aria-posinset={place + 1}
      tabIndex={isActive ? 0 : -1}
      title={[node.label, detail, ...(effect === undefined ? [] : [lists[effect]])].join('\n')}
      className={mergeClasses(styles.option, isInLineage && styles.inLineage, isSelected && styles.selected)}
      style={{ top: place * rowHeight + space / 2, height: rowHeight - space }}
      onClick={() => onChoose(node.id)}
    >
      {effect === undefined ? <span /> : <StateMark list={effect} />}
      <span className={styles.texts}>
        <Text truncate wrap={false}>
          {node.label}
        </Text>
        <Text truncate wrap={false} size={200} className={styles.detail}>
          {detail}
        </Text>
      </span>
    </div>
  )
}

/** The icon of a list of the forecast; its name is read out. */
function StateMark({ list }: { list: ImpactList }) {
  const { lists } = useKeyImpactTexts().whatIf
  return (
    <StateLabel look={listLooks[list]}>
      <ReadOutOnly>{lists[list]}</ReadOutOnly>
    </StateLabel>
  )
}
