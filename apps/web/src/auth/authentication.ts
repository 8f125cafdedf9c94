import type { AccountInfo, AuthenticationResult, PublicClientApplication } from '@azure/msal-browser'
import type { Configuration } from '@portal/portal-api'
import { tabStorage } from '../drafts/browser-storage.ts'
import { authorityOf, msalConfiguration, redirectUri } from './msal-configuration.ts'
import { returnAddress } from './return-address.ts'

// The only file that touches MSAL. It is loaded apart (58 kB) while the first page is on screen already.

/**
 * Somebody in a directory. `key` starts every cache and storage key, so that two accounts (or directories) never meet.
 */
export interface Account {
  key: string
  /** the same in every directory of that person; `key` starts with it */
  personKey: string
  name: string
  username: string
  /** in the directory */
  objectId: string
  /** of the directory */
  tenantId: string
  isGuest: boolean
}

export type Authentication =
  | { status: 'starting' }
  | { status: 'failed'; error: unknown }
  /**
   * `interrupted`: the user returned from Entra ID without having signed in; `unattended`: the user was inactive for
   * too long; `accounts`: those of others who are still signed in in this tab
   */
  | {
      status: 'signedOut'
      configuration: Configuration
      interrupted: boolean
      unattended?: boolean
      accounts: Account[]
    }
  /** `accounts`: the accounts signed in in this tab, one for each directory that the user has been in */
  | { status: 'signedIn'; configuration: Configuration; interrupted: boolean; account: Account; accounts: Account[] }

/** The user must act before there is a token: sign in again, or satisfy `claims` (JSON). */
export class SignInNeeded extends Error {
  readonly code = 'SignInNeeded'
  readonly claims: string | undefined
  constructor(claims?: string) {
    super('The user has to sign in again')
    this.name = 'SignInNeeded'
    this.claims = claims
  }
}

/** No token for a reason that the user cannot help: Entra ID did not answer, or answered for another tenant. */
export class TokenUnavailable extends Error {
  readonly code = 'TokenUnavailable'
  constructor(message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'TokenUnavailable'
  }
}

interface Session {
  msal: typeof import('@azure/msal-browser')
  client: PublicClientApplication
  configuration: Configuration
}

let session: Session | undefined
let state: Authentication = { status: 'starting' }
let redirectCompleted = false
let refusedWith: string | undefined
// In the page's memory only, and of one account: MSAL searches its cache again for each call, with many pauses.
let held: { key: string; accessToken: string; renewAt: number } | undefined
const listeners = new Set<() => void>()

// In a tab that somebody has left, nobody else is signed in unasked: neither MSAL's next account, nor Entra ID's.
const leftKey = 'portal-signed-out'

// How long before its end MSAL renews a token.
const renewalOffsetMs = 5 * 60_000

export function authentication(): Authentication {
  return state
}

export function subscribeToAuthentication(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function set(next: Authentication): void {
  state = next
  if (next.status !== 'signedIn') held = undefined
  listeners.forEach((listener) => listener())
}

/**
 * Loads MSAL, handles the response of a redirect if there is one, and determines who is signed in. Call it once, before
 * anything requests a token: MSAL throws otherwise. Never throws: a failure is a state.
 */
export async function startAuthentication(loading: Promise<Configuration>): Promise<void> {
  try {
    const [msal, configuration] = await Promise.all([import('@azure/msal-browser'), loading])
    const client = new msal.PublicClientApplication(
      msalConfiguration(configuration.authentication, window.location.origin),
    )
    await client.initialize()
    session = { msal, client, configuration }
    show(await takeRedirect(client))
  } catch (error) {
    set({ status: 'failed', error })
  }
}

// A return with an error (for example, the user selected Cancel at Entra ID) keeps the signed-in user signed in.
async function takeRedirect(client: PublicClientApplication): Promise<{ interrupted: boolean }> {
  try {
    const result = await client.handleRedirectPromise()
    if (result) {
      client.setActiveAccount(result.account)
      tabStorage.remove(leftKey)
      redirectCompleted = true
    }
    return { interrupted: false }
  } catch (error) {
    // never the message itself: it can name people and applications
    refusedWith = error instanceof Error ? /AADSTS\d+/.exec(error.message)?.[0] : undefined
    return { interrupted: true }
  }
}

function show({ interrupted }: { interrupted: boolean }): void {
  const { client, configuration } = running()
  const all = client.getAllAccounts()
  const active = client.getActiveAccount()
  if (!active) return set({ status: 'signedOut', configuration, interrupted, accounts: all.map(accountOf) })
  set({ status: 'signedIn', configuration, interrupted, account: accountOf(active), accounts: all.map(accountOf) })
}

function running(): Session {
  if (!session) throw new TokenUnavailable('Sign-in has not started')
  return session
}

function accountOf(info: AccountInfo): Account {
  return {
    key: accountKey(info),
    personKey: info.homeAccountId,
    name: info.name || info.username,
    username: info.username,
    objectId: info.localAccountId,
    tenantId: info.tenantId,
    isGuest: !info.homeAccountId.endsWith(`.${info.tenantId}`),
  }
}

function accountKey(info: AccountInfo): string {
  return `${info.homeAccountId}@${info.tenantId}`
}

/** Entra ID's error instead of a sign-in when this page was opened, for example AADSTS65004. */
export function signInRefusal(): string | undefined {
  return refusedWith
}

/** Whether this page was opened by Entra ID's answer to a redirect. */
export function cameBackFromRedirect(): boolean {
  return redirectCompleted
}

/** How a sign-in differs from the usual one. */
export interface SignInOptions {
  /** lets the user pick an account even if one is known */
  pickAccount?: boolean
  /** user name of the account to sign in */
  loginHint?: string
  /** ID or domain of the directory to sign in to, if it is not the user's own */
  directory?: string
  /** address in the portal to return to; by default the current one */
  returnTo?: string
}

/** Redirects to Entra ID's sign-in page, and back. */
export async function signIn(options: SignInOptions = {}): Promise<void> {
  const { pickAccount = false, loginHint, directory, returnTo = window.location.href } = options
  const { client, configuration } = running()
  const hasLeft = tabStorage.get(leftKey) !== undefined
  await client.loginRedirect({
    scopes: [configuration.authentication.scope],
    redirectStartPage: returnAddress(returnTo, window.location.href),
    ...((pickAccount || (loginHint === undefined && hasLeft)) && { prompt: 'select_account' }),
    ...(loginHint !== undefined && { loginHint }),
    ...(directory !== undefined && { authority: authorityOf(directory, configuration.authentication.authority) }),
  })
}

/**
 * Redirects to Entra ID to satisfy `claims` (a second factor, for example) or to sign in again; returns to the current
 * address.
 */
export async function verifyAndReturn(claims?: string): Promise<void> {
  const { client, configuration } = running()
  const account = client.getActiveAccount()
  await client.acquireTokenRedirect({
    scopes: [configuration.authentication.scope],
    redirectStartPage: window.location.href,
    ...(account && { account, authority: authorityOf(account.tenantId, configuration.authentication.authority) }),
    ...(claims !== undefined && { claims }),
  })
}

/** Continues as another account that is already signed in, by reloading the page, as `switchDirectory` does. */
export function switchAccount(key: string): void {
  const { client } = running()
  const account = client.getAllAccounts().find((info) => accountKey(info) === key)
  if (!account) return
  client.setActiveAccount(account)
  window.location.reload()
}

/**
 * Continues as the same person in another directory, at `returnTo`. The page is reloaded: requests of the previous
 * directory must not get a token of this one. Redirects to Entra ID if that requires a sign-in; throws
 * `TokenUnavailable` if it isn't available.
 */
export async function switchDirectory(tenantId: string, returnTo: string): Promise<void> {
  const { client } = running()
  const account = client.getActiveAccount()
  if (!account) throw new SignInNeeded()
  try {
    const { account: there } = await tokenOf({ ...account, tenantId })
    client.setActiveAccount(there)
    window.location.assign(returnAddress(returnTo, window.location.href))
  } catch (error) {
    if (!(error instanceof SignInNeeded)) throw error
    await signIn({ directory: tenantId, loginHint: account.username, returnTo })
  }
}

/** Forgets the tokens of the active account in this tab and leaves for Entra ID's sign-out page. */
export async function leaveEntra(): Promise<void> {
  const { client } = running()
  held = undefined
  tabStorage.set(leftKey, 'true')
  await client.logoutRedirect({
    account: client.getActiveAccount(),
    postLogoutRedirectUri: redirectUri(window.location.origin),
  })
}

/** Checks again who is signed in, and where, for a page that the browser kept while the user was away from it. */
export function lookAgain(): void {
  if (!session) return
  const active = session.client.getActiveAccount()
  // What the page shows, and was sending, is of the account before.
  if (active && state.status === 'signedIn' && state.account.key !== accountKey(active)) window.location.reload()
  else show({ interrupted: false })
}

/** Forgets, in all their directories, a person who signed out in another tab. */
export async function forgetPerson(personKey: string): Promise<void> {
  const { client } = running()
  // MSAL treats an empty ID as any.
  const [account] = personKey === '' ? [] : client.getAllAccounts({ homeAccountId: personKey })
  if (!account) return
  await client.clearCache({ account })
  if (state.status === 'signedIn' && state.account.personKey === personKey) {
    tabStorage.set(leftKey, 'true')
    client.setActiveAccount(null)
  }
  show({ interrupted: false })
}

/** Forgets all other people who are signed in in this tab. */
export async function forgetOthers(): Promise<void> {
  const { client } = running()
  const active = client.getActiveAccount()
  const others = client.getAllAccounts().filter(({ homeAccountId }) => homeAccountId !== active?.homeAccountId)
  await Promise.all(others.map((account) => client.clearCache({ account })))
}

/** Removes the tokens of all accounts in this tab after long inactivity. The content of the tab is removed too. */
export async function leaveUnattended(): Promise<void> {
  const { client, configuration } = running()
  client.setActiveAccount(null)
  await client.clearCache()
  set({ status: 'signedOut', configuration, interrupted: false, unattended: true, accounts: [] })
}

/**
 * The last access token, at once: undefined unless it is of the account that is signed in (and has that key), and MSAL
 * would not renew it yet.
 */
export function heldAccessToken(key?: string): string | undefined {
  if (state.status !== 'signedIn' || held?.key !== state.account.key || Date.now() >= held.renewAt) return undefined
  return key === undefined || key === held.key ? held.accessToken : undefined
}

/**
 * An access token for the portal's API, of the active account or of the one with that key. With `claims` (JSON), a new
 * one that satisfies them. Throws `SignInNeeded` if only the user can continue, `TokenUnavailable` if Entra ID isn't
 * available.
 */
export async function getAccessToken(claims?: string, key?: string): Promise<string> {
  const { client } = running()
  const account =
    key === undefined ? client.getActiveAccount() : client.getAllAccounts().find((info) => accountKey(info) === key)
  if (!account) throw new SignInNeeded()
  const { accessToken } = await tokenOf(account, claims)
  return accessToken
}

/** The token of an account, in the directory that its `tenantId` names. */
async function tokenOf(account: AccountInfo, claims?: string): Promise<AuthenticationResult> {
  const { client, configuration, msal } = running()
  const { scope, authority } = configuration.authentication
  // MSAL searches its cache by the account's tenant, and uses the authority for the network: both must be set.
  const result = await client
    .acquireTokenSilent({
      scopes: [scope],
      account,
      authority: authorityOf(account.tenantId, authority),
      ...(claims !== undefined && { claims }),
    })
    .catch((error: unknown) => {
      if (error instanceof msal.InteractionRequiredAuthError)
        throw new SignInNeeded(claims ?? (error.claims || undefined))
      throw new TokenUnavailable('Entra ID gave no token', error)
    })
  if (result.tenantId !== account.tenantId)
    throw new TokenUnavailable(`The token is of tenant ${result.tenantId}, not of ${account.tenantId}`)
  const renewAt = (result.expiresOn?.getTime() ?? 0) - renewalOffsetMs
  held = { key: accountKey(account), accessToken: result.accessToken, renewAt }
  return result
}
