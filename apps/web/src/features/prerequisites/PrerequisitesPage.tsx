import { makeStyles, tokens } from '@fluentui/react-components'
import type { Subscription } from '@portal/portal-api'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { allowedActionsQuery, registrationsQuery, signInQuery } from '../../api/prerequisite-queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { usePrerequisiteTexts } from '../../i18n/portal/use-prerequisite-texts.ts'
import { SubscriptionChoice } from '../../parts/resource/SubscriptionChoice.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Section } from '../../ui/Section.tsx'
import { AdministratorRequest } from './AdministratorRequest.tsx'
import { AllowedActions } from './AllowedActions.tsx'
import { RegistrationList } from './RegistrationList.tsx'
import { SignInStrength } from './SignInStrength.tsx'
import { verdictOf } from './verdict.ts'
import { VerdictMessage } from './VerdictMessage.tsx'

const useStyles = makeStyles({
  sections: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXXL, minWidth: 0 },
})

/** A subscription's registrations and the user's permissions in it, before anything is created. */
export function PrerequisitesPage() {
  const t = usePrerequisiteTexts()
  return (
    <>
      <PageHeader title={t.title} subtitle={t.subtitle} crumbs={[]} />
      <Panel>
        <SubscriptionChoice>
          {(chosen) => <Prerequisites key={chosen.subscriptionId} subscription={chosen} />}
        </SubscriptionChoice>
      </Panel>
    </>
  )
}

function Prerequisites({ subscription: { subscriptionId, displayName } }: { subscription: Subscription }) {
  const styles = useStyles()
  const t = usePrerequisiteTexts()
  const user = useSignedIn()
  // '' means the whole subscription
  const [galleryId, setGalleryId] = useState('')
  const scope = { subscriptionId, ...(galleryId !== '' && { galleryId }) }
  const registrations = useQuery(registrationsQuery(user, subscriptionId))
  // Those of the previous scope stay until the others are there, so that nothing jumps.
  const actions = useQuery({ ...allowedActionsQuery(user, scope), placeholderData: keepPreviousData })
  const signIn = useQuery(signInQuery(user))
  // The verdict is about both, and what is below it must not move.
  if (registrations.isPending || actions.isPending || signIn.isPending) return <LoadingRows rows={10} height={48} />
  const verdict = registrations.data && actions.data && verdictOf(registrations.data, actions.data)
  const request = (
    <AdministratorRequest
      scope={scope}
      subscriptionName={displayName}
      registrations={registrations.data ?? []}
      actions={actions.isPlaceholderData ? [] : (actions.data ?? [])}
    />
  )
  return (
    <div className={styles.sections}>
      {verdict && (
        <VerdictMessage subscriptionId={subscriptionId} verdict={verdict} registrations={registrations.data} />
      )}
      {verdict?.state !== 'ready' && request}
      <Section title={t.allowed} description={t.allowedDescription}>
        <AllowedActions scope={scope} query={actions} onChooseGallery={setGalleryId} />
      </Section>
      <Section title={t.multifactor.title} description={t.multifactor.description}>
        <SignInStrength query={signIn} />
      </Section>
      <Section title={t.registrations} description={t.registrationsDescription}>
        <RegistrationList subscriptionId={subscriptionId} query={registrations} />
      </Section>
      {verdict?.state === 'ready' && request}
    </div>
  )
}
