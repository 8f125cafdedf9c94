import type { MultifactorAuthentication, ResponseOf, getSignIn } from '@portal/portal-api'
import type { UseQueryResult } from '@tanstack/react-query'
import { usePrerequisiteTexts } from '../../i18n/portal/use-prerequisite-texts.ts'
import { ProblemMessage } from '../../parts/problem/ProblemMessage.tsx'
import { StateLabel, type StateLook } from '../../ui/StateLabel.tsx'

const looks: Record<MultifactorAuthentication, StateLook> = { used: 'done', notUsed: 'waiting', unknown: 'unknown' }

/** Whether this sign-in had multifactor authentication, as far as Azure's token says, and what happens otherwise. */
export function SignInStrength({ query }: { query: UseQueryResult<ResponseOf<typeof getSignIn>> }) {
  const t = usePrerequisiteTexts().multifactor
  if (query.isError) return <ProblemMessage error={query.error} onRetry={() => void query.refetch()} />
  const state = query.data?.multifactorAuthentication
  return state && <StateLabel look={looks[state]}>{t.states[state]}</StateLabel>
}
