import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useId, useLayoutEffect, useRef } from 'react'
import { useFormats } from '../../../../i18n/formats.ts'
import { useKeyImpactTexts } from '../key-impact-texts.ts'
import type { Chain, ChainColumn } from './chain.ts'
import { inView, placesOf, rowHeight } from './curves.ts'
import type { Effects } from './effects.ts'
import { NodeOption } from './NodeOption.tsx'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', minWidth: 0 },
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
  const places = placesOf(chain)
  useLayoutEffect(() => {
    if (scroller.current !== null && Math.abs(scroller.current.scrollTop - scrollTop) > 1)
      scroller.current.scrollTop = scrollTop
  }, [scrollTop])
  const at = active === undefined ? undefined : chain.byId.get(active)
  const shown = inView(nodes, scrollTop, height)
  const rendered = at?.column === column && !shown.includes(at) ? [...shown, at] : shown
  return (
    <div className={styles.column}>
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
                place={places.get(node.id) ?? 0}
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
    </div>
  )
}
