import type { AllowedAction, listAllowedActions, Registration, RequestOf } from '@portal/portal-api'
import { RequestText } from '../../../patterns/change/RequestText.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useAccessTexts } from '../texts/access-texts.ts'

interface AdministratorRequestProps {
  scope: RequestOf<typeof listAllowedActions>
  subscriptionName: string
  registrations: Registration[]
  /** of that scope; empty until they are known */
  actions: AllowedAction[]
}

/** A request to send for everything that the user lacks and can't fix; nothing if nothing is missing. */
export function AdministratorRequest(props: AdministratorRequestProps) {
  const t = useAccessTexts().request
  const { scope, subscriptionName, registrations, actions } = props
  const { subscriptionId, galleryId } = scope
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
