import { SignInNeeded } from '../../auth/authentication.ts'
import { ClaimsChallenge, PortalProblem } from '../failures.ts'

/** What the user has to prove before a failed call can go on; `claims` undefined: sign in again. */
export interface IdentityChallenge {
  claims: string | undefined
  /** the operators have signed everyone out */
  isByOperators?: boolean
}

/** The claims that `error` requires from the user, or undefined: it is another type of failure. */
export function identityChallengeOf(error: unknown): IdentityChallenge | undefined {
  if (error instanceof ClaimsChallenge || error instanceof SignInNeeded) return { claims: error.claims }
  if (!(error instanceof PortalProblem)) return undefined
  if (error.code === 'SignInRequired') return { claims: undefined }
  if (error.code === 'EveryoneSignedOut') return { claims: undefined, isByOperators: true }
  return undefined
}
