import { Field, makeStyles, ProgressBar } from '@fluentui/react-components'
import { useFormats } from '../../../../i18n/formats.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { useCopyTexts } from '../../texts/copy-texts.ts'
import { shareOfCopy, type CopyInProgress } from './take-copy.ts'

const useStyles = makeStyles({ unread: { margin: 0, paddingLeft: '20px' } })

interface CopyStateProps {
  copy: CopyInProgress
  isReading: boolean
  error: Error | undefined
  /** what becomes of it after a stop */
  stopped: string
}

/** What has been read, and what could not be. */
export function CopyState({ copy, isReading, error, stopped }: CopyStateProps) {
  const styles = useStyles()
  const t = useCopyTexts()
  const { number } = useFormats()
  const size = t.megabytes(number(Math.ceil(copy.bytes / 100_000) / 10))
  const { part } = copy
  const unread = (['keys', 'states', 'locks', 'roleAssignments'] as const).flatMap((what) => {
    const count = copy.unread.get(what)
    return count === undefined ? [] : [t.unread[what](number(count))]
  })
  return (
    <>
      {part === 'done' ? (
        <Message intent="success" title={t.done}>
          {t.doneBody(number(copy.lines), size)}
        </Message>
      ) : (
        <Field
          label={t.progress(t.parts[part], number(copy.skip), number(copy.total))}
          hint={t.readSoFar(number(copy.lines), size)}
        >
          <ProgressBar value={shareOfCopy(copy)} />
        </Field>
      )}
      {part !== 'done' && !isReading && <Message intent="warning">{error ? t.interrupted : stopped}</Message>}
      {error && <ProblemMessage error={error} />}
      {unread.length > 0 && (
        <Message intent="warning" title={t.unreadTitle}>
          <ul className={styles.unread}>
            {unread.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Message>
      )}
    </>
  )
}
