import { expect, it } from 'vitest'
import { servesTenant, type Registration } from './registration.ts'

const registration: Registration = {
  tenantIds: 'any of the authority',
  closedTenantIds: ['the-worlds-own'],
  portalClientId: 'portal',
  api: {
    clientId: 'api',
    scope: 'api://api/access_as_user',
    credential: { type: 'secret', clientSecret: 'never sent' },
  },
}

it('D01: of any tenant that the demonstration signs for, the one that all know is not served', () => {
  expect(['a-browsers-own', 'the-worlds-own'].map((tenantId) => servesTenant(registration, tenantId))).toEqual([
    true,
    false,
  ])
})
