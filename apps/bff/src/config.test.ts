import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { ConfigurationFaults } from './process/configuration-faults.ts'

const guid = (digit: number) => `${String(digit).repeat(8)}-1111-4222-8333-444444444444`

const entra = {
  AUTH_MODE: 'entra',
  AZURE_TENANT_IDS: guid(1),
  PORTAL_CLIENT_ID: guid(2),
  API_CLIENT_ID: guid(3),
  API_CLIENT_SECRET: 'a-secret-value',
  PUBLIC_ORIGIN: 'https://images.contoso.com',
}

function faultsOf(env: Record<string, string | undefined>): string[] {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigurationFaults) return error.faults
    throw error
  }
  return []
}

describe('against Entra ID', () => {
  it('is read with its defaults', () => {
    expect(readConfig(entra)).toEqual({
      authMode: 'entra',
      listen: { port: 4280, host: '0.0.0.0' },
      logLevel: 'info',
      telemetryEndpoint: undefined,
      webRoot: undefined,
      trustProxy: 0,
      requestsPerSecond: { address: 60, user: 20, userWrites: 2 },
      exchangesPerMinute: 5,
      connectionsOfAddress: 500,
      operators: { readOnly: false, file: undefined },
      deletionsNeedSecondPerson: false,
      securityContacts: [],
      eventLoopAlarmMs: 1000,
      redis: undefined,
      publicOrigin: 'https://images.contoso.com',
      tenantIds: [guid(1)],
      portalClientId: guid(2),
      scriptClientIds: [],
      apiClientId: guid(3),
      apiScope: `api://${guid(3)}/access_as_user`,
      credential: { type: 'secret', clientSecret: 'a-secret-value' },
      cloud: { name: 'AzureCloud' },
      certificate: undefined,
    })
  })

  it.each([
    ['AzureUSGovernment', { name: 'AzureUSGovernment' }],
    ['AzureChinaCloud', { name: 'AzureChinaCloud' }],
    [
      'https://management.local.azurestack.external/',
      { resourceManager: 'https://management.local.azurestack.external' },
    ],
    ['https://localhost:4290', { resourceManager: 'https://localhost:4290' }],
  ])('takes AZURE_CLOUD=%s', (given, cloud) => {
    expect(readConfig({ ...entra, AZURE_CLOUD: given })).toMatchObject({ cloud })
  })

  it('takes several tenants, each once', () => {
    const tenants = ` ${guid(4)}, ${guid(5)},${guid(4)} `
    expect(readConfig({ ...entra, AZURE_TENANT_IDS: tenants })).toMatchObject({ tenantIds: [guid(4), guid(5)] })
  })

  it('takes the applications of scripts, and refuses what is no ID', () => {
    const given = (text: string) => readConfig({ ...entra, SCRIPT_CLIENT_IDS: text })
    expect(given(`${guid(4)}, ${guid(5)}`)).toMatchObject({ scriptClientIds: [guid(4), guid(5)] })
    expect(() => given('az')).toThrow(/SCRIPT_CLIENT_IDS has "az"/)
  })

  it.each([
    ['2', 2],
    ['10.0.0.0/8, 2001:db8::/32,192.0.2.1', ['10.0.0.0/8', '2001:db8::/32', '192.0.2.1']],
  ])('believes the proxies of TRUST_PROXY=%s', (given, trustProxy) => {
    expect(readConfig({ ...entra, TRUST_PROXY: given })).toMatchObject({ trustProxy })
  })

  it('takes a managed identity in the place of a secret', () => {
    const env = { ...entra, API_CLIENT_SECRET: undefined, API_MANAGED_IDENTITY_CLIENT_ID: guid(4) }
    expect(readConfig(env)).toMatchObject({ credential: { type: 'managed-identity', clientId: guid(4) } })
  })

  it('writes the ids of the applications as tokens have them', () => {
    const [portal, api] = ['aaaaaaaa-1111-4222-8333-44444444444f', 'bbbbbbbb-1111-4222-8333-44444444444f']
    const env = { PORTAL_CLIENT_ID: portal.toUpperCase(), API_CLIENT_ID: api.toUpperCase() }
    expect(readConfig({ ...entra, ...env })).toMatchObject({
      portalClientId: portal,
      apiClientId: api,
      apiScope: `api://${api}/access_as_user`,
    })
  })

  it('takes other limits', () => {
    const env = {
      ADDRESS_REQUESTS_PER_SECOND: '600',
      USER_REQUESTS_PER_SECOND: '40',
      USER_WRITES_PER_SECOND: '5',
      USER_EXCHANGES_PER_MINUTE: '30',
    }
    const requestsPerSecond = { address: 600, user: 40, userWrites: 5 }
    expect(readConfig({ ...entra, ...env })).toMatchObject({ requestsPerSecond, exchangesPerMinute: 30 })
  })

  it.each(['redis://localhost', 'rediss://portal:p%40ss@redis.contoso.com:6380/2', 'redis://:secret@[::1]:6379/'])(
    'shares what it may by REDIS_URL=%s',
    (url) => {
      const env = { REDIS_URL: url, TOKEN_CACHE_KEY_FILE: '/keys' }
      expect(readConfig({ ...entra, ...env })).toMatchObject({ redis: { url, sealingKeyFile: '/keys' } })
    },
  )

  it('ends TLS itself with a certificate and its key', () => {
    const env = { TLS_CERTIFICATE_FILE: '/tls/tls.crt', TLS_KEY_FILE: '/tls/tls.key' }
    const certificate = { certificateFile: '/tls/tls.crt', keyFile: '/tls/tls.key' }
    expect(readConfig({ ...entra, ...env })).toMatchObject({ certificate })
  })

  it('tells every fault at once, each in a sentence that names its variable', () => {
    const faults = faultsOf({
      AUTH_MODE: 'entra',
      PORT: 'eighty',
      LOG_LEVEL: 'loud',
      AZURE_CLOUD: 'moon',
      AZURE_SIMULATOR_URL: 'http://localhost:4290',
    })
    const named = [
      'AZURE_CLOUD',
      'AZURE_SIMULATOR_URL',
      'PUBLIC_ORIGIN',
      'AZURE_TENANT_IDS',
      'PORTAL_CLIENT_ID',
      'API_CLIENT_ID',
      'credential',
      'PORT',
      'LOG_LEVEL',
    ]
    expect(faults).toHaveLength(named.length)
    for (const [index, name] of named.entries()) expect(faults[index]).toContain(name)
    for (const fault of faults) expect(fault).toMatch(/\.$/)
  })

  it.each([
    ['a cloud that az does not know', { AZURE_CLOUD: 'public' }, /AzureCloud, AzureUSGovernment, AzureChinaCloud, or/],
    ['a cloud by http', { AZURE_CLOUD: 'http://localhost:4290' }, /AZURE_CLOUD is "http:.*must be/],
    ['a cloud under a path', { AZURE_CLOUD: 'https://contoso.com/arm' }, /AZURE_CLOUD/],
    ['a cloud with a query', { AZURE_CLOUD: 'https://contoso.com/?a' }, /AZURE_CLOUD/],
    ['a tenant that is no GUID', { AZURE_TENANT_IDS: 'contoso.com' }, /AZURE_TENANT_IDS has "contoso.com"/],
    ['one application for both', { API_CLIENT_ID: guid(2) }, /are the same/],
    ['two credentials', { AZURE_FEDERATED_TOKEN_FILE: '/token' }, /2 credentials/],
    ['a managed identity by its name', { API_CLIENT_SECRET: '', API_MANAGED_IDENTITY_CLIENT_ID: 'portal' }, /GUID/],
    ['a secret beside a managed identity', { API_MANAGED_IDENTITY_CLIENT_ID: guid(4) }, /2 credentials/],
    ['no credential', { API_CLIENT_SECRET: ' ' }, /no credential/],
    ['a portal reached by http', { PUBLIC_ORIGIN: 'http://images.contoso.com' }, /PUBLIC_ORIGIN/],
    ['a portal under a path', { PUBLIC_ORIGIN: 'https://contoso.com/images' }, /PUBLIC_ORIGIN/],
    [
      'a portal on the reserved name of the demonstration',
      { PUBLIC_ORIGIN: 'https://sts.demo.invalid' },
      /PUBLIC_ORIGIN/,
    ],
    ['a scope without its API', { API_SCOPE: 'access_as_user' }, /API_SCOPE/],
    ['a port that does not exist', { PORT: '70000' }, /PORT/],
    ['a switch that is neither on nor off', { READ_ONLY: 'yes' }, /READ_ONLY is "yes"; it must be true or false/],
    ['a contact without a scheme', { SECURITY_CONTACT: 'security@contoso.com' }, /such as mailto:security@contoso.com/],
    ['a contact by http', { SECURITY_CONTACT: 'mailto:a@b.c, http://contoso.com' }, /has "http:\/\/contoso.com"/],
    ['the name of an earlier block list', { BLOCK_LIST_FILE: '/blocked' }, /is now OPERATORS_FILE/],
    ['no connection at all', { ADDRESS_CONNECTIONS: '0' }, /ADDRESS_CONNECTIONS/],
    ['an alarm without a time', { EVENT_LOOP_ALARM_MS: 'soon' }, /EVENT_LOOP_ALARM_MS/],
    ['trust in whatever a request says', { TRUST_PROXY: 'true' }, /TRUST_PROXY/],
    ['proxies at every address', { TRUST_PROXY: '0.0.0.0/0' }, /TRUST_PROXY/],
    ['a name in the place of proxies', { TRUST_PROXY: '10.0.0.0/8, loopback' }, /TRUST_PROXY/],
    ['ranges that are none', { TRUST_PROXY: '10.0.0.0/33' }, /TRUST_PROXY/],
    ['a collector without a scheme', { OTEL_EXPORTER_OTLP_ENDPOINT: 'localhost:4318' }, /OTEL_EXPORTER_OTLP_ENDPOINT/],
    ['a limit of nothing', { USER_WRITES_PER_SECOND: '0' }, /USER_WRITES_PER_SECOND/],
    ['a limit beyond all', { USER_WRITES_PER_SECOND: '1000000' }, /from 1 to 999999/],
    ['a Redis without a key', { REDIS_URL: 'redis://localhost' }, /TOKEN_CACHE_KEY_FILE isn't set/],
    ['a certificate without its key', { TLS_CERTIFICATE_FILE: '/tls/tls.crt' }, /must be set together/],
    ['a key without its certificate', { TLS_KEY_FILE: '/tls/tls.key' }, /must be set together/],
    [
      'a Redis elsewhere that is not encrypted',
      { REDIS_URL: 'redis://redis.contoso.com', TOKEN_CACHE_KEY_FILE: '/keys' },
      /Use rediss/,
    ],
    ['a key without a Redis', { TOKEN_CACHE_KEY_FILE: '/keys' }, /REDIS_URL isn't set/],
    ...[
      'localhost:6379',
      'https://redis.contoso.com',
      'redis://',
      'redis://:a/b@localhost',
      'redis://:a#b@localhost',
      'redis://:50%@localhost',
      'redis://localhost/portal',
    ].map((url): [string, Record<string, string>, RegExp] => [
      `${url} as a Redis`,
      { REDIS_URL: url, TOKEN_CACHE_KEY_FILE: '/keys' },
      /^REDIS_URL isn't the address of a Redis\. Use the form/,
    ]),
    ['permission for the demonstration', { ALLOW_DEMO_IN_PRODUCTION: 'true' }, /ALLOW_DEMO_IN_PRODUCTION/],
  ])('refuses %s', (_, over, fault) => {
    const faults = faultsOf({ ...entra, ...over })
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(fault)
  })

  it('never repeats a secret', () => {
    expect(faultsOf({ ...entra, AZURE_FEDERATED_TOKEN_FILE: '/token', PORT: 'x' }).join()).not.toContain(
      'a-secret-value',
    )
    expect(faultsOf({ ...entra, AZURE_CLOUD: 'https://ada:a-secret-value@contoso.com' }).join()).toMatch(
      /^AZURE_CLOUD has a user name in it; (?!.*a-secret-value)/,
    )
    for (const name of ['REDIS_URL', 'OTEL_EXPORTER_OTLP_ENDPOINT'])
      expect(faultsOf({ ...entra, [name]: 'ftp://:a-secret-value@localhost' }).join()).not.toContain('a-secret-value')
  })
})

describe('the demonstration', () => {
  it('is what starts when nothing is set, on this machine only', () => {
    expect(readConfig({})).toEqual({
      authMode: 'demo',
      listen: { port: 4280, host: '127.0.0.1' },
      logLevel: 'warn',
      telemetryEndpoint: undefined,
      webRoot: undefined,
      trustProxy: 0,
      requestsPerSecond: { address: 60, user: 20, userWrites: 2 },
      exchangesPerMinute: 5,
      connectionsOfAddress: 500,
      operators: { readOnly: false, file: undefined },
      deletionsNeedSecondPerson: false,
      securityContacts: [],
      eventLoopAlarmMs: 1000,
      redis: undefined,
      simulatorPort: 4290,
    })
  })

  it('takes any free port for 0', () => {
    expect(readConfig({ PORT: '0', SIMULATOR_PORT: '0' })).toMatchObject({ listen: { port: 0 }, simulatorPort: 0 })
  })

  it('runs on a simulator that is there already', () => {
    const env = {
      AZURE_SIMULATOR_URL: 'http://localhost:4999/',
      AZURE_SIMULATOR_TENANT_ID: guid(1),
      AZURE_SIMULATOR_PORTAL_CLIENT_ID: guid(2),
      AZURE_SIMULATOR_API_CLIENT_ID: guid(3),
      AZURE_SIMULATOR_API_CLIENT_SECRET: 's',
    }
    expect(readConfig(env)).toMatchObject({
      simulator: {
        url: 'http://localhost:4999',
        tenantId: guid(1),
        portalClientId: guid(2),
        apiClientId: guid(3),
        apiClientSecret: 's',
      },
    })
  })

  it.each([
    ['in production', { NODE_ENV: 'production' }, /NODE_ENV is production/],
    ['open to the network', { HOST: '0.0.0.0' }, /open the demo to the network/],
    ['mixed with the variables of Entra ID', { AZURE_TENANT_IDS: guid(1) }, /AZURE_TENANT_IDS/],
    ['on a cloud of Microsoft', { AZURE_CLOUD: 'AzureCloud' }, /AZURE_CLOUD is for AUTH_MODE=entra/],
    [
      'on a simulator elsewhere',
      {
        AZURE_SIMULATOR_URL: 'https://example.com',
        AZURE_SIMULATOR_TENANT_ID: guid(1),
        AZURE_SIMULATOR_PORTAL_CLIENT_ID: guid(2),
        AZURE_SIMULATOR_API_CLIENT_ID: guid(3),
        AZURE_SIMULATOR_API_CLIENT_SECRET: 's',
      },
      /AZURE_SIMULATOR_URL/,
    ],
  ])('does not start %s', (_, env, fault) => {
    const faults = faultsOf(env)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(fault)
  })

  it('starts in production and on the network where that is meant', () => {
    const env = {
      NODE_ENV: 'production',
      ALLOW_DEMO_IN_PRODUCTION: 'true',
      HOST: '0.0.0.0',
      ALLOW_DEMO_ON_NETWORK: 'true',
    }
    expect(readConfig(env)).toMatchObject({ listen: { host: '0.0.0.0' } })
  })
})

it('knows two modes', () => {
  expect(faultsOf({ AUTH_MODE: 'kerberos' })).toEqual(['AUTH_MODE is "kerberos"; it must be demo or entra.'])
})
