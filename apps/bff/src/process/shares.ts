import { RequestRefused } from '../refusals/request-refused.ts'
import { SemaphoreFull } from './semaphore.ts'

/** Who holds a place: a user, if known, at an address. */
export interface Holder {
  /** as `userKey` */
  user?: string | undefined
  /** an IPv4 address, or an IPv6 network */
  address: string
}

export interface Most {
  all: number
  ofAddress: number
  /** also of the senders at one address who have not signed in */
  ofUser: number
}

/**
 * Takes a place and returns what gives it back, once. Throws `RequestRefused` (429) if the user or the address has its
 * share already, and `SemaphoreFull` (503) if no place is left.
 */
export type TakePlace = (holder: Holder) => () => void

// a browser repeats a read then, unasked
const againMs = 1_000

/** Places of which nobody can take all: a user and an address each have a share. */
export function shares(what: string, { all, ofAddress, ofUser }: Most): TakePlace {
  const held = new Map<string, number>()
  let taken = 0
  const add = (key: string, places: 1 | -1) => {
    const count = (held.get(key) ?? 0) + places
    if (count > 0) held.set(key, count)
    else held.delete(key)
  }
  return ({ user, address }) => {
    const byAddress = `address ${address}`
    const byUser = user === undefined ? `nobody at ${address}` : `user ${user}`
    const assertShare = (key: string, most: number, whose: string) => {
      if ((held.get(key) ?? 0) < most) return
      throw new RequestRefused('TooManyRequests', `too many at once: ${what} of ${whose}`, {
        securityEvent: 'rate-limited',
        retryAt: Date.now() + againMs,
      })
    }
    assertShare(byUser, ofUser, 'the user')
    assertShare(byAddress, ofAddress, 'the address')
    if (taken >= all) throw new SemaphoreFull()
    let isHeld = true
    const count = (places: 1 | -1) => {
      taken += places
      for (const key of [byUser, byAddress]) add(key, places)
    }
    count(1)
    return () => {
      if (isHeld) count(-1)
      isHeld = false
    }
  }
}
