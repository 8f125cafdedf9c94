import type { Configuration } from '@portal/portal-api'
import { createContext, useContext, useSyncExternalStore } from 'react'
import { authentication, subscribeToAuthentication, type Account, type Authentication } from './authentication.ts'

export function useAuthentication(): Authentication {
  return useSyncExternalStore(subscribeToAuthentication, authentication)
}

/** What every page behind the sign-in can rely on. */
export interface SignedIn {
  account: Account
  configuration: Configuration
}

export const SignedInContext = createContext<SignedIn | undefined>(undefined)

/** Who is signed in and how the portal is configured. For pages behind the SignInGate; throws elsewhere. */
export function useSignedIn(): SignedIn {
  const signedIn = useContext(SignedInContext)
  if (!signedIn) throw new Error('useSignedIn is for pages behind the SignInGate')
  return signedIn
}
