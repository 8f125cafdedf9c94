import { makeStyles, Skeleton, SkeletonItem } from '@fluentui/react-components'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTexts } from '../../../i18n/language.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { TileFrame, type TileFrameProps } from '../../../ui/TileFrame.tsx'
import { tileSizes } from './tile-sizes.ts'

const useStyles = makeStyles({
  body: { minWidth: 0 },
  row: { display: 'flex', flexDirection: 'column', justifyContent: 'center', rowGap: '6px' },
  name: { width: '60%' },
  detail: { width: '35%' },
})

interface TileProps<T> extends Omit<TileFrameProps, 'children' | 'isBusy'> {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>
  /** of its content, in pixels: loading, empty or full, a tile has one size, so that nothing moves */
  height: number
  /** of each row while it loads, in pixels */
  rowHeight?: number
  children: (data: T) => ReactNode
}

/** One thing to know on Home, which loads and fails by itself. */
export function Tile<T>({ query, height, rowHeight = tileSizes.row, children, ...frame }: TileProps<T>) {
  const styles = useStyles()
  const { shell } = useTexts()
  const { data, error, refetch } = query
  const hasFailed = error !== null && data === undefined
  const isLoading = data === undefined && !hasFailed
  return (
    <TileFrame {...frame} isBusy={isLoading}>
      <div className={styles.body} style={{ minHeight: height }}>
        {hasFailed && <ProblemMessage error={error} onRetry={() => void refetch()} />}
        {isLoading && (
          <Skeleton aria-label={shell.loading}>
            {Array.from({ length: Math.floor(height / rowHeight) }, (_, index) => (
              <div key={index} className={styles.row} style={{ height: rowHeight }}>
                <SkeletonItem size={16} className={styles.name} />
                <SkeletonItem size={12} className={styles.detail} />
              </div>
            ))}
          </Skeleton>
        )}
        {data !== undefined && children(data)}
      </div>
    </TileFrame>
  )
}
