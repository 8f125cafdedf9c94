import { azureClouds } from '@portal/arm'
import { describe, expect, it } from 'vitest'
import { cloudOf } from '../cloud.ts'
import { claimsAskedBy, ClaimsChallenge } from './claims-challenge.ts'

const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'
const base64 = Buffer.from(claims).toString('base64')

describe("ARM's WWW-Authenticate", () => {
  it.each([
    [
      'with quotes',
      `Bearer realm="", authorization_uri="https://x/authorize", error="insufficient_claims", claims="${base64}"`,
    ],
    ['without quotes', `Bearer error=insufficient_claims, claims=${base64}`],
    ['in base64url', `Bearer claims="${Buffer.from(claims).toString('base64url')}", error="insufficient_claims"`],
  ])('tells its claims %s', (_, header) => {
    expect(claimsAskedBy(header)).toBe(claims)
  })

  it.each([
    ['there is no header', undefined],
    ['the token is just not valid', 'Bearer error="invalid_token"'],
    ['there are no claims', 'Bearer error="insufficient_claims"'],
    [
      'the claims are no JSON object',
      `Bearer error="insufficient_claims", claims="${Buffer.from('[1]').toString('base64')}"`,
    ],
    ['the claims are garbage', 'Bearer error="insufficient_claims", claims="%%%"'],
  ])('asks for none where %s', (_, header) => {
    expect(claimsAskedBy(header)).toBeUndefined()
  })
})

it('is passed on in the form that MSAL and Microsoft describe', () => {
  const { authorizationEndpoint } = cloudOf(azureClouds.AzureCloud, ['t1']).signIn
  const { headers } = new ClaimsChallenge(claims).answer({ authorizationEndpoint, tenantId: 't1' })
  const header = headers?.['WWW-Authenticate']
  expect(header).toBe(
    `Bearer realm="", authorization_uri="https://login.microsoftonline.com/t1/oauth2/v2.0/authorize", error="insufficient_claims", claims="${base64}"`,
  )
  expect(claimsAskedBy(header)).toBe(claims)
})
