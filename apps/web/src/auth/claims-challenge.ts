import { createContext, useContext } from 'react'

export interface ClaimsChallengeDialog {
  /**
   * Asks the user to verify: `claims` (JSON) from a `ClaimsChallenge`, undefined to sign in again. One dialog, however
   * often it is called.
   */
  challenge: (claims: string | undefined) => void
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
