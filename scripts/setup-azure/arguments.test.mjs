import { describe, expect, it } from 'vitest'
import { ArgumentFaults, readArguments } from './arguments.mjs'

const origin = ['--origin', 'https://images.contoso.com/']

/** The faults of the arguments, one a line. */
function faultsOf(/** @type {string[]} */ ...args) {
  try {
    readArguments(args)
  } catch (error) {
    if (error instanceof ArgumentFaults) return error.message
    throw error
  }
  return ''
}

describe('the arguments of setup:azure', () => {
  it('prints by default, for one tenant, and asks for no consent', () => {
    expect(readArguments(origin)).toEqual({
      mode: 'print',
      origin: 'https://images.contoso.com',
      name: 'gallery-encryption-portal',
      tenantIds: [],
      apiClientId: undefined,
      portalClientId: undefined,
      workload: undefined,
      managedIdentityId: undefined,
      consent: false,
      inOtherTenant: false,
    })
  })

  it('takes the tokens of a workload, for the usual audience', () => {
    const args = [
      ...origin,
      '--run',
      '--issuer',
      'https://oidc.contoso.com/',
      '--subject',
      'repo:contoso/portal:ref:main',
    ]
    expect(readArguments(args)).toMatchObject({
      mode: 'run',
      workload: {
        issuer: 'https://oidc.contoso.com/',
        subject: 'repo:contoso/portal:ref:main',
        audience: 'api://AzureADTokenExchange',
      },
    })
  })

  it('takes each tenant once, in whatever case', () => {
    const id = 'FAB41CA0-0000-4000-8000-000000000001'
    expect(readArguments([...origin, '--tenants', `${id}, ${id.toLowerCase()},`]).tenantIds).toEqual([id.toLowerCase()])
  })

  it.each([
    ['no origin', [], "--origin isn't set"],
    ['an origin without TLS', ['--origin', 'http://images.contoso.com'], 'it must be an https origin'],
    ['an origin with a path', ['--origin', 'https://images.contoso.com/portal'], 'without a path'],
    ['a tenant by its name', [...origin, '--tenants', 'contoso.com'], '--tenants has "contoso.com"'],
    ['both --run and --what-if', [...origin, '--run', '--what-if'], 'Use either --run or --what-if'],
    [
      'an issuer alone',
      [...origin, '--issuer', 'https://oidc.contoso.com'],
      '--issuer and --subject must be set together',
    ],
    ['an audience alone', [...origin, '--audience', 'api://x'], '--audience is for the tokens of'],
    [
      'a subject that bash would read',
      [...origin, '--issuer', 'https://a.b', '--subject', '$(id)'],
      '--subject must have',
    ],
    ['an identity by its name', [...origin, '--managed-identity', 'portal'], 'resource ID of a user-assigned identity'],
    ['a name with a quote', [...origin, '--name', "o'hara"], '--name is'],
    ['an application by its name', [...origin, '--api-client-id', 'Portal'], '--api-client-id is "Portal"'],
    ['another tenant without the ids', ['--other-tenant'], '--other-tenant requires --api-client-id'],
    ['a registration in another tenant', ['--other-tenant', '--issuer', 'https://a.b'], "doesn't change registrations"],
    ['an option that is not known', [...origin, '--secret', 'x'], "Unknown option '--secret'"],
  ])('refuses %s', (_, args, fault) => expect(faultsOf(...args)).toContain(fault))

  it('lists every fault', () => expect(faultsOf('--name', 'A', '--tenants', 'x').split('\n')).toHaveLength(3))
})
