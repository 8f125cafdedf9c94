import { useCallback } from 'react'
import { useCodeText } from '../../i18n/answers/use-code-text.ts'
import { useChangeTexts } from '../../i18n/change/use-change-texts.ts'
import { Message } from '../../ui/Message.tsx'
import { DecodedProblem } from '../problem/DecodedProblem.tsx'
import { failureOf } from '../problem/failure.ts'
import { regionDisplayName } from '../resource/region-display-name.ts'
import { ResponseLost } from './sent-once.ts'

/** Why a change is not done, in view as soon as it is known. */
export function ChangeFailure({ error }: { error: unknown }) {
  const show = useCallback((message: HTMLDivElement | null) => message?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <div ref={show}>
      <Reason error={error} />
    </div>
  )
}

function Reason({ error }: { error: unknown }) {
  const t = useChangeTexts().failure
  const codeText = useCodeText()
  if (error instanceof ResponseLost) return <Message intent="warning">{t[error.outcome]}</Message>
  const { code, problem } = failureOf(error)
  if (code === 'ImageVersionChanged') return <Message intent="error">{t.changed}</Message>
  const issues = (problem?.issues ?? []).filter(({ severity }) => severity === 'error')
  if (issues.length === 0) return <DecodedProblem error={error} />
  const texts = issues.map(({ params: { region, ...params }, ...issue }) =>
    codeText({
      ...issue,
      params: { ...params, ...(region !== undefined && { region: regionDisplayName(String(region)) }) },
    }),
  )
  return (
    <Message intent="error" title={t.rejected}>
      {texts.join(' ')}
    </Message>
  )
}
