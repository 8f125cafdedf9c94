// @vitest-environment happy-dom
import type { AccountInfo, SilentRequest } from '@azure/msal-browser'
import type { Configuration } from '@portal/portal-api'
import { beforeEach, describe, expect, it, vi } from 'vitest'

// MSAL's behavior with two directories: whatever the authority, its cache answers by the tenant of the account.
const msal = vi.hoisted(() => ({
  asked: [] as SilentRequest[],
  /** its response if the cache has nothing for that tenant */
  answers: (tenantId: string): string => tenantId,
  needsInteraction: false,
  active: undefined as AccountInfo | undefined,
  expiresOn: undefined as Date | undefined,
  loginRedirect: vi.fn(),
}))

vi.mock('@azure/msal-browser', () => {
  class InteractionRequiredAuthError extends Error {}
  class PublicClientApplication {
    initialize = () => Promise.resolve()
    handleRedirectPromise = () => Promise.resolve(null)
    getAllAccounts = () => [accountIn('home')]
    getActiveAccount = () => msal.active ?? null
    setActiveAccount = (account: AccountInfo | null) => void (msal.active = account ?? undefined)
    clearCache = () => Promise.resolve()
    logoutRedirect = () => Promise.resolve(this.setActiveAccount(null))
    loginRedirect = msal.loginRedirect
    acquireTokenSilent = (request: SilentRequest) => {
      msal.asked.push(request)
      const asked = request.account?.tenantId ?? ''
      if (asked !== 'home' && msal.needsInteraction) return Promise.reject(new InteractionRequiredAuthError('needed'))
      const tenantId = asked === 'home' ? asked : msal.answers(asked)
      const { expiresOn } = msal
      return Promise.resolve({ tenantId, accessToken: `token of ${tenantId}`, account: accountIn(tenantId), expiresOn })
    }
  }
  return { PublicClientApplication, InteractionRequiredAuthError }
})

function accountIn(tenantId: string): AccountInfo {
  const homeAccountId = 'ada.home'
  return {
    homeAccountId,
    localAccountId: `ada in ${tenantId}`,
    tenantId,
    username: 'ada@contoso.com',
    environment: 'login',
  }
}

const configuration = {
  authentication: {
    clientId: 'spa',
    authority: 'https://login.microsoftonline.com/organizations',
    knownAuthorities: [],
    scope: 'api://api/access_as_user',
  },
} as unknown as Configuration

/** The page, with Ada signed in at home. */
async function openPage() {
  vi.resetModules()
  const page = await import('./authentication.ts')
  await page.startAuthentication(Promise.resolve(configuration))
  return page
}

const assign = vi.fn()

beforeEach(() => {
  Object.assign(msal, {
    asked: [],
    answers: (asked: string) => asked,
    needsInteraction: false,
    active: accountIn('home'),
    expiresOn: new Date(Date.now() + 3_600_000),
  })
  sessionStorage.clear()
  msal.loginRedirect.mockReset()
  assign.mockReset()
  vi.spyOn(window.location, 'assign').mockImplementation(assign)
})

it('nobody is signed out by the name of nobody, whom MSAL takes for anyone', async () => {
  const { authentication, forgetPerson } = await openPage()
  await forgetPerson('')
  expect(authentication()).toMatchObject({ status: 'signedIn' })
})

it('nobody goes on as another account that is still signed in, and Entra ID is to ask who comes next', async () => {
  const { leaveEntra } = await openPage()
  await leaveEntra()
  const { authentication, signIn } = await openPage()
  expect(authentication()).toMatchObject({ status: 'signedOut', accounts: [{ key: 'ada.home@home' }] })
  await signIn()
  expect(msal.loginRedirect).toHaveBeenCalledWith(expect.objectContaining({ prompt: 'select_account' }))
})

describe('switching directory', () => {
  it('asks for the other directory by account and by authority, and goes on there', async () => {
    const { switchDirectory } = await openPage()
    await switchDirectory('partner', '/gallery?id=x')
    expect(msal.asked).toMatchObject([
      { account: { tenantId: 'partner' }, authority: 'https://login.microsoftonline.com/partner/v2.0' },
    ])
    expect(msal.active).toMatchObject({ tenantId: 'partner', localAccountId: 'ada in partner' })
    expect(assign).toHaveBeenCalledWith(`${window.location.origin}/gallery?id=x`)
  })

  it('takes no token of the directory before for one of the other', async () => {
    msal.answers = () => 'home'
    const { switchDirectory, TokenUnavailable } = await openPage()
    await expect(switchDirectory('partner', '/')).rejects.toBeInstanceOf(TokenUnavailable)
    expect(msal.active).toMatchObject({ tenantId: 'home' })
    expect(assign).not.toHaveBeenCalled()
  })

  it('leaves for the sign-in of that directory where it wants the user, and comes back to the address', async () => {
    msal.needsInteraction = true
    const { switchDirectory } = await openPage()
    await switchDirectory('partner', '/gallery?id=x')
    expect(msal.loginRedirect).toHaveBeenCalledWith({
      scopes: ['api://api/access_as_user'],
      authority: 'https://login.microsoftonline.com/partner/v2.0',
      loginHint: 'ada@contoso.com',
      redirectStartPage: `${window.location.origin}/gallery?id=x`,
    })
    expect(msal.active).toMatchObject({ tenantId: 'home' })
  })
})

describe('an access token', () => {
  it('that is of another directory than the account is none', async () => {
    const { getAccessToken, TokenUnavailable } = await openPage()
    await expect(getAccessToken()).resolves.toBe('token of home')
    msal.active = accountIn('partner')
    msal.answers = () => 'home'
    await expect(getAccessToken()).rejects.toBeInstanceOf(TokenUnavailable)
  })

  it('is held for the account that is signed in, and for no other', async () => {
    const { getAccessToken, heldAccessToken } = await openPage()
    expect(heldAccessToken()).toBeUndefined()
    await getAccessToken()
    expect([heldAccessToken(), heldAccessToken('ada.home@home')]).toEqual(['token of home', 'token of home'])
    expect(heldAccessToken('ada.home@partner')).toBeUndefined()
    msal.active = accountIn('partner')
    await getAccessToken()
    expect([heldAccessToken(), heldAccessToken('ada.home@partner')]).toEqual([undefined, undefined])
  })

  it('is not held once MSAL would renew it', async () => {
    msal.expiresOn = new Date(Date.now() + 5 * 60_000)
    const { getAccessToken, heldAccessToken } = await openPage()
    await getAccessToken()
    expect(heldAccessToken()).toBeUndefined()
  })

  it.each(['leaveEntra', 'leaveUnattended', 'forgetPerson'] as const)('is gone after %s', async (leave) => {
    const page = await openPage()
    await page.getAccessToken()
    await page[leave]('ada.home')
    expect(page.heldAccessToken()).toBeUndefined()
  })
})

it('tells a guest from who is at home, and that they are the same person', async () => {
  msal.active = accountIn('partner')
  const { authentication } = await openPage()
  expect(authentication()).toMatchObject({
    account: { key: 'ada.home@partner', personKey: 'ada.home', isGuest: true },
    accounts: [{ key: 'ada.home@home', personKey: 'ada.home', isGuest: false }],
  })
})
