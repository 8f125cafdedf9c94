import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { type ReactNode, useEffect, useMemo, useSyncExternalStore } from 'react'
import { useLocation } from 'wouter'
import { type Authentication, signIn } from '../auth/authentication.ts'
import { isInactivityNear, subscribeToInactivity } from '../auth/inactivity.ts'
import { hasSignInBegun, isOfSeveralTenants } from '../auth/msal-configuration.ts'
import { type SignedIn, SignedInContext, useAuthentication } from '../auth/use-authentication.ts'
import { useTexts } from '../i18n/language.ts'
import { isDemoStart, isForEverybody } from '../paths.ts'
import { lazyPart } from '../ui/lazy-part.tsx'
import { ErrorPage } from './ErrorPage.tsx'
import { LandingPage } from './landing/LandingPage.tsx'
import { LoadingPage } from './LoadingPage.tsx'

/**
 * Shows its children to signed-in users, and the sign-in to everyone else. The address stays the same. The connection
 * check, which explains why a sign-in fails, and the guide need no sign-in.
 */
export function SignInGate({ children }: { children: ReactNode }) {
  const authentication = useAuthentication()
  const signedIn = useMemo<SignedIn | undefined>(
    () =>
      authentication.status === 'signedIn'
        ? { account: authentication.account, configuration: authentication.configuration }
        : undefined,
    [authentication],
  )
  const [path] = useLocation()
  const needsNoSignIn = isForEverybody(path)
  switch (authentication.status) {
    case 'starting':
      // Whoever is new here sees what the landing page has shown since the first paint.
      return needsNoSignIn || isDemoStart(path) || hasSignInBegun() ? (
        <LoadingPage />
      ) : (
        <LandingPage {...beforeStart()} />
      )
    case 'failed':
      return needsNoSignIn ? children : <ErrorPage error={authentication.error} />
    case 'signedOut':
      return needsNoSignIn ? (
        children
      ) : isDemoStart(path) && isNewVisitor(authentication) ? (
        <DemoSignIn />
      ) : (
        <LandingPage
          isReady
          interrupted={authentication.interrupted}
          unattended={authentication.unattended ?? false}
          isDemo={authentication.configuration.environment === 'demo'}
          accounts={authentication.accounts}
          takesGuests={isOfSeveralTenants(authentication.configuration.authentication.authority)}
        />
      )
    case 'signedIn':
      return (
        <SignedInContext value={signedIn}>
          {authentication.interrupted && <InterruptedNote />}
          <InactivityWarning />
          {children}
        </SignedInContext>
      )
  }
}

// Who came back without having signed in, or was away, chooses what to do on the landing page.
function isNewVisitor(state: Extract<Authentication, { status: 'signedOut' }>): boolean {
  return state.configuration.environment === 'demo' && !state.interrupted && state.unattended !== true
}

/** What the landing page shows before anything is known: the server has marked the page of a demo. */
function beforeStart() {
  const isDemo = document.documentElement.dataset['environment'] === 'demo'
  return { isReady: false, interrupted: false, unattended: false, isDemo, accounts: [], takesGuests: false }
}

// The scenario then goes on as the person who can show it.
const firstPerson = 'ada@contoso.example'

/** Signs in who opens the link of a scenario, at that link and without a question. */
function DemoSignIn() {
  useEffect(() => void signIn({ loginHint: firstPerson }), [])
  return <LoadingPage />
}

const useStyles = makeStyles({
  note: {
    padding: '8px 12px',
    marginBottom: '16px',
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground3,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
})

/** For a user who returned from Entra ID without completing the request. */
function InterruptedNote() {
  const styles = useStyles()
  const { auth } = useTexts()
  return (
    <Text role="alert" block className={styles.note}>
      {auth.verificationInterrupted}
    </Text>
  )
}

const InactivityDialog = lazyPart(() => import('./InactivityDialog.tsx').then((module) => module.InactivityDialog))

/** Asks whether the user is there before the sign-in ends; any activity is the answer. */
function InactivityWarning() {
  return useSyncExternalStore(subscribeToInactivity, isInactivityNear) && <InactivityDialog />
}
