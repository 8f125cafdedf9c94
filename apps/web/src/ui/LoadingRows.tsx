import { makeStyles, Skeleton, SkeletonItem } from '@fluentui/react-components'
import { useTexts } from '../i18n/language.ts'

const useStyles = makeStyles({
  rows: { display: 'flex', flexDirection: 'column', rowGap: '12px', paddingTop: '12px', paddingBottom: '12px' },
})

/** The place of rows that are on their way, at the height they will have, so that nothing jumps. */
export function LoadingRows({ rows = 3, height = 20 }: { rows?: number; height?: 16 | 20 | 24 | 32 | 48 }) {
  const styles = useStyles()
  const { shell } = useTexts()
  return (
    <Skeleton className={styles.rows} aria-label={shell.loading}>
      {Array.from({ length: rows }, (_, index) => (
        <SkeletonItem key={index} size={height} />
      ))}
    </Skeleton>
  )
}
