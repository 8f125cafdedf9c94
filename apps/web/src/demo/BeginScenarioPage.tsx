import { Spinner, Text } from '@fluentui/react-components'
import { beginScenario, type Scenario, type Person } from '@portal/portal-api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { demoQuery, removedByScenarioQuery, scenariosQuery } from '../api/account-reads.ts'
import { call } from '../api/portal-client.ts'
import { useRead } from '../api/use-read.ts'
import { cameBackFromRedirect, signIn } from '../auth/authentication.ts'
import { useSignedIn } from '../auth/use-authentication.ts'
import { imageVersionDraft, startedPreparation } from '../drafts/image-version-drafts.ts'
import { useLanguage } from '../i18n/language.ts'
import { demoPanelPath, demoStartPath } from '../paths.ts'
import { ProblemMessage } from '../patterns/problem/ProblemMessage.tsx'
import { resourceLabel } from '../patterns/resource/resource-label.ts'
import { ConfirmDialog } from '../ui/dialog/ConfirmDialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RouteButton } from '../ui/RouteLink.tsx'
import { agreeToBegin, beginningOf, forgetAgreement, type Beginning } from './beginning.ts'
import { chooseScenario, tourId, useChosenScenario } from './chosen-scenario.ts'
import { jobTitle } from './job-title.ts'
import { draftLost, resourcesLost } from './losses.ts'
import { planOfScenario } from './scenario-draft.ts'
import { scenarioPath } from './scenario-path.ts'
import { useDemoTexts } from './texts/demo-texts.ts'

/**
 * Begins the scenario of the address: as its person, with what it needs as at first, and with its draft ready. It asks
 * first where the user would lose something: anyone can link to it.
 */
export function BeginScenarioPage() {
  const t = useDemoTexts()
  const { scenario: id } = useParams<{ scenario: string }>()
  const scenarios = useRead(scenariosQuery)
  const scenario = scenarios.data?.find((one) => one.id === id)
  return (
    <>
      <PageHeader title={scenario ? t.scenarios[scenario.id].title : t.panel.scenarios} crumbs={[]} />
      {scenarios.error !== null ? (
        <ProblemMessage error={scenarios.error} onRetry={() => void scenarios.refetch()} />
      ) : scenarios.data === undefined ? (
        <Spinner label={t.scenario.beginning} />
      ) : scenario === undefined ? (
        <EmptyState
          icon={null}
          title={t.scenario.unknown}
          action={<RouteButton href={demoPanelPath}>{t.scenario.all}</RouteButton>}
        />
      ) : (
        <AskedBeginning key={scenario.id} scenario={scenario} scenarios={scenarios.data} />
      )}
    </>
  )
}

/** Asks first, if the user would lose something or become someone else. */
function AskedBeginning({ scenario, scenarios }: { scenario: Scenario; scenarios: readonly Scenario[] }) {
  const t = useDemoTexts()
  const user = useSignedIn()
  const { account } = user
  const [, navigate] = useLocation()
  const [beginning] = useState(() => beginningOf(scenario.id))
  const isPersona = account.username === scenario.persona
  const chosen = useChosenScenario()
  // On the way by someone's link, nothing is taken for the scenario's own.
  const running = beginning === 'link' ? undefined : scenarios.find(({ id }) => id === chosen?.id)
  const [draft] = useState(() => (isPersona ? draftLost(scenario, account.key, running) : undefined))
  const isAgreed = beginning === 'agreed' || beginning === 'presenter'
  const removed = useRead(removedByScenarioQuery, { id: scenario.id }, { enabled: !isAgreed })
  const asksPerson = beginning === 'link' && !isPersona && !cameBackFromRedirect()
  const world = useRead(demoQuery, {}, { enabled: asksPerson })
  const [hasBegun, setBegun] = useState(false)
  // Before the effect below it, which agrees to the next sign-in.
  useLayoutEffect(() => forgetAgreement(), [])

  if (hasBegun || beginning === 'presenter') return <Begin scenario={scenario} beginning={beginning} />
  const error = removed.error ?? world.error
  if (error !== null)
    return <ProblemMessage error={error} onRetry={() => void Promise.all([removed.refetch(), world.refetch()])} />
  if ((!isAgreed && removed.data === undefined) || (asksPerson && world.data === undefined))
    return <Spinner label={t.scenario.beginning} />
  const lost = resourcesLost(scenario, removed.data ?? [], running)
  const people = asksPerson ? world.data?.people : []
  if (draft === undefined && lost.length === 0 && !asksPerson)
    return <Begin scenario={scenario} beginning={beginning} />
  return (
    <BeginQuestion
      draft={draft}
      removed={lost}
      person={people?.find(({ userPrincipalName }) => userPrincipalName === scenario.persona)}
      onKeep={() => navigate(demoPanelPath, { replace: true })}
      onBegin={() => setBegun(true)}
    />
  )
}

function Begin({ scenario, beginning }: { scenario: Scenario; beginning: Beginning }) {
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
        imageVersionDraft(account.key, plan.imageDefinitionId).prepare({ plan, batchSize: null })
      }
      // What an earlier try left is not shown for a moment either.
      queryClient.clear()
      chooseScenario(scenario.id)
      navigate(scenarioPath(scenario), { replace: true })
    },
  })
  const start = useEffectEvent(() => {
    if (account.username === scenario.persona) begin.mutate()
    else {
      agreeToBegin(scenario.id, beginning)
      void signIn({ loginHint: scenario.persona, returnTo: demoStartPath(scenario.id) })
    }
  })
  useEffect(() => start(), [])
  useEffect(() => {
    // Its first card comes with Home, not after it.
    if (scenario.id === tourId) void import('./tour/Tour.tsx').catch(() => undefined)
  }, [scenario.id])
  return begin.error === null ? (
    <Spinner label={t.scenario.beginning} />
  ) : (
    <ProblemMessage error={begin.error} onRetry={() => begin.mutate()} />
  )
}

interface Props {
  /** ID of the version that the user's draft is of, or of its definition; undefined if none would be replaced */
  draft: string | undefined
  /** IDs of what would be deleted */
  removed: readonly string[]
  /** who would be signed in; undefined if that is so already, or was said before */
  person: Person | undefined
  onKeep: () => void
  onBegin: () => void
}

/** Asks before a scenario begins and something of the user is lost, or someone else is signed in. */
function BeginQuestion({ draft, removed, person, onKeep, onBegin }: Props) {
  const t = useDemoTexts().begin
  const language = useLanguage()
  const facts = [
    ...(draft === undefined ? [] : [t.draft(resourceLabel(draft))]),
    ...(removed.length === 0 ? [] : [t.deleted(removed.map(resourceLabel).join(', '))]),
    ...(person ? [t.person(person.displayName, jobTitle(person, language))] : []),
  ]
  const title =
    draft !== undefined ? t.replaceTitle : removed.length > 0 ? t.deleteTitle : t.personTitle(person?.displayName ?? '')
  return (
    <ConfirmDialog
      title={title}
      actions={[
        { label: t.keep, onClick: onKeep },
        { label: t.confirm, onClick: onBegin },
      ]}
      onDismiss={onKeep}
      isAlert
    >
      {facts.map((fact) => (
        <Text key={fact} block>
          {fact}
        </Text>
      ))}
    </ConfirmDialog>
  )
}
