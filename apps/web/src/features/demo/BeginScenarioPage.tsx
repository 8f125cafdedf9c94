import { Spinner } from '@fluentui/react-components'
import { beginScenario, type Scenario } from '@portal/portal-api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useLocation, useParams } from 'wouter'
import { call } from '../../api/portal-client.ts'
import { scenariosQuery } from '../../api/queries.ts'
import { signIn } from '../../auth/authentication.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { chooseScenario, tourId } from '../../demo/chosen-scenario.ts'
import { planOfScenario } from '../../demo/scenario-draft.ts'
import { scenarioPath } from '../../demo/scenario-path.ts'
import { imageVersionDraft, startedPreparation } from '../../drafts/image-version-drafts.ts'
import { useDemoTexts } from '../../i18n/portal/use-demo-texts.ts'
import { ProblemMessage } from '../../parts/problem/ProblemMessage.tsx'
import { demoStartPath, paths } from '../../paths.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { RouteButton } from '../../ui/RouteLink.tsx'

/** Begins the scenario of the address: as its person, with what it needs as at first, and with its draft ready. */
export function BeginScenarioPage() {
  const t = useDemoTexts()
  const { scenario: id } = useParams<{ scenario: string }>()
  const user = useSignedIn()
  const scenarios = useQuery(scenariosQuery(user))
  const scenario = scenarios.data?.find((one) => one.id === id)
  return (
    <>
      <PageHeader title={scenario ? t.scenarios[scenario.id].title : t.scenariosTitle} crumbs={[]} />
      {scenarios.error !== null ? (
        <ProblemMessage error={scenarios.error} onRetry={() => void scenarios.refetch()} />
      ) : scenarios.data === undefined ? (
        <Spinner label={t.scenario.beginning} />
      ) : scenario === undefined ? (
        <EmptyState
          icon={null}
          title={t.scenario.unknown}
          action={<RouteButton href={paths.scenarios}>{t.scenario.all}</RouteButton>}
        />
      ) : (
        <Beginning key={scenario.id} scenario={scenario} />
      )}
    </>
  )
}

function Beginning({ scenario }: { scenario: Scenario }) {
  const t = useDemoTexts()
  const { account } = useSignedIn()
  const queryClient = useQueryClient()
  const [, navigate] = useLocation()
  const begin = useMutation({
    mutationFn: () => call(beginScenario, { id: scenario.id }),
    onSuccess() {
      const plan = planOfScenario(scenario)
      if (plan !== undefined) {
        startedPreparation(account.key, plan.imageDefinitionId).remove()
        imageVersionDraft(account.key, plan.imageDefinitionId).save({ plan, batchSize: null })
      }
      // What an earlier try left is not shown for a moment either.
      queryClient.clear()
      chooseScenario(scenario.id)
      navigate(scenarioPath(scenario), { replace: true })
    },
  })
  const start = useEffectEvent(() => {
    if (account.username === scenario.persona) begin.mutate()
    else void signIn({ loginHint: scenario.persona, returnTo: demoStartPath(scenario.id) })
  })
  useEffect(() => start(), [])
  useEffect(() => {
    // Its first card comes with Home, not after it.
    if (scenario.id === tourId) void import('../../demo/tour/Tour.tsx')
  }, [scenario.id])
  return begin.error === null ? (
    <Spinner label={t.scenario.beginning} />
  ) : (
    <ProblemMessage error={begin.error} onRetry={() => begin.mutate()} />
  )
}
