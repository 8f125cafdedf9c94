import { useEffect, useMemo, useState } from 'react'
import type { IdentityChallenge } from '../api/answers/identity-challenge.ts'
import { forgetAnswers, listenToIdentityChallenges } from '../api/answers/query-signals.ts'
import { ClaimsChallengeContext } from '../auth/claims-challenge.ts'
import { useAuthentication } from '../auth/use-authentication.ts'
import { Routes } from '../routes.tsx'
import { ThemedProvider } from '../theme/ThemedProvider.tsx'
import { lazyPart } from '../ui/lazy-part.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { PortalShell } from './PortalShell.tsx'
import { SignInGate } from './SignInGate.tsx'

const ClaimsChallengeDialog = lazyPart(() =>
  import('../auth/ClaimsChallengeDialog.tsx').then((module) => module.ClaimsChallengeDialog),
)

/** The portal: everything that pages share. */
export function App() {
  const [asked, setAsked] = useState<IdentityChallenge>()
  // Several calls might be challenged at once; the first challenge counts for all.
  useEffect(() => listenToIdentityChallenges((next) => setAsked((current) => current ?? next)), [])
  const { status } = useAuthentication()
  // Who signs out, here or in another tab, leaves nothing behind.
  useEffect(() => {
    if (status === 'signedOut') forgetAnswers()
  }, [status])
  const dialog = useMemo(() => ({ challenge: (next: IdentityChallenge) => setAsked((current) => current ?? next) }), [])
  return (
    <ThemedProvider>
      <ErrorBoundary isWhole>
        <ClaimsChallengeContext value={dialog}>
          <PortalShell>
            <SignInGate>
              <Routes />
            </SignInGate>
          </PortalShell>
          {asked && status === 'signedIn' && (
            <ClaimsChallengeDialog asked={asked} onDismiss={() => setAsked(undefined)} />
          )}
        </ClaimsChallengeContext>
      </ErrorBoundary>
    </ThemedProvider>
  )
}
