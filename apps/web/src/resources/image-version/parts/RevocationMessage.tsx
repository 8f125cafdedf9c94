import { makeStyles } from '@fluentui/react-components'
import type { Revocation } from '@portal/image-version'
import type { ReactNode } from 'react'
import { useFormats } from '../../../i18n/formats.ts'
import { imageVersionPath } from '../../../paths.ts'
import { labelSeenFrom } from '../../../patterns/resource/resource-label.ts'
import { Message } from '../../../ui/Message.tsx'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { useRevocationTexts } from '../texts/revocation-texts.ts'

const useStyles = makeStyles({ body: { whiteSpace: 'normal', overflowWrap: 'anywhere' } })

interface RevocationMessageProps {
  /** of the revoked version */
  id: string
  title: string
  revocation: Revocation
  /** what can be done about it */
  actions?: ReactNode
}

/** That a version is revoked: why, since when, and what to use instead. */
export function RevocationMessage({ id, title, revocation, actions }: RevocationMessageProps) {
  const styles = useStyles()
  const t = useRevocationTexts()
  const { date } = useFormats()
  const { reason, replacementId } = revocation
  return (
    <Message intent="warning" title={title} body={{ className: styles.body }} actions={actions}>
      <div>{reason === '' ? t.noReason : t.reason(reason)}</div>
      {revocation.date !== undefined && <span>{t.since(date(revocation.date))} </span>}
      {replacementId !== undefined && (
        <span>
          {t.replacement}{' '}
          <RouteLink href={imageVersionPath(replacementId)}>{labelSeenFrom(replacementId, id)}</RouteLink>
        </span>
      )}
    </Message>
  )
}
