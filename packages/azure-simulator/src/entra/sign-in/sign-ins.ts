import { randomBytes } from 'node:crypto'
import type { Member } from '../../directory/member.ts'
import type { Platform } from '../../directory/objects.ts'
import type { Tenant } from '../../world.ts'

/** A browser with signed-in users, identified by a cookie. */
export interface Session {
  id: string
  /** by `personKey`, in the order they signed in */
  members: Map<string, Member>
}

/** What a code or a refresh token represents. */
export interface Grant {
  member: Member
  clientId: string
  /** of the redirect URI: determines how the client redeems it */
  platform: Platform
  scopes: string[]
  sessionId: string
  /** authentication contexts that were satisfied */
  authenticationContexts: string[]
  capabilities: string[]
}

interface AuthorizationCode extends Grant {
  redirectUri: string
  /** a single-page application has one always */
  codeChallenge: string | undefined
  nonce: string | undefined
  expiresAt: number
}

export interface RefreshToken extends Grant {
  expiresAt: number
}

/** A sign-in that is not finished yet. */
export interface SignInStep {
  page: 'verify' | 'consent'
  /** who it is, by `personKey` */
  person: string
  /** those that were satisfied by now */
  authenticationContexts: string[]
}

/** A sign-in page that was shown: its answer must come from the same browser, and once. */
export interface Transaction {
  /** value of the cookie that the browser got with the page */
  browser: string
  /** the origin of the request; undefined: this machine */
  address?: string | undefined
  /** the authorize request, to be continued */
  parameters: Record<string, string>
  tenantSegment: string
  /** the page's question, after an account was chosen; absent: which account */
  step?: SignInStep
  expiresAt: number
}

// Codes live 5 minutes, refresh tokens of single-page apps 24 hours:
// https://learn.microsoft.com/entra/identity-platform/refresh-tokens#token-lifetime
export const codeLifetime = 5 * 60_000
export const refreshTokenLifetime = 24 * 3_600_000
export const transactionLifetime = 30 * 60_000

// Pages contain the request they are for, and anyone can request one.
const mostTransactions = 2_000
const mostOfAddress = 100
const mostGrants = 10_000
const mostSessions = 5_000

/** Everything that Entra remembers between two requests. */
export interface SignIns {
  sessions: Map<string, Session>
  codes: Expiring<AuthorizationCode>
  refreshTokens: Expiring<RefreshToken>
  transactions: Expiring<Transaction>
  /** signs out all users of the tenant, permanently */
  forgetTenant(tenant: Tenant): void
}

/** Things that are issued under a secret name and redeemed once. */
interface Expiring<T extends { expiresAt: number }> {
  /** the secret name that redeems it */
  add(item: T): string
  /** redeems it; undefined if it was redeemed before, never existed, or is too old */
  take(name: string): T | undefined
  /** restores what was redeemed */
  restore(name: string, item: T): void
  removeWhere(test: (item: T) => boolean): void
  /** those not redeemed yet, by their secret names */
  entries(): Iterable<[string, T]>
}

/** `now` is real time in milliseconds. */
export function createSignIns(now: () => number): SignIns {
  const sessions = new Map<string, Session>()
  const codes = expiring<AuthorizationCode>(now, { most: mostGrants })
  const refreshTokens = expiring<RefreshToken>(now, { most: mostGrants })
  return {
    sessions,
    codes,
    refreshTokens,
    transactions: expiring(now, {
      most: mostTransactions,
      mostOfOne: mostOfAddress,
      ownerOf: ({ address }) => address,
    }),
    forgetTenant(tenant) {
      const isOfTenant = ({ member }: { member: Member }) => member.tenant === tenant
      codes.removeWhere(isOfTenant)
      refreshTokens.removeWhere(isOfTenant)
      for (const { id, members } of sessions.values()) {
        for (const [key, member] of members) if (isOfTenant({ member })) members.delete(key)
        if (members.size === 0) sessions.delete(id)
      }
    },
  }
}

/** A name that can't be guessed. */
export function secretName(): string {
  return randomBytes(32).toString('base64url')
}

/** Adds a session; if there are thousands, the oldest one ends. */
export function addSession({ sessions }: SignIns, session: Session): void {
  sessions.set(session.id, session)
  const [oldest] = sessions.keys()
  if (sessions.size > mostSessions && oldest !== undefined) sessions.delete(oldest)
}

interface Bounds<T> {
  most: number
  mostOfOne?: number
  /** undefined: not counted for anyone */
  ownerOf?: (item: T) => string | undefined
}

/** If there are too many, in total or of one owner, the oldest is removed. */
function expiring<T extends { expiresAt: number }>(
  now: () => number,
  { most, mostOfOne = most, ownerOf = () => undefined }: Bounds<T>,
): Expiring<T> {
  const items = new Map<string, T>()
  const makeRoomFor = (added: T) => {
    const owner = ownerOf(added)
    const own = owner === undefined ? [] : [...items].filter(([, item]) => ownerOf(item) === owner)
    const [oldestOfOwner] = own
    if (oldestOfOwner !== undefined && own.length >= mostOfOne) items.delete(oldestOfOwner[0])
    const [oldest] = items.keys()
    if (oldest !== undefined && items.size >= most) items.delete(oldest)
  }
  return {
    add(item) {
      for (const [name, { expiresAt }] of items) if (expiresAt <= now()) items.delete(name)
      makeRoomFor(item)
      const name = secretName()
      items.set(name, item)
      return name
    },
    take(name) {
      const item = items.get(name)
      items.delete(name)
      return item && item.expiresAt > now() ? item : undefined
    },
    restore: (name, item) => void items.set(name, item),
    entries: () => items.entries(),
    removeWhere(test) {
      for (const [name, item] of items) if (test(item)) items.delete(name)
    },
  }
}
