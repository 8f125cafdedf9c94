import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { DotShape } from './DotShape.tsx'
import type { DotRing, DotTone } from './map-dot-look.ts'

const useStyles = makeStyles({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: '20px max-content minmax(24px, max-content)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: '6px',
  },
  row: { display: 'contents' },
  count: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
})

/** A line of the legend: a sign of the map, its meaning, and how many regions have it. */
export interface MapSign {
  name: string
  tone: DotTone
  fill: number
  ring: DotRing
  count: string
}

/** The signs of the map. Hidden from screen readers, which have the table. */
export function MapLegend({ signs }: { signs: readonly MapSign[] }) {
  const styles = useStyles()
  return (
    <ul aria-hidden className={styles.list}>
      {signs.map(({ name, count, ...shape }) => (
        <li key={name} className={styles.row}>
          <svg viewBox="-17 -17 34 34" width="20" height="20">
            <DotShape {...shape} />
          </svg>
          <Text size={200}>{name}</Text>
          <Text size={200} className={styles.count}>
            {count}
          </Text>
        </li>
      ))}
    </ul>
  )
}
