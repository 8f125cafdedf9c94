import { makeStyles, Skeleton, SkeletonItem } from '@fluentui/react-components'
import type { UseQueryResult } from '@tanstack/react-query'
import { createContext, useContext, type ReactNode } from 'react'
import { useTexts } from '../../../i18n/language.ts'
import type { Texts } from '../../../i18n/shared-texts.en.ts'
import { failureOf, titleOf } from '../../../patterns/problem/failure.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { Quiet } from '../../../ui/Quiet.tsx'
import { TileFrame, type TileFrameProps } from '../../../ui/TileFrame.tsx'
import { useHomeTexts } from '../home-texts.ts'
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

type Reading = Pick<UseQueryResult, 'data' | 'error'>

/** Why several parts of Home couldn't be read: the page says it once, in their place. */
export const SharedCauses = createContext<ReadonlySet<string>>(new Set())

/** Why a part of Home couldn't be read; undefined if it could, or is being read. */
export function causeOf({ data, error }: Reading, texts: Texts): string | undefined {
  return error === null || data !== undefined ? undefined : titleOf(failureOf(error), texts)
}

/** Whether the page says why a part of it couldn't be read. */
export function useIsQuiet(query: Reading): boolean {
  const cause = causeOf(query, useTexts())
  return useContext(SharedCauses).has(cause ?? '')
}

/** One thing to know on Home, which loads and fails by itself. */
export function Tile<T>({ query, height, rowHeight = tileSizes.row, children, ...frame }: TileProps<T>) {
  const styles = useStyles()
  const { shell } = useTexts()
  const { unread } = useHomeTexts()
  const isQuiet = useIsQuiet(query)
  const { data, error, refetch } = query
  const hasFailed = error !== null && data === undefined
  const isLoading = data === undefined && !hasFailed
  return (
    <TileFrame {...frame} isBusy={isLoading}>
      <div className={styles.body} style={{ minHeight: height }}>
        {hasFailed &&
          (isQuiet ? <Quiet>{unread}</Quiet> : <ProblemMessage error={error} onRetry={() => void refetch()} />)}
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
