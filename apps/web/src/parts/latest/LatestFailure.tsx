import { useCodeText } from '../../i18n/answers/use-code-text.ts'
import { useLatestTexts } from '../../i18n/image-versions/use-latest-texts.ts'
import { Message } from '../../ui/Message.tsx'
import { failureOf } from '../problem/failure.ts'
import { ProblemMessage } from '../problem/ProblemMessage.tsx'
import { regionDisplayName } from '../resource/region-display-name.ts'

/** Why what latest gives was not changed. */
export function LatestFailure({ error }: { error: unknown }) {
  const t = useLatestTexts()
  const codeText = useCodeText()
  const { code, problem } = failureOf(error)
  const issues = problem?.issues ?? []
  if (code === 'ImageVersionChanged') return <Message intent="error">{t.changed}</Message>
  if (issues.length === 0) return <ProblemMessage error={error} />
  const texts = issues.map(({ params: { region, ...params }, ...issue }) =>
    codeText({
      ...issue,
      params: { ...params, ...(region !== undefined && { region: regionDisplayName(String(region)) }) },
    }),
  )
  return <Message intent="error">{`${t.rejected} ${texts.join(' ')}`}</Message>
}
