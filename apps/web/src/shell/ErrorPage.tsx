import { makeStyles, mergeClasses, Text, Title2, tokens } from '@fluentui/react-components'
import { useEffect } from 'react'
import { useTexts } from '../i18n/language.ts'
import { failureOf, titleOf } from '../patterns/problem/failure.ts'
import { ReloadOrCheck } from './ReloadOrCheck.tsx'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    rowGap: '16px',
    maxWidth: '720px',
    paddingTop: '32px',
    paddingBottom: '32px',
  },
  whole: { paddingLeft: '24px', paddingRight: '24px' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
})

interface Props {
  error: unknown
  /** whether it replaces the bars and the navigation too */
  isWhole?: boolean
}

/** Replaces a page that can't be shown at all. It needs little, because anything might have failed to load. */
export function ErrorPage({ error, isWhole = false }: Props) {
  const styles = useStyles()
  const texts = useTexts()
  const { problems, failure, product } = texts
  const failed = failureOf(error)
  const { code, correlationId } = failed

  useEffect(() => {
    document.title = product
  }, [product])

  const content = (
    <div className={mergeClasses(styles.root, isWhole && styles.whole)} role="alert">
      <Title2 as="h1" className={styles.title}>
        {titleOf(failed, texts)}
      </Title2>
      <Text>{problems[code].advice}</Text>
      {correlationId && (
        <Text size={200} className={styles.quiet}>
          {failure.correlationId}: {correlationId}
        </Text>
      )}
      <ReloadOrCheck isMain />
    </div>
  )
  return isWhole ? <main>{content}</main> : content
}
