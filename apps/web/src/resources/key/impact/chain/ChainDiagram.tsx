import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react'
import { Quiet } from '../../../../ui/Quiet.tsx'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import { useWidth } from '../../../../ui/use-width.ts'
import { ImpactLink } from '../ImpactLink.tsx'
import { useKeyImpactTexts } from '../key-impact-texts.ts'
import { listLooks } from '../list-looks.ts'
import { chainColumns, lineageOf, type Chain, type ChainColumn, type ChainNode } from './chain.ts'
import { ColumnList } from './ColumnList.tsx'
import { curvesOf, indexesOf, rowHeight, type ColumnView } from './curves.ts'
import type { Effects } from './effects.ts'
import { nextNode } from './next-node.ts'
import { useNodeDetail } from './use-node-detail.ts'

const fewestRows = 5
const mostRows = 9
const gap = 40

const useStyles = makeStyles({
  diagram: { position: 'relative' },
  columns: { display: 'grid', gridTemplateColumns: 'repeat(5, minmax(0, 1fr))', columnGap: `${gap}px` },
  // Over the headings' height, beside the lists only.
  curves: { position: 'absolute', insetInlineStart: 0, bottom: 0, width: '100%', pointerEvents: 'none' },
  curve: { fill: 'none', stroke: tokens.colorNeutralStroke1, strokeWidth: tokens.strokeWidthThin },
  highlighted: { stroke: tokens.colorBrandStroke1, strokeWidth: tokens.strokeWidthThick },
})

interface Props {
  chain: Chain
  effects: Effects
  /** id of the node whose chain is highlighted */
  selected: string | undefined
  onSelect: (id: string | undefined) => void
}

/** Columns from the key to the machines, with curves between what is in view. */
export function ChainDiagram({ chain, effects, selected, onSelect }: Props) {
  const styles = useStyles()
  const t = useKeyImpactTexts().chain
  const { root, width } = useWidth()
  const [scrolled, setScrolled] = useState<Record<ChainColumn, number>>(notScrolled)
  const [active, setActive] = useState(() => startingNode(chain, selected)?.id)
  const [moves, setMoves] = useState(0)
  const longest = Math.max(...chainColumns.map((column) => chain.columns[column].length))
  const height = Math.min(Math.max(longest, fewestRows), mostRows) * rowHeight
  const node = selected === undefined ? undefined : chain.byId.get(selected)
  const lineage = useMemo(() => (node === undefined ? new Set<string>() : lineageOf(chain, node.id)), [chain, node])
  const curves = useMemo(() => curvesOf(chain, viewsOf(width, scrolled), height), [chain, width, scrolled, height])

  // Only a key moves the focus; the thing is rendered by then.
  useEffect(() => {
    if (moves > 0)
      root.current?.querySelector<HTMLElement>('[tabindex="0"][role="option"]')?.focus({ preventScroll: true })
  }, [moves, root])

  function onKeyDown(event: KeyboardEvent) {
    const at = active === undefined ? undefined : chain.byId.get(active)
    if (at === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onSelect(at.id === selected ? undefined : at.id)
      return
    }
    const next = nextNode(chain, at, event.key)
    if (next === undefined) return
    event.preventDefault()
    show(next)
    setActive(next.id)
    setMoves(moves + 1)
  }

  function show({ id, column }: ChainNode) {
    const top = (indexesOf(chain).get(id) ?? 0) * rowHeight
    const from = scrolled[column]
    const to = Math.min(Math.max(from, top + rowHeight - height), top)
    if (to !== from) setScrolled({ ...scrolled, [column]: to })
  }

  return (
    <>
      <div ref={root} className={styles.diagram}>
        <svg aria-hidden className={styles.curves} height={height}>
          {[...curves]
            .sort((one, other) => Number(isIn(one)) - Number(isIn(other)))
            .map((curve) => (
              <path
                key={`${curve.from} ${curve.to}`}
                d={curve.path}
                className={mergeClasses(styles.curve, isIn(curve) && styles.highlighted)}
              />
            ))}
        </svg>
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the options inside have the focus */}
        <div className={styles.columns} onKeyDown={onKeyDown}>
          {chainColumns.map((column) => (
            <ColumnList
              key={column}
              column={column}
              chain={chain}
              effects={effects}
              height={height}
              scrollTop={scrolled[column]}
              onScroll={(top) => setScrolled((before) => ({ ...before, [column]: top }))}
              active={active}
              selected={selected}
              lineage={lineage}
              onChoose={(id) => {
                setActive(id)
                onSelect(id === selected ? undefined : id)
              }}
            />
          ))}
        </div>
      </div>
      <Quiet size={200}>{t.keys}</Quiet>
      <SelectedNode node={node} effects={effects} />
    </>
  )

  function isIn({ from, to }: { from: string; to: string }): boolean {
    return lineage.has(from) && lineage.has(to)
  }
}

const notScrolled: Record<ChainColumn, number> = { key: 0, set: 0, version: 0, disk: 0, machine: 0 }

function startingNode(chain: Chain, selected: string | undefined): ChainNode | undefined {
  const known = selected === undefined ? undefined : chain.byId.get(selected)
  return known ?? chainColumns.flatMap((column) => chain.columns[column].slice(0, 1))[0]
}

function viewsOf(width: number, scrolled: Record<ChainColumn, number>): Record<ChainColumn, ColumnView> {
  const each = (width - gap * (chainColumns.length - 1)) / chainColumns.length
  const view = (column: ChainColumn): ColumnView => {
    const left = chainColumns.indexOf(column) * (each + gap)
    return { scrollTop: scrolled[column], left, right: left + each }
  }
  return { key: view('key'), set: view('set'), version: view('version'), disk: view('disk'), machine: view('machine') }
}

const useSelectedNodeStyles = makeStyles({
  // Its place is kept while nothing is selected.
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    minHeight: '32px',
  },
  name: { overflowWrap: 'anywhere' },
})

/** What is selected, in full, with the way to its page. */
function SelectedNode({ node, effects }: { node: ChainNode | undefined; effects: Effects }) {
  const styles = useSelectedNodeStyles()
  const { chain: t, forecast } = useKeyImpactTexts()
  const { detailOf } = useNodeDetail()
  const effect = node && effects.get(node.id)
  return (
    <div className={styles.root} role="status">
      {node && (
        <>
          <Text weight="semibold" className={styles.name}>
            {node.label}
          </Text>
          {node.kind !== 'deletedVersion' && <Text>{t.kind[node.kind]}</Text>}
          <Text>{detailOf(node)}</Text>
          {effect && <StateLabel look={listLooks[effect]}>{forecast.lists[effect]}</StateLabel>}
          {node.kind !== 'key' && (
            <ImpactLink id={node.resourceId} kind={node.kind}>
              {t.openPage}
            </ImpactLink>
          )}
        </>
      )}
    </div>
  )
}
