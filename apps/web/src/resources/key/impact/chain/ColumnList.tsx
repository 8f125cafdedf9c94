import { makeStyles, Text, tokens, mergeClasses } from '@fluentui/react-components'
import type { ImpactList } from '@portal/disk-encryption'
import { useId, useLayoutEffect, useRef } from 'react'
import { useFormats } from '../../../../i18n/formats.ts'
import { ReadOutOnly } from '../../../../ui/ReadOutOnly.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import { useKeyImpactTexts } from '../key-impact-texts.ts'
import { listLooks } from '../list-looks.ts'
import type { Chain, ChainColumn, ChainNode } from './chain.ts'
import { inView, indexesOf, rowHeight } from './curves.ts'
import type { Effects } from './effects.ts'
import { useNodeDetail } from './use-node-detail.ts'

const useStyles = makeStyles({
  // Two lines in Italian.
  heading: { minHeight: '44px', display: 'flex', alignItems: 'end', paddingBottom: tokens.spacingVerticalXS },
  scroller: {
    position: 'relative',
    overflowY: 'auto',
    boxSizing: 'border-box',
    scrollbarWidth: 'thin',
    overscrollBehavior: 'contain',
  },
  empty: { display: 'block', paddingTop: tokens.spacingVerticalS, color: tokens.colorNeutralForeground3 },
})

interface Props {
  column: ChainColumn
  chain: Chain
  effects: Effects
  height: number
  scrollTop: number
  onScroll: (top: number) => void
  /** id of what the keyboard is at */
  active: string | undefined
  selected: string | undefined
  lineage: ReadonlySet<string>
  onChoose: (id: string) => void
}

/** One column: of thousands only those in view, and the one that the keyboard is at. */
export function ColumnList(props: Props) {
  const { column, chain, effects, height, scrollTop, onScroll, active, selected, lineage, onChoose } = props
  const styles = useStyles()
  const t = useKeyImpactTexts().chain
  const { number } = useFormats()
  const headingId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const nodes = chain.columns[column]
  const indexes = indexesOf(chain)
  useLayoutEffect(() => {
    if (scroller.current !== null && Math.abs(scroller.current.scrollTop - scrollTop) > 1)
      scroller.current.scrollTop = scrollTop
  }, [scrollTop])
  const at = active === undefined ? undefined : chain.byId.get(active)
  const shown = inView(nodes, scrollTop, height)
  const rendered = at?.column === column && !shown.includes(at) ? [...shown, at] : shown
  return (
    <Stack shrinks>
      <div className={styles.heading}>
        <Text id={headingId} size={200} weight="semibold">
          {t.count(t.kinds[column], number(nodes.length))}
        </Text>
      </div>
      <div
        ref={scroller}
        className={styles.scroller}
        style={{ height }}
        onScroll={({ currentTarget }) => onScroll(currentTarget.scrollTop)}
      >
        {nodes.length === 0 ? (
          <Text className={styles.empty}>{t.empty}</Text>
        ) : (
          <div role="listbox" aria-labelledby={headingId} style={{ height: nodes.length * rowHeight }}>
            {rendered.map((node) => (
              <NodeOption
                key={node.id}
                node={node}
                effect={effects.get(node.id)}
                index={indexes.get(node.id) ?? 0}
                count={nodes.length}
                isActive={node.id === active}
                isSelected={node.id === selected}
                isInLineage={lineage.has(node.id)}
                onChoose={onChoose}
              />
            ))}
          </div>
        )}
      </div>
    </Stack>
  )
}

const useNodeOptionStyles = makeStyles({
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
  detail: { color: tokens.colorNeutralForeground2 },
})

interface NodeOptionProps {
  node: ChainNode
  effect: ImpactList | undefined
  /** from 0 */
  index: number
  count: number
  isActive: boolean
  isSelected: boolean
  isInLineage: boolean
  onChoose: (id: string) => void
}

const space = 6

/** One thing of a column, with its mark of the forecast. */
function NodeOption({ node, effect, index, count, isActive, isSelected, isInLineage, onChoose }: NodeOptionProps) {
  const styles = useNodeOptionStyles()
  const { lists } = useKeyImpactTexts().forecast
  const { detailOf } = useNodeDetail()
  const detail = detailOf(node)
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the diagram has the keys of all its options
    <div
      role="option"
      aria-selected={isSelected}
      aria-setsize={count}
      aria-posinset={index + 1}
      tabIndex={isActive ? 0 : -1}
      title={[node.label, detail, ...(effect === undefined ? [] : [lists[effect]])].join('\n')}
      className={mergeClasses(styles.option, isInLineage && styles.inLineage, isSelected && styles.selected)}
      style={{ top: index * rowHeight + space / 2, height: rowHeight - space }}
      onClick={() => onChoose(node.id)}
    >
      {effect === undefined ? <span /> : <StateMark list={effect} />}
      <Stack as="span" shrinks>
        <Text truncate wrap={false}>
          {node.label}
        </Text>
        <Text truncate wrap={false} size={200} className={styles.detail}>
          {detail}
        </Text>
      </Stack>
    </div>
  )
}

/** The icon of a list of the forecast; its name is read out. */
function StateMark({ list }: { list: ImpactList }) {
  const { lists } = useKeyImpactTexts().forecast
  return (
    <StateLabel look={listLooks[list]}>
      <ReadOutOnly>{lists[list]}</ReadOutOnly>
    </StateLabel>
  )
}
