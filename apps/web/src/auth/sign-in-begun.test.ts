// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { hasSignInBegun } from './msal-configuration.ts'

afterEach(() => sessionStorage.clear())

it('a sign-in has begun in a tab once MSAL has left something in it', () => {
  sessionStorage.setItem('portal-active-at', '1')
  expect(hasSignInBegun()).toBe(false)
  sessionStorage.setItem('msal.2.account.keys', '[]')
  expect(hasSignInBegun()).toBe(true)
})
