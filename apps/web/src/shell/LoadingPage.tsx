import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useTexts } from '../i18n/language.ts'

const useStyles = makeStyles({
  heading: { width: '240px', maxWidth: '60%', height: '32px' },
  line: { height: '20px', maxWidth: '720px' },
  root: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
  block: { backgroundColor: tokens.colorNeutralStencil1, borderRadius: tokens.borderRadiusMedium },
})

/** A placeholder of a loading page. Plain boxes: Fluent's skeleton is loaded with the page itself. */
export function LoadingPage() {
  const styles = useStyles()
  const { shell } = useTexts()
  return (
    <div className={styles.root} role="status" aria-label={shell.loading}>
      <div className={mergeClasses(styles.block, styles.heading)} />
      <div className={mergeClasses(styles.block, styles.line)} />
      <div className={mergeClasses(styles.block, styles.line)} />
    </div>
  )
}
