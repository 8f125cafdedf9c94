import { UnsecuredJWT } from 'jose'
import { expect, it } from 'vitest'
import { multifactorAuthenticationOf } from '../routes/session.ts'

it.each([
  ['used', { amr: ['pwd', 'mfa'] }],
  ['used', { amr: ['ngcmfa'] }],
  ['notUsed', { amr: ['pwd'] }],
  ['unknown', {}],
  ['unknown', { amr: 'mfa' }],
])('is %s by the claims %j', (expected, claims) => {
  expect(multifactorAuthenticationOf(new UnsecuredJWT(claims).encode())).toBe(expected)
})

it('is unknown by a token that is only for ARM to read', () => {
  expect(multifactorAuthenticationOf('opaque')).toBe('unknown')
})
