import { useCodeText } from '../i18n/use-code-text.ts'
import { failureOf } from './failure.ts'
import { ProblemMessage } from './ProblemMessage.tsx'

/** A failed write: what Azure's refusal means where that is known, and the general advice where it is not. */
export function DecodedProblem({ error }: { error: unknown }) {
  const codeText = useCodeText()
  const known = failureOf(error).problem?.decoded?.filter(({ code }) => code !== 'Unknown') ?? []
  return <ProblemMessage error={error} meaning={known.length > 0 ? known.map(codeText).join(' ') : undefined} />
}
