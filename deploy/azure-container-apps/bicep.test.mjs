import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../apps/bff/src/config.ts'
import { bicepGrammar, grammar } from '../../packages/code/src/testing/grammar.ts'
import { bicepFaults } from './bicep-faults.mjs'

const read = (file) => readFileSync(join(import.meta.dirname, file), 'utf8')
const main = read('main.bicep')
const resourceTypes = {
  ...JSON.parse(read('resource-types.golden.json')),
  // From the pages of Microsoft; the package that the others were recorded from lacks these.
  'Microsoft.Insights/diagnosticSettings@2021-05-01-preview': {
    body: { name: 'string (required)', properties: 'Settings' },
    types: { Settings: { workspaceId: 'string', logs: 'Log[]' }, Log: { categoryGroup: 'string', enabled: 'bool' } },
  },
  'Microsoft.Insights/workbooks@2023-06-01': {
    body: {
      name: 'string (required)',
      location: 'string (required)',
      kind: 'string',
      tags: 'Tags',
      properties: 'Workbook',
    },
    types: {
      Tags: { '*': 'string' },
      Workbook: {
        displayName: 'string (required)',
        serializedData: 'string (required)',
        category: 'string (required)',
        sourceId: 'string',
        description: 'string',
      },
    },
  },
  'Microsoft.Graph/applications@v1.0': { body: { uniqueName: 'string (required)' }, types: {} },
  'Microsoft.Graph/applications/federatedIdentityCredentials@v1.0': {
    body: {
      name: 'string (required)',
      issuer: 'string (required)',
      subject: 'string (required)',
      audiences: 'string[] (required)',
    },
    types: {},
  },
}

let parse
beforeAll(async () => {
  parse = await grammar(bicepGrammar)
})
// The grammar is older than extensions and parameter files.
const faultsOf = (text) => bicepFaults(parse(text.replace(/^extension .*$/m, '')), resourceTypes)

describe('the Bicep files', () => {
  it.each(['main.bicep', 'api-trust.bicep'])('%s is what the types of its resources ask', (file) => {
    expect(faultsOf(read(file))).toEqual([])
  })

  it.each([
    ['a property that is none', 'allowInsecure:', 'allowUnsafe:', 'has no allowUnsafe'],
    ['one that only Azure sets', 'principalType:', 'createdBy:', 'createdBy cannot be set'],
    ['one that is there twice', 'bindingType: customDomain', 'name: customDomain', 'has name twice'],
    ['a missing port', /port: port/, '', 'lacks port'],
    ['text in the place of a number', 'targetPort: port', "targetPort: '4280'", 'not of type int'],
    [
      'a list in the place of an object',
      "metadata: {\n                concurrentRequests: '50'\n              }",
      'metadata: []',
      'not of type',
    ],
    ['a name that is not declared', 'value: portalClientId', 'value: portalId', 'portalId is not declared'],
    ['a parameter that nobody uses', /minReplicas: minReplicas/, 'minReplicas: 2', 'minReplicas is not used'],
    ['a type of another version', 'containerApps@2025-01-01', 'containerApps@2015-01-01', 'no recorded type'],
    ['a brace too few', 'scale: {', 'scale: ', 'not Bicep'],
  ])('would not pass with %s', (_, from, to, fault) => {
    const changed = main.replace(from, to)
    expect(changed).not.toBe(main)
    expect(faultsOf(changed).join('\n')).toContain(fault)
  })

  it('take each parameter that the example gives, and all that have no default', () => {
    const given = [...read('portal.bicepparam').matchAll(/^param (\w+) = /gm)].map(([, name]) => name)
    const declared = [...main.matchAll(/^param (\w+) \S+( =)?/gm)].map(([, name, hasDefault]) => ({ name, hasDefault }))
    const needed = declared.filter(({ hasDefault }) => hasDefault === undefined).map(({ name }) => name)
    expect(given).toEqual(expect.arrayContaining(needed))
    expect(declared.map(({ name }) => name)).toEqual(expect.arrayContaining(given))
  })
})

describe('the app', () => {
  it('has variables that the server starts with, and no secret unless there is a Redis', () => {
    const guid = '11111111-1111-4111-8111-111111111111'
    const values = {
      'environment().name': 'AzureCloud',
      "join(tenantIds, ',')": guid,
      portalClientId: '22222222-2222-4222-8222-222222222222',
      apiClientId: '33333333-3333-4333-8333-333333333333',
      'identity.properties.clientId': guid,
      "'https://${host}'": 'https://images.contoso.com',
      "'1'": '1',
    }
    const env = Object.fromEntries(
      [...main.matchAll(/name: '([A-Z_]+)'\n\s+value: (.+)/g)]
        .filter(([, name]) => !['TOKEN_CACHE_KEY_FILE', 'OPERATORS_FILE'].includes(name))
        .map(([, name, value]) => [name, values[value]]),
    )
    expect(Object.values(env)).not.toContain(undefined)
    const config = readConfig({ AUTH_MODE: 'entra', PORT: '4280', ...env })
    expect(config).toMatchObject({ credential: { type: 'managed-identity', clientId: guid }, listen: { port: 4280 } })
    expect([...main.matchAll(/secretRef: '([^']+)'/g)].map(([, name]) => name)).toEqual([
      'redis-url',
      'token-cache-key',
    ])
  })

  it('is trusted by the API application as Entra ID asks of a managed identity', () => {
    const trust = read('api-trust.bicep')
    expect(trust).toContain("issuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'")
    expect(trust).toContain("AzureCloud: 'api://AzureADTokenExchange'")
    expect(trust).toContain('audiences: [audience]')
    expect(trust).toContain('subject: identityPrincipalId')
  })
})
