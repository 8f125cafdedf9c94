import { createContext, useContext } from 'react'
import type { IdentityChallenge } from '../api/answers/identity-challenge.ts'

export interface ClaimsChallengeDialog {
  /**
   * Asks the user to verify, or to sign in again. One dialog, however often it is called.
   */
  challenge: (asked: IdentityChallenge) => void
}

export const ClaimsChallengeContext = createContext<ClaimsChallengeDialog | undefined>(undefined)

/**
 * Asks the user to verify. Queries and mutations do this automatically; direct calls to the server must catch
 * `ClaimsChallenge` and pass its claims. To continue afterwards: `rememberPending` before, `usePendingAction` on
 * return.
 */
export function useClaimsChallenge(): ClaimsChallengeDialog {
  const dialog = useContext(ClaimsChallengeContext)
  if (!dialog) throw new Error('useClaimsChallenge is for pages inside the portal')
  return dialog
}
