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
 * The way to ask the user to verify. Queries and mutations do it by themselves; who calls the server directly catches
 * `ClaimsChallenge` and passes its claims. To go on afterwards: `rememberPending` before, `usePendingAction` on return.
 */
export function useClaimsChallenge(): ClaimsChallengeDialog {
  const dialog = useContext(ClaimsChallengeContext)
  if (!dialog) throw new Error('useClaimsChallenge is for pages inside the portal')
  return dialog
}
