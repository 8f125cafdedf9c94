import { makeStyles, tokens } from '@fluentui/react-components'
import type { RegionPlace } from '@portal/portal-api'
import { memo, useMemo, useState } from 'react'
import { dotLabels, type DotLabel } from './dot-labels.ts'
import { DotShape } from './DotShape.tsx'
import type { MapDotFacts } from './map-dot-look.ts'
import { MapSheet } from './MapSheet.tsx'
import type { Point } from './projection.ts'
import { useDotPoints } from './use-dot-points.ts'

const useStyles = makeStyles({
  name: {
    fill: tokens.colorNeutralForeground1,
    // legible on land, sea, and coast
    stroke: tokens.colorNeutralBackground2,
    strokeWidth: '5',
    strokeLinejoin: 'round',
    paintOrder: 'stroke',
    fontSize: '22px',
  },
})

/** The distance of two dots at least, in the map's units. */
const distance = 32
/** More names than this would be a crowd. */
const mostNames = 16

interface RegionMapProps {
  /** what the map shows, for screen readers: a table or list has its content */
  label: string
  places: readonly RegionPlace[]
  dots: readonly MapDotFacts[]
  /** shows only the part of the world around the dots, on a small sheet */
  isZoomed?: boolean
}

/** A map with a dot for each region. Its content is in a table or list as well. */
export function RegionMap({ label, places, dots, isZoomed = false }: RegionMapProps) {
  const names = dots.map(({ name }) => name)
  const { points, view } = useDotPoints(places, names, { distance, isZoomed })
  const labels = useLabels(points, dots, view.width)
  return (
    <MapSheet label={label} view={view}>
      {dots.map(({ name, ...facts }) => {
        const point = points.get(name)
        return point && <Dot key={name} x={point[0]} y={point[1]} at={labels.get(name)} {...facts} />
      })}
    </MapSheet>
  )
}

function useLabels(
  points: ReadonlyMap<string, Point>,
  dots: readonly MapDotFacts[],
  width: number,
): ReadonlyMap<string, DotLabel> {
  const texts = dots.map(({ name, label }) => `${name}\t${label}`).join('\n')
  return useMemo(() => {
    const labels = new Map(texts.split('\n').map((line) => [line.split('\t')[0], line.split('\t')[1] ?? '']))
    const names = [...points.keys()]
    if (names.length > mostNames) return new Map<string, DotLabel>()
    const found = dotLabels(
      [...points.values()],
      names.map((name) => labels.get(name) ?? ''),
      width,
    )
    return new Map(names.flatMap((name, index) => (found[index] ? [[name, found[index]]] : [])))
  }, [points, texts, width])
}

interface DotProps extends Omit<MapDotFacts, 'name'> {
  x: number
  y: number
  at: DotLabel | undefined
}

// A poll changes a few of sixty.
const Dot = memo(function Dot({ x, y, at, label, title, ...shape }: DotProps) {
  const styles = useStyles()
  // Only then is it shown, and found as a text of the page.
  const [isPointed, setPointed] = useState(false)
  return (
    <g>
      <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`} onPointerEnter={() => setPointed(true)}>
        {isPointed && <title>{title}</title>}
        <DotShape {...shape} />
      </g>
      {at && (
        <text x={at.x} y={at.y} textAnchor={at.anchor} className={styles.name}>
          {label}
        </text>
      )}
    </g>
  )
})
