import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useTexts } from '../i18n/language.ts'
import { Stack } from '../ui/Stack.tsx'
import { ReloadOrCheck } from './ReloadOrCheck.tsx'

/** After so long, in milliseconds, it is said that something might be wrong. */
const slowAfter = 10_000

const useStyles = makeStyles({
  heading: { width: '240px', maxWidth: '60%', height: '32px' },
  line: { height: '20px', maxWidth: '720px' },
  block: { backgroundColor: tokens.colorNeutralStencil1, borderRadius: tokens.borderRadiusMedium },
  title: { margin: 0 },
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
    <Stack gap="L">
      <Stack gap="L" role="status" aria-label={shell.loading}>
        <div className={mergeClasses(styles.block, styles.heading)} />
        <div className={mergeClasses(styles.block, styles.line)} />
        <div className={mergeClasses(styles.block, styles.line)} />
        {isSlow && (
          <Text as="h1" size={400} weight="semibold" className={styles.title}>
            {shell.loadingSlowly}
          </Text>
        )}
      </Stack>
      {isSlow && (
        <Stack row="wrap" gap="S">
          <ReloadOrCheck />
        </Stack>
      )}
    </Stack>
  )
}
