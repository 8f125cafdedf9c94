import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { signIn } from '../../auth/authentication.ts'
import { useTexts } from '../../i18n/language.ts'
import { useConnectionTexts } from '../../i18n/portal/use-connection-texts.ts'

/** Why a check ends at the token, and a sign-in that returns here; no sign-in if MSAL has not started. */
export function SignInFirst({ canSignIn }: { canSignIn: boolean }) {
  const t = useConnectionTexts()
  const { auth } = useTexts()
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{t.notSignedIn}</MessageBarBody>
      {canSignIn && (
        <MessageBarActions>
          <Button onClick={() => void signIn().catch(() => undefined)}>{auth.signIn}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}
