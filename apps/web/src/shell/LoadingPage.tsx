import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useTexts } from '../i18n/language.ts'
import { ReloadOrCheck } from './ReloadOrCheck.tsx'

/** After so long, in milliseconds, it is said that something might be wrong. */
const slowAfter = 10_000

const useStyles = makeStyles({
  heading: { width: '240px', maxWidth: '60%', height: '32px' },
  line: { height: '20px', maxWidth: '720px' },
  root: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
  block: { backgroundColor: tokens.colorNeutralStencil1, borderRadius: tokens.borderRadiusMedium },
  title: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

/**
 * A placeholder of a loading page, which after ten seconds says what to do. Plain boxes: Fluent's skeleton is loaded
 * with the page itself.
 */
export function LoadingPage() {
  const styles = useStyles()
  const { shell } = useTexts()
  const [isSlow, setIsSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), slowAfter)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={styles.root}>
      <div className={styles.root} role="status" aria-label={shell.loading}>
        <div className={mergeClasses(styles.block, styles.heading)} />
        <div className={mergeClasses(styles.block, styles.line)} />
        <div className={mergeClasses(styles.block, styles.line)} />
        {isSlow && (
          <Text as="h1" size={400} weight="semibold" className={styles.title}>
            {shell.loadingSlowly}
          </Text>
        )}
      </div>
      {isSlow && (
        <div className={styles.actions}>
          <ReloadOrCheck />
        </div>
      )}
    </div>
  )
}
