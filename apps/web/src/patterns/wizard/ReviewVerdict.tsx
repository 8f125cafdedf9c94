import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { isBlocking, type Issue, type IssuePath } from '@portal/image-version'
import type { ReactNode } from 'react'
import { useCodeText } from '../../i18n/answers/use-code-text.ts'
import { Message } from '../../ui/Message.tsx'
import { shows } from '../../ui/shows.ts'
import { useWizardTexts } from './texts/use-wizard-texts.ts'

const useStyles = makeStyles({
  issues: { margin: `${tokens.spacingVerticalS} 0 0`, paddingLeft: tokens.spacingHorizontalL },
})

interface ReviewVerdictProps<Id extends string> {
  issues: Issue[]
  /** all that the form still needs; by default, the blocking issues */
  toDo?: number
  /** something other than an issue prevents it, and is shown elsewhere */
  isDenied?: boolean
  tabOf: (path: IssuePath) => Id
  labels: Record<Id, string>
  onGoTo: (tab: Id, path: IssuePath) => void
  /** one warning more, which is no issue of a field */
  warning?: ReactNode
  /** a risk that has its own message, above: then the validation is not said to have passed */
  risk?: ReactNode
}

/** The issues of the whole plan, with a link to each. */
export function ReviewVerdict<Id extends string>({
  issues,
  toDo: given,
  isDenied = false,
  warning,
  risk,
  ...list
}: ReviewVerdictProps<Id>) {
  const t = useWizardTexts().wizard.review
  const errors = issues.filter(isBlocking)
  const toDo = given ?? new Set(errors.map(({ path }) => path.join('/'))).size
  const warnings = issues.filter((issue) => !isBlocking(issue))
  const count = warnings.length + (warning === undefined ? 0 : 1)
  return (
    <>
      {risk}
      {errors.length === 0 && !isDenied && !risk && (
        <div {...shows('validation-passed')}>
          <Message intent="success" title={t.passed}>
            {t.passedHint}
          </Message>
        </div>
      )}
      {toDo > 0 && (
        <Message intent="error" title={t.failed(toDo)}>
          {errors.length > 0 && <IssueList {...list} issues={errors} />}
        </Message>
      )}
      {count > 0 && (
        <Message intent="warning" title={t.warnings(count)}>
          {warning}
          {warnings.length > 0 && <IssueList {...list} issues={warnings} />}
        </Message>
      )}
    </>
  )
}

/** With thousands of cells, this many issues are enough. */
const listed = 20

function IssueList<Id extends string>({
  issues,
  tabOf,
  labels,
  onGoTo,
}: Omit<ReviewVerdictProps<Id>, 'isDenied' | 'warning' | 'risk' | 'toDo'>) {
  const styles = useStyles()
  const t = useWizardTexts().wizard.review
  const codeText = useCodeText()
  return (
    <ul className={styles.issues}>
      {issues.slice(0, listed).map((issue) => {
        const tab = tabOf(issue.path)
        return (
          <li key={JSON.stringify([issue.code, issue.path])} {...shows(issue.code)}>
            {codeText(issue)}{' '}
            <Link as="button" inline onClick={() => onGoTo(tab, issue.path)}>
              {t.goTo(labels[tab])}
            </Link>
          </li>
        )
      })}
      {issues.length > listed && <li>{t.more(issues.length - listed)}</li>}
    </ul>
  )
}
