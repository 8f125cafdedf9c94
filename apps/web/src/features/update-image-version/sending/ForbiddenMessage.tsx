import type { ImageVersionPermission } from '@portal/portal-api'
import { useUpdateTexts } from '../../../i18n/image-versions/use-update-texts.ts'
import { RequestText } from '../../../parts/resource/RequestText.tsx'
import { Message } from '../../../ui/Message.tsx'

/** Says that the user has no permission to send an update, and what to ask for. */
export function ForbiddenMessage({ permission: { action, scope } }: { permission: ImageVersionPermission }) {
  const t = useUpdateTexts().forbidden
  return (
    <Message intent="warning" title={t.title}>
      {t.text}
      <RequestText intro={t.intro} request={t.request(action, scope)} copyLabel={t.copy} />
    </Message>
  )
}
