import { Button, makeStyles, Spinner, Text, tokens, type MessageBarIntent } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons'
import type { MultifactorAuthentication, Subscription, Registration } from '@portal/portal-api'
import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { signInQuery } from '../../../api/account-reads.ts'
import { galleriesQuery } from '../../../api/gallery-reads.ts'
import { allowedActionsQuery, registrationsQuery } from '../../../api/subscription-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { signIn } from '../../../auth/authentication.ts'
import { useAuthentication } from '../../../auth/use-authentication.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { useTexts } from '../../../i18n/language.ts'
import { allChecks, paths } from '../../../paths.ts'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { SubscriptionChoice } from '../../../patterns/resource/SubscriptionChoice.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import { LazyDetails } from '../../../ui/LazyDetails.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Message } from '../../../ui/Message.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { StateLabel, type StateLook } from '../../../ui/StateLabel.tsx'
import { useAccessTexts, type AccessTexts } from '../texts/access-texts.ts'
import { AdministratorRequest } from './AdministratorRequest.tsx'
import { AllowedActions } from './AllowedActions.tsx'
import { connectionReport } from './connection-check-steps.ts'
import { ConnectionCheckSteps } from './ConnectionCheckSteps.tsx'
import { Registrations } from './Registrations.tsx'
import { useConnectionCheck, type ConnectionOfUser } from './use-connection-check.ts'
import { useRegister } from './use-register.ts'
import { verdictOf, type Verdict } from './verdict.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM, minHeight: '32px' },
})

const looks: Record<MultifactorAuthentication, StateLook> = { used: 'done', notUsed: 'warning', unknown: 'unknown' }

/**
 * Whether the user can create encrypted image versions, what is missing, and behind a disclosure all that was checked.
 * For users who can't sign in, or see no subscription, the steps between the portal and Azure.
 */
export function AccessPage() {
  const authentication = useAuthentication()
  const t = useAccessTexts()
  const { sections } = useTexts().shell
  return (
    <>
      <PageHeader title={sections.access} subtitle={t.subtitle} crumbs={[{ text: sections.help, href: paths.help }]} />
      <Panel>
        {authentication.status === 'signedIn' ? (
          <SubscriptionChoice key={authentication.account.key} otherwise={<Connection />}>
            {(chosen) => <Access key={chosen.subscriptionId} subscription={chosen} />}
          </SubscriptionChoice>
        ) : (
          <Connection signedOut={authentication.status === 'signedOut' ? 'canSignIn' : 'failed'} />
        )}
      </Panel>
    </>
  )
}

function Access({ subscription: { subscriptionId, displayName } }: { subscription: Subscription }) {
  const t = useAccessTexts()
  // '' means the whole subscription
  const [galleryId, setGalleryId] = useState('')
  const scope = { subscriptionId, ...(galleryId !== '' && { galleryId }) }
  const connection = useConnectionCheck(subscriptionId)
  const registrations = useRead(registrationsQuery, { subscriptionId })
  // Those of the previous scope stay until the others are there, so that nothing jumps.
  const actions = useRead(allowedActionsQuery, scope, { placeholderData: keepPreviousData })
  const strength = useRead(signInQuery)
  const galleries = useRead(galleriesQuery, { subscriptionId })
  const queries = [registrations, actions, strength]
  const { steps, error } = connection
  // The verdict is about all of them, and what is below it must not move.
  if (queries.some(({ isPending }) => isPending) || (steps === undefined && error === undefined))
    return <LoadingRows rows={10} height={48} />
  const verdict = verdictOf({ steps, registrations: registrations.data, actions: actions.data })
  const failed = queries.find(({ isError }) => isError)
  const amiss = (steps ?? []).filter((step) => step.verdict === 'failed' || step.verdict === 'warning')
  const missing = (actions.data ?? []).filter(({ permission }) => permission !== 'allowed')
  const authenticated = strength.data?.multifactorAuthentication
  const again = () => {
    connection.again()
    for (const query of queries) void query.refetch()
  }
  return (
    <Stack gap="XXL" shrinks>
      <FormRow label={t.scope} hint={t.galleryHint}>
        <Choice<string>
          value={galleryId}
          options={[
            { value: '', label: t.wholeSubscription },
            ...(galleries.data ?? []).map(({ id, name }) => ({ value: id, label: t.atGallery(name) })),
          ]}
          onChoose={setGalleryId}
        />
      </FormRow>
      <VerdictMessage subscriptionId={subscriptionId} verdict={verdict} registrations={registrations.data ?? []} />
      {failed && <ProblemMessage error={failed.error} onRetry={again} />}
      <CheckBar connection={connection} again={again} />
      {(amiss.length > 0 || missing.length > 0 || authenticated === 'notUsed') && (
        <Section title={t.missing}>
          {amiss.length > 0 && (
            <ConnectionCheckSteps label={t.missingSteps} steps={amiss} subscriptionId={subscriptionId} />
          )}
          {missing.length > 0 && <AllowedActions label={t.missingPermissions} actions={missing} />}
          {authenticated === 'notUsed' && <Strength of={authenticated} />}
        </Section>
      )}
      <AdministratorRequest
        scope={scope}
        subscriptionName={displayName}
        registrations={registrations.data ?? []}
        actions={actions.isPlaceholderData ? [] : (actions.data ?? [])}
      />
      <LazyDetails anchor={allChecks} show={t.show} hide={t.hide}>
        <Stack gap="XXL" shrinks>
          {actions.data && (
            <Section title={t.allowed} description={t.allowedDescription}>
              <AllowedActions label={t.allowed} actions={actions.data} />
            </Section>
          )}
          {authenticated && (
            <Section title={t.multifactor.title} description={t.multifactor.description}>
              <Strength of={authenticated} />
            </Section>
          )}
          {registrations.data && (
            <Section title={t.registrations} description={t.registrationsDescription}>
              <Registrations subscriptionId={subscriptionId} registrations={registrations.data} />
            </Section>
          )}
          {steps && (
            <Section title={t.connection.title} description={t.connection.description}>
              <ConnectionCheckSteps label={t.connection.title} steps={steps} subscriptionId={subscriptionId} />
            </Section>
          )}
        </Stack>
      </LazyDetails>
    </Stack>
  )
}

function Strength({ of }: { of: MultifactorAuthentication }) {
  const t = useAccessTexts().multifactor
  return <StateLabel look={looks[of]}>{t.states[of]}</StateLabel>
}

/**
 * The steps alone: nobody is signed in (no sign-in if MSAL has not started), Azure can't be reached, or it shows no
 * subscription.
 */
function Connection({ signedOut }: { signedOut?: 'canSignIn' | 'failed' }) {
  const { connection: t, verdict } = useAccessTexts()
  const { noSubscriptions, noSubscriptionsAdvice } = useBrowseTexts().ofGalleries
  const { auth } = useTexts()
  const connection = useConnectionCheck()
  const { steps, isChecking } = connection
  const hasFailed = steps !== undefined && verdictOf({ steps }).state === 'connectionFailed'
  return (
    <Stack gap="XXL" shrinks>
      {signedOut !== undefined && (
        <Message
          intent="info"
          actions={
            signedOut === 'canSignIn' && (
              <Button onClick={() => void signIn().catch(() => undefined)}>{auth.signIn}</Button>
            )
          }
        >
          {t.notSignedIn}
        </Message>
      )}
      {signedOut === undefined && steps && (
        <Message
          intent={hasFailed ? 'error' : 'warning'}
          title={hasFailed ? verdict.titles.connectionFailed : noSubscriptions}
        >
          {hasFailed ? verdict.connectionFailed : noSubscriptionsAdvice}
        </Message>
      )}
      <CheckBar connection={connection} again={connection.again} />
      {steps === undefined && isChecking && <LoadingRows rows={10} height={48} />}
      {steps && <ConnectionCheckSteps label={t.title} steps={steps} />}
    </Stack>
  )
}

/** Checks again, copies the result for support, and says how the check went. */
function CheckBar({ connection, again }: { connection: ConnectionOfUser; again: () => void }) {
  const styles = useStyles()
  const t = useAccessTexts().connection
  const { number, dateTime } = useFormats()
  const { steps, time = '', error, isChecking } = connection
  const count = (verdict: string) => number((steps ?? []).filter((step) => step.verdict === verdict).length)
  const isWell = steps?.every(({ verdict }) => verdict === 'ok')
  return (
    <>
      {error !== undefined && !isChecking && <ProblemMessage error={error} onRetry={again} />}
      <div className={styles.bar}>
        <Button size="small" icon={<ArrowClockwiseRegular />} disabledFocusable={isChecking} onClick={again}>
          {t.checkAgain}
        </Button>
        {steps && (
          <CopyButton
            key={time}
            text={connectionReport(steps, { origin: window.location.origin, time: `${dateTime(time)} (${time})` }, t)}
          >
            {t.copy}
          </CopyButton>
        )}
        <div role="status">
          {isChecking ? (
            <Spinner size="tiny" label={t.checking} />
          ) : (
            steps && <Text>{isWell ? t.allWell : t.amiss(count('failed'), count('warning'))}</Text>
          )}
        </div>
      </div>
    </>
  )
}

const useVerdictMessageStyles = makeStyles({ body: { whiteSpace: 'normal' } })

const intents: Record<Verdict['state'], MessageBarIntent> = {
  connectionFailed: 'error',
  providerMissing: 'error',
  providerInProgress: 'info',
  permissionsMissing: 'warning',
  unclear: 'info',
  ready: 'success',
}

interface VerdictMessageProps {
  subscriptionId: string
  verdict: Verdict
  registrations: readonly Registration[]
}

/** Whether encrypted image versions can be created here, and if not, why and the action for it. */
function VerdictMessage({ subscriptionId, verdict, registrations }: VerdictMessageProps) {
  const styles = useVerdictMessageStyles()
  const t = useAccessTexts()
  const { number } = useFormats()
  const registering = useRegister(subscriptionId)
  const provider = registrations.find(({ name }) => name === 'Microsoft.Compute')
  const mayRegister = verdict.state === 'providerMissing' && provider?.mayRegister !== 'forbidden'
  return (
    <>
      <Message
        intent={intents[verdict.state]}
        title={t.verdict.titles[verdict.state]}
        body={{ className: styles.body, role: 'status' }}
        actions={
          mayRegister && (
            <Button
              appearance="primary"
              disabledFocusable={registering.isPending}
              onClick={() => registering.mutate('Microsoft.Compute')}
            >
              {t.register('Microsoft.Compute')}
            </Button>
          )
        }
      >
        {textOf(verdict, t.verdict, number)}
      </Message>
      {registering.error !== null && <ProblemMessage error={registering.error} />}
    </>
  )
}

function textOf(verdict: Verdict, t: AccessTexts['verdict'], number: (value: number) => string): string {
  switch (verdict.state) {
    case 'ready':
      return verdict.canCreateSets ? t.ready : t.readyWithoutSets
    case 'permissionsMissing':
      return t.permissionsMissing(number(verdict.missing))
    case 'connectionFailed':
    case 'providerMissing':
    case 'providerInProgress':
    case 'unclear':
      return t[verdict.state]
  }
}
