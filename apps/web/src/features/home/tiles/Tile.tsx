import { makeStyles, mergeClasses } from '@fluentui/react-components'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemMessage } from '../../../parts/problem/ProblemMessage.tsx'
import { TileFrame, type TileFrameProps } from '../../../ui/TileFrame.tsx'
import { TileSkeleton } from './TileSkeleton.tsx'

const useStyles = makeStyles({
  body: { minWidth: 0 },
  scrolls: { overflowY: 'auto' },
})

interface TileProps<T> extends Omit<TileFrameProps, 'children' | 'isBusy'> {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>
  /** of its content, in pixels: loading, empty, full or failed, a tile has one size, so that nothing moves */
  height: number
  /** of each row while it loads, in pixels */
  rowHeight?: number
  children: (data: T) => ReactNode
}

/** One thing to know on Home, which loads and fails by itself. */
export function Tile<T>({ query, height, rowHeight, children, ...frame }: TileProps<T>) {
  const styles = useStyles()
  const { data, error, refetch } = query
  const hasFailed = error !== null && data === undefined
  const isLoading = data === undefined && !hasFailed
  return (
    <TileFrame {...frame} isBusy={isLoading}>
      <div
        className={mergeClasses(styles.body, hasFailed && styles.scrolls)}
        style={{ [hasFailed ? 'height' : 'minHeight']: height }}
      >
        {hasFailed && <ProblemMessage error={error} onRetry={() => void refetch()} />}
        {isLoading && <TileSkeleton height={height} rowHeight={rowHeight} />}
        {data !== undefined && children(data)}
      </div>
    </TileFrame>
  )
}
