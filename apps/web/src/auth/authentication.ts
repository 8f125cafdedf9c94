import type { AccountInfo, PublicClientApplication } from '@azure/msal-browser'
import type { Configuration } from '@portal/portal-api'
import { authorityOf, msalConfiguration, redirectUri } from './msal-configuration.ts'
import { returnAddress } from './return-address.ts'

// The only file that touches MSAL. It is loaded apart (58 kB) while the first page is on screen already.

/** Who is signed in. `key` starts every cache and storage key, so that two accounts (or tenants) never meet. */
export interface Account {
  key: string
  name: string
  username: string
  tenantId: string
}

export type Authentication =
  | { status: 'starting' }
  | { status: 'failed'; error: unknown }
  /** `interrupted`: the user came back from Entra ID without having signed in; `unattended`: nobody had been there for long */
  | { status: 'signedOut'; configuration: Configuration; interrupted: boolean; unattended?: boolean }
  | { status: 'signedIn'; configuration: Configuration; interrupted: boolean; account: Account; accounts: Account[] }

/** The user has to act before there is a token: sign in again, or what `claims` (JSON) ask for. */
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
const listeners = new Set<() => void>()

export function authentication(): Authentication {
  return state
}

export function subscribeToAuthentication(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function set(next: Authentication): void {
  state = next
  listeners.forEach((listener) => listener())
}

/**
 * Loads MSAL, takes the answer of a redirect if there is one, and tells who is signed in. Once, before anything asks
 * for a token: MSAL throws otherwise. Never throws: a failure is a state.
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

// Coming back with an error (the user pressed Cancel at Entra ID, say) leaves whoever was signed in signed in.
async function takeRedirect(client: PublicClientApplication): Promise<{ interrupted: boolean }> {
  try {
    const result = await client.handleRedirectPromise()
    if (result) {
      client.setActiveAccount(result.account)
      redirectCompleted = true
    }
    return { interrupted: false }
  } catch {
    return { interrupted: true }
  }
}

function show({ interrupted }: { interrupted: boolean }): void {
  const { client, configuration } = running()
  const all = client.getAllAccounts()
  const active = client.getActiveAccount() ?? all[0]
  if (!active) return set({ status: 'signedOut', configuration, interrupted })
  client.setActiveAccount(active)
  set({ status: 'signedIn', configuration, interrupted, account: accountOf(active), accounts: all.map(accountOf) })
}

function running(): Session {
  if (!session) throw new TokenUnavailable('Sign-in has not started')
  return session
}

function accountOf(info: AccountInfo): Account {
  return {
    key: accountKey(info),
    name: info.name || info.username,
    username: info.username,
    tenantId: info.tenantId,
  }
}

function accountKey(info: AccountInfo): string {
  return `${info.homeAccountId}@${info.tenantId}`
}

/** Whether this page was opened by Entra ID's answer to a redirect. */
export function cameBackFromRedirect(): boolean {
  return redirectCompleted
}

interface SignInOptions {
  /** asks which account even if one is known */
  pickAccount?: boolean
  /** user name of who is to sign in */
  loginHint?: string
  /** address in the portal to come back to; by default that of now */
  returnTo?: string
}

/** Leaves for Entra ID's sign-in page, and comes back. */
export async function signIn(options: SignInOptions = {}): Promise<void> {
  const { pickAccount = false, loginHint, returnTo = window.location.href } = options
  const { client, configuration } = running()
  await client.loginRedirect({
    scopes: [configuration.authentication.scope],
    redirectStartPage: returnAddress(returnTo, window.location.href),
    ...(pickAccount && { prompt: 'select_account' }),
    ...(loginHint !== undefined && { loginHint }),
  })
}

/** Leaves for Entra ID to do what `claims` ask for (a second factor, say) or to sign in again; comes back to the address of now. */
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

/** Goes on as another account that is signed in already. */
export function switchAccount(key: string): void {
  const { client } = running()
  const account = client.getAllAccounts().find((info) => accountKey(info) === key)
  if (!account) return
  client.setActiveAccount(account)
  show({ interrupted: false })
}

/** Forgets the tokens of the active account in this tab and leaves for Entra ID's sign-out page. */
export async function leaveEntra(): Promise<void> {
  const { client } = running()
  await client.logoutRedirect({
    account: client.getActiveAccount(),
    postLogoutRedirectUri: redirectUri(window.location.origin),
  })
}

/** Looks again who is signed in, for a page that the browser kept while the user was away from it. */
export function lookAgain(): void {
  if (session) show({ interrupted: false })
}

/** Forgets an account that signed out in another tab. */
export async function forgetAccount(key: string): Promise<void> {
  const { client } = running()
  const account = client.getAllAccounts().find((info) => accountKey(info) === key)
  if (!account) return
  await client.clearCache({ account })
  if (state.status === 'signedIn' && state.account.key === key) client.setActiveAccount(null)
  show({ interrupted: false })
}

/** Forgets the tokens of all accounts in this tab, where nobody has been for long. What the tab shows goes with them. */
export async function leaveUnattended(): Promise<void> {
  const { client, configuration } = running()
  client.setActiveAccount(null)
  await client.clearCache()
  set({ status: 'signedOut', configuration, interrupted: false, unattended: true })
}

/**
 * An access token for the portal's API, of the active account. With `claims` (JSON) a fresh one that satisfies them.
 * Throws `SignInNeeded` when only the user can go on, `TokenUnavailable` when Entra ID cannot be had.
 */
export async function getAccessToken(claims?: string): Promise<string> {
  const { client, configuration, msal } = running()
  const account = client.getActiveAccount()
  if (!account) throw new SignInNeeded()
  const { scope, authority } = configuration.authentication
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
  // MSAL answers from its cache by the account's tenant, whatever authority it was asked for.
  if (result.tenantId !== account.tenantId)
    throw new TokenUnavailable(`The token is of tenant ${result.tenantId}, not of ${account.tenantId}`)
  return result.accessToken
}
