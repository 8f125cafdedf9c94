// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { hasSignInBegun } from './msal-configuration.ts'

afterEach(() => sessionStorage.clear())

it('a sign-in has begun in a tab once MSAL has left more in it than its own bookkeeping', () => {
  sessionStorage.setItem('portal-active-at', '1')
  sessionStorage.setItem('msal.version', '5.1.0')
  sessionStorage.setItem('msal.3.account.keys', '[]')
  sessionStorage.setItem('msal.3.token.keys.0a91', '{}')
  expect(hasSignInBegun()).toBe(false)
  sessionStorage.setItem('msal.interaction.status', '{}')
  expect(hasSignInBegun()).toBe(true)
})
