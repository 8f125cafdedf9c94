import { keepNewest } from '../process/bounded-cache.ts'

/** The facts about a token and its user. */
interface SignedOut {
  token: boolean
  /** when the user last signed out, ms since 1970: tokens issued to them before then are no longer valid */
  userAt: number | undefined
}

/** The access tokens that are no longer valid because their users have signed out. */
export interface SignedOutTokens {
  /** `hash`: SHA-256 of the token's content; `until`: the token's expiry, ms since 1970 */
  add(hash: string, until: number): Promise<void>
  /** `user`: from `userKey`; `at`: ms since 1970 */
  addUser(user: string, at: number): Promise<void>
  lookUp(hash: string, user: string): Promise<SignedOut>
}

/** The maximum lifetime of an Entra ID access token: 28 h, for clients that support claims challenges. */
export const longestLifeMs = 28 * 3_600_000

const size = 5_000

interface SignedOutHere extends SignedOutTokens {
  /** those that it remembers, with their ends */
  all: ReadonlyMap<string, number>
  /** the users, with when they signed out */
  users: ReadonlyMap<string, number>
}

/** Those of this process. */
export function signedOutHere(): SignedOutHere {
  const all = new Map<string, number>()
  const users = new Map<string, number>()
  return {
    all,
    users,
    add(hash, until) {
      // the oldest has most likely ended meanwhile
      keepNewest(all, [hash, until], size)
      return Promise.resolve()
    },
    addUser(user, at) {
      keepNewest(users, [user, at], size)
      return Promise.resolve()
    },
    lookUp: (hash, user) => Promise.resolve({ token: all.has(hash), userAt: users.get(user) }),
  }
}
