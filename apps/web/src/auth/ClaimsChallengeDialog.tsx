import { useState } from 'react'
import type { IdentityChallenge } from '../api/answers/identity-challenge.ts'
import { useTexts } from '../i18n/language.ts'
import { ConfirmDialog } from '../ui/dialog/ConfirmDialog.tsx'
import { Message } from '../ui/Message.tsx'
import { verifyAndReturn } from './authentication.ts'

interface Props {
  asked: IdentityChallenge
  onDismiss: () => void
}

/**
 * Explains why identity is required, before the page redirects to Entra ID: an unexpected redirect looks like an
 * attack.
 */
export function ClaimsChallengeDialog({ asked, onDismiss }: Props) {
  const { auth } = useTexts()
  const [leaving, setLeaving] = useState(false)
  const [failed, setFailed] = useState(false)
  const isChallenge = asked.claims !== undefined

  const leave = () => {
    setLeaving(true)
    setFailed(false)
    verifyAndReturn(asked.claims).catch(() => {
      setLeaving(false)
      setFailed(true)
    })
  }

  return (
    <ConfirmDialog
      title={isChallenge ? auth.verifyTitle : auth.signInAgainTitle}
      actions={[
        { label: isChallenge ? auth.verify : auth.signInAgain, onClick: leave, isDisabled: leaving },
        { label: auth.notNow, onClick: onDismiss },
      ]}
      onDismiss={onDismiss}
      isAlert
    >
      {failed && <Message intent="error">{auth.signInPageUnreachable}</Message>}
      {isChallenge && auth.verifyText}
      {!isChallenge && (asked.isByOperators ? auth.everyoneSignedOutText : auth.signInAgainText)}
    </ConfirmDialog>
  )
}
