import { makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components'
import type { UseQueryResult } from '@tanstack/react-query'
import { useId, type ReactNode } from 'react'
import { ProblemMessage } from '../../../parts/problem/ProblemMessage.tsx'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { TileSkeleton } from './TileSkeleton.tsx'

const useStyles = makeStyles({
  tile: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    minWidth: 0,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalL },
  },
  wide: { '@media (min-width: 960px)': { gridColumn: 'span 2' } },
  head: {
    display: 'flex',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  heading: { margin: 0 },
  link: { whiteSpace: 'nowrap', fontSize: tokens.fontSizeBase200 },
  body: { minWidth: 0 },
  scrolls: { overflowY: 'auto' },
})

interface TileProps<T> {
  title: string
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>
  /** of its content, in pixels: loading, empty, full or failed, a tile has one size, so that nothing moves */
  height: number
  /** of each row while it loads, in pixels */
  rowHeight?: number
  /** where there is more of it; its text says of what */
  more?: { href: string; text: string }
  isWide?: boolean
  children: (data: T) => ReactNode
}

/** One thing to know on Home, which loads and fails by itself. */
export function Tile<T>({ title, query, height, rowHeight, more, isWide = false, children }: TileProps<T>) {
  const styles = useStyles()
  const headingId = useId()
  const { data, error, refetch } = query
  const hasFailed = error !== null && data === undefined
  return (
    <section
      aria-labelledby={headingId}
      aria-busy={data === undefined && !hasFailed}
      className={mergeClasses(styles.tile, isWide && styles.wide)}
    >
      <div className={styles.head}>
        <Subtitle2 as="h2" id={headingId} className={styles.heading}>
          {title}
        </Subtitle2>
        {more !== undefined && (
          <RouteLink href={more.href} className={styles.link}>
            {more.text}
          </RouteLink>
        )}
      </div>
      <div
        className={mergeClasses(styles.body, hasFailed && styles.scrolls)}
        style={{ [hasFailed ? 'height' : 'minHeight']: height }}
      >
        {hasFailed && <ProblemMessage error={error} onRetry={() => void refetch()} />}
        {data === undefined && !hasFailed && <TileSkeleton height={height} rowHeight={rowHeight} />}
        {data !== undefined && children(data)}
      </div>
    </section>
  )
}
