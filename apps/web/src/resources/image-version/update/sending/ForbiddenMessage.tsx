import type { ImageVersionPermission } from '@portal/portal-api'
import { RequestText } from '../../../../patterns/resource/RequestText.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { useUpdateTexts } from '../../texts/use-update-texts.ts'

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
