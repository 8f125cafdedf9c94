import { makeStyles, tokens } from '@fluentui/react-components'
import type { Subscription } from '@portal/portal-api'
import { useState } from 'react'
import { usePrerequisiteTexts } from '../../i18n/portal/use-prerequisite-texts.ts'
import { SubscriptionChoice } from '../../parts/resource/SubscriptionChoice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Section } from '../../ui/Section.tsx'
import { AdministratorRequest } from './AdministratorRequest.tsx'
import { AllowedActions } from './AllowedActions.tsx'
import { RegistrationList } from './RegistrationList.tsx'

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
        <SubscriptionChoice always>
          {(chosen) => chosen && <Prerequisites key={chosen.subscriptionId} subscription={chosen} />}
        </SubscriptionChoice>
      </Panel>
    </>
  )
}

function Prerequisites({ subscription: { subscriptionId, displayName } }: { subscription: Subscription }) {
  const styles = useStyles()
  const t = usePrerequisiteTexts()
  // '' means the whole subscription
  const [galleryId, setGalleryId] = useState('')
  const scope = { subscriptionId, ...(galleryId !== '' && { galleryId }) }
  return (
    <div className={styles.sections}>
      <Section title={t.registrations} description={t.registrationsDescription}>
        <RegistrationList subscriptionId={subscriptionId} />
      </Section>
      <Section title={t.allowed} description={t.allowedDescription}>
        <AllowedActions scope={scope} onChooseGallery={setGalleryId} />
      </Section>
      <AdministratorRequest scope={scope} subscriptionName={displayName} />
    </div>
  )
}
