import { useCodeText } from '../../../i18n/answers/use-code-text.ts'
import { useRevocationTexts } from '../../../i18n/revocation/use-revocation-texts.ts'
import { failureOf } from '../../../parts/problem/failure.ts'
import { ProblemMessage } from '../../../parts/problem/ProblemMessage.tsx'
import { Message } from '../../../ui/Message.tsx'
import { ResponseLost } from './sent-revocation.ts'

/** Why a revocation or its undoing is not done. */
export function RevocationFailure({ error }: { error: unknown }) {
  const t = useRevocationTexts().failure
  const codeText = useCodeText()
  if (error instanceof ResponseLost) return <Message intent="warning">{t[error.outcome]}</Message>
  const { code, problem } = failureOf(error)
  if (code === 'ImageVersionChanged') return <Message intent="error">{t.changed}</Message>
  const issues = (problem?.issues ?? []).filter(({ severity }) => severity === 'error')
  if (issues.length > 0)
    return (
      <Message intent="error" title={t.rejected}>
        {issues.map(codeText).join(' ')}
      </Message>
    )
  return <ProblemMessage error={error} />
}
