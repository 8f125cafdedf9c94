import type { listAllowedActions, Registration, RequestOf } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { allowedActionsQuery, registrationsQuery } from '../../api/prerequisite-queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { usePrerequisiteTexts } from '../../i18n/portal/use-prerequisite-texts.ts'
import { RequestText } from '../../parts/resource/RequestText.tsx'
import { Section } from '../../ui/Section.tsx'

interface AdministratorRequestProps {
  scope: RequestOf<typeof listAllowedActions>
  subscriptionName: string
}

/** A request to send for everything that the user lacks and can't fix; nothing if nothing is missing. */
export function AdministratorRequest({ scope, subscriptionName }: AdministratorRequestProps) {
  const t = usePrerequisiteTexts().request
  const user = useSignedIn()
  const { subscriptionId, galleryId } = scope
  const { data: registrations = [] } = useQuery(registrationsQuery(user, subscriptionId))
  const { data: actions = [] } = useQuery(allowedActionsQuery(user, scope))
  const lines = [
    ...registrations
      .filter(isToBeAskedFor)
      .map(({ name }) => (name === 'Microsoft.Compute' ? t.registerProvider : t.registerFeature(name))),
    ...actions.filter(({ permission }) => permission === 'forbidden').map(({ action }) => t.giveAction(action)),
  ]
  if (lines.length === 0) return null
  return (
    <Section title={t.title}>
      <RequestText
        intro={t.intro}
        request={t.text(galleryId ?? `${subscriptionName} (${subscriptionId})`, lines.join('\n'))}
        copyLabel={t.copy}
      />
    </Section>
  )
}

// Nothing is requested that is no longer required, nor a preview that few images need.
function isToBeAskedFor({ name, state, mayRegister }: Registration): boolean {
  return (
    name !== 'SIGEncryption' &&
    name !== 'ConfidentialVMDataDiskEncryptionPreview' &&
    mayRegister === 'forbidden' &&
    (state === 'NotRegistered' || state === 'Unregistered')
  )
}
