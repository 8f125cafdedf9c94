import { makeStyles, Skeleton, SkeletonItem } from '@fluentui/react-components'
import { useTexts } from '../../../i18n/language.ts'
import { tileSizes } from './tile-sizes.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexDirection: 'column', justifyContent: 'center', rowGap: '6px' },
  name: { width: '60%' },
  detail: { width: '35%' },
})

/** The rows of a tile while they are on their way. */
export function TileSkeleton({
  height,
  rowHeight = tileSizes.row,
}: {
  height: number
  rowHeight?: number | undefined
}) {
  const styles = useStyles()
  const { shell } = useTexts()
  return (
    <Skeleton aria-label={shell.loading}>
      {Array.from({ length: Math.floor(height / rowHeight) }, (_, index) => (
        <div key={index} className={styles.row} style={{ height: rowHeight }}>
          <SkeletonItem size={16} className={styles.name} />
          <SkeletonItem size={12} className={styles.detail} />
        </div>
      ))}
    </Skeleton>
  )
}
