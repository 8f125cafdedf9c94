import { Skeleton, SkeletonItem, makeStyles, tokens } from '@fluentui/react-components'
import { useTexts } from '../../i18n/language.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  row: {
    display: 'grid',
    gridTemplateColumns: '220px minmax(0, 480px)',
    columnGap: tokens.spacingHorizontalL,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXS },
  },
  label: { width: '120px' },
})

/** The shape of the Basics tab while Azure is read. */
export function WizardSkeleton() {
  const styles = useStyles()
  const loading = useTexts().shell.loading
  return (
    <Skeleton aria-label={loading} className={styles.form}>
      {Array.from({ length: 8 }, (_, row) => (
        <div key={row} className={styles.row}>
          <SkeletonItem size={20} className={styles.label} />
          <SkeletonItem size={32} />
        </div>
      ))}
    </Skeleton>
  )
}
