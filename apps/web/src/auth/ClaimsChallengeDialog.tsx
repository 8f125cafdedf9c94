import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { IdentityAsked } from '../api/identity-asked.ts'
import { useTexts } from '../i18n/language.ts'
import { verifyAndReturn } from './authentication.ts'

interface Props {
  asked: IdentityAsked
  onDismiss: () => void
}

/** Explains why identity is asked for, before the page leaves for Entra ID: a redirect out of the blue looks like an attack. */
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
    <Dialog open modalType="alert" onOpenChange={(_, data) => !data.open && onDismiss()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{isChallenge ? auth.verifyTitle : auth.signInAgainTitle}</DialogTitle>
          <DialogContent>
            {failed && (
              <MessageBar intent="error">
                <MessageBarBody>{auth.signInPageUnreachable}</MessageBarBody>
              </MessageBar>
            )}
            {isChallenge ? auth.verifyText : auth.signInAgainText}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={leave} disabledFocusable={leaving}>
              {isChallenge ? auth.verify : auth.signInAgain}
            </Button>
            <Button onClick={onDismiss}>{auth.notNow}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
