import { useMemo, type ReactNode } from 'react'
import { SignedInContext, useAuthentication, type SignedIn } from '../auth/use-authentication.ts'
import { ErrorPage } from './ErrorPage.tsx'
import { InactivityWarning } from './InactivityWarning.tsx'
import { InterruptedNote } from './InterruptedNote.tsx'
import { LandingPage } from './LandingPage.tsx'
import { LoadingPage } from './LoadingPage.tsx'

/** Shows its children to who is signed in, and the way to sign in to everyone else. The address stays as it is. */
export function SignInGate({ children }: { children: ReactNode }) {
  const authentication = useAuthentication()
  const signedIn = useMemo<SignedIn | undefined>(
    () =>
      authentication.status === 'signedIn'
        ? { account: authentication.account, configuration: authentication.configuration }
        : undefined,
    [authentication],
  )
  switch (authentication.status) {
    case 'starting':
      return <LoadingPage />
    case 'failed':
      return <ErrorPage error={authentication.error} />
    case 'signedOut':
      return (
        <LandingPage
          interrupted={authentication.interrupted}
          unattended={authentication.unattended ?? false}
          isDemo={authentication.configuration.environment === 'demo'}
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
