import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Region } from '@portal/disk-encryption'
import type { RegionPlace } from '@portal/portal-api'
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { DotShape } from './DotShape.tsx'
import { MapSheet } from './MapSheet.tsx'
import { nearestDot } from './nearest-dot.ts'
import { mapSize, type Point } from './projection.ts'
import { useDotPoints } from './use-dot-points.ts'

const useStyles = makeStyles({
  // So wide that dots are 24 px from each other, the least that a finger can tell apart (WCAG 2.5.8).
  scroller: { overflowX: 'auto' },
  sheet: { '@media (pointer: coarse)': { minWidth: '900px' } },
  dot: { cursor: 'pointer', outlineStyle: 'none', ':focus-visible > circle:first-child': { strokeOpacity: 1 } },
  fixed: { cursor: 'not-allowed' },
  // larger than what is seen, so that it is hit; and the mark of the focus
  reach: {
    fill: 'transparent',
    stroke: tokens.colorStrokeFocus2,
    strokeWidth: '4',
    strokeOpacity: 0,
    ':hover': { fill: tokens.colorNeutralBackground1Hover },
  },
  told: { pointerEvents: 'none' },
  back: { fill: tokens.colorNeutralBackground1, stroke: tokens.colorNeutralStroke1, strokeWidth: '2' },
  name: { fill: tokens.colorNeutralForeground1, fontSize: '24px' },
})

/** Of two dots at least, in the map's units: a finger or a pointer hits one of them. */
const distance = 38

interface RegionMapChoiceProps {
  label: string
  places: readonly RegionPlace[]
  regions: readonly Region[]
  chosen: readonly string[]
  /** can't be removed */
  home: string
  /** no more regions can be chosen */
  isFull: boolean
  onToggle: (name: string, isChosen: boolean) => void
}

/**
 * A map on which regions are chosen: by pointer, or with the arrow keys and Space. One dot is in the tab order. For
 * fingers it is larger than a narrow window, and begins with the home region in the middle.
 * https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#kbd_roving_tabindex
 */
export function RegionMapChoice(props: RegionMapChoiceProps) {
  const styles = useStyles()
  const { label, places, regions, chosen, home, isFull, onToggle } = props
  const { points } = useDotPoints(
    places,
    regions.map(({ name }) => name),
    { distance },
  )
  const group = useRef<SVGGElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const homeX = points.get(home)?.[0]
  useLayoutEffect(() => {
    const { current } = scroller
    if (!current || homeX === undefined) return
    current.scrollLeft = (homeX / mapSize.width) * current.scrollWidth - current.clientWidth / 2
  }, [homeX])
  const [current, setCurrent] = useState(home)
  const [pointed, setPointed] = useState<string>()
  const inTabOrder = points.has(current) ? current : [...points.keys()][0]
  const toggle = (name: string) => {
    const isChosen = chosen.includes(name)
    if (name !== home && (isChosen || !isFull)) onToggle(name, !isChosen)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nearestDot(points, current, event.key)
    if (next === undefined && event.key !== ' ' && event.key !== 'Enter') return
    event.preventDefault()
    if (next === undefined) return toggle(current)
    setCurrent(next)
    group.current?.querySelector<SVGGElement>(`[data-region="${next}"]`)?.focus()
  }
  const told = regions.find(({ name }) => name === pointed)
  return (
    <div ref={scroller} className={styles.scroller}>
      <div className={styles.sheet}>
        <MapSheet label={label} isGroup>
          <g ref={group} onKeyDown={onKeyDown}>
            {regions.map(({ name, displayName }) => {
              const at = points.get(name)
              return (
                at && (
                  <ChoiceDot
                    key={name}
                    name={name}
                    displayName={displayName}
                    at={at}
                    isChosen={name === home || chosen.includes(name)}
                    isFixed={name === home || (isFull && !chosen.includes(name))}
                    isInTabOrder={name === inTabOrder}
                    onPoint={setPointed}
                    onFocus={setCurrent}
                    onToggle={toggle}
                  />
                )
              )
            })}
          </g>
          {told && <DotName at={points.get(told.name)} text={told.displayName} />}
        </MapSheet>
      </div>
    </div>
  )
}

interface ChoiceDotProps {
  name: string
  displayName: string
  at: Point
  isChosen: boolean
  isFixed: boolean
  isInTabOrder: boolean
  onPoint: (name: string | undefined) => void
  onFocus: (name: string) => void
  onToggle: (name: string) => void
}

function ChoiceDot(props: ChoiceDotProps) {
  const { name, displayName, at, isChosen, isFixed, isInTabOrder, onPoint, onFocus, onToggle } = props
  const styles = useStyles()
  return (
    <g
      role="checkbox"
      aria-checked={isChosen}
      aria-disabled={isFixed}
      aria-label={displayName}
      tabIndex={isInTabOrder ? 0 : -1}
      data-region={name}
      transform={`translate(${at[0].toFixed(1)} ${at[1].toFixed(1)})`}
      className={mergeClasses(styles.dot, isFixed && styles.fixed)}
      onClick={() => onToggle(name)}
      onPointerEnter={() => onPoint(name)}
      onPointerLeave={() => onPoint(undefined)}
      onFocus={() => {
        onFocus(name)
        onPoint(name)
      }}
      onBlur={() => onPoint(undefined)}
    >
      <circle r="18" className={styles.reach} />
      <DotShape tone={isChosen ? 'done' : 'waiting'} fill={isChosen ? 100 : 0} ring="none" />
    </g>
  )
}

/** The name of the region at the pointer or the focus, towards the middle of the map. */
function DotName({ at, text }: { at: Point | undefined; text: string }) {
  const styles = useStyles()
  if (at === undefined) return null
  const [x, y] = at
  // A letter is half as wide as it is high.
  const width = text.length * 12.5 + 20
  const left = x > 1000 ? x - 24 - width : x + 24
  return (
    <g aria-hidden className={styles.told}>
      <rect x={left} y={y - 20} width={width} height="40" rx="8" className={styles.back} />
      <text x={left + width / 2} y={y + 8} textAnchor="middle" className={styles.name}>
        {text}
      </text>
    </g>
  )
}
