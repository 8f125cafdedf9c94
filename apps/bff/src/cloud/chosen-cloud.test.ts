import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { azureClouds } from '@portal/arm'
import { storedCertificate, startAzureSimulator } from '@portal/azure-simulator'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { ConfigurationFaults } from '../process/configuration-faults.ts'
import { chosenCloud } from './chosen-cloud.ts'

const trustedBefore = getCACertificates('default')
let folder: string
let tls: { cert: string; key: string }
let azure: Server
/** its response, by path; an `Error` closes the connection */
let answers: Record<string, { status?: number; location?: string; body: unknown } | Error>
let origin: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chosen-cloud-'))
  const { cert, key } = await storedCertificate(folder)
  tls = { cert, key }
  setDefaultCACertificates([...trustedBefore, cert])
  azure = createServer(tls, (request, response) => {
    const answer = answers[new URL(request.url ?? '', origin).pathname]
    if (answer instanceof Error) return void request.destroy()
    response.statusCode = answer === undefined ? 404 : (answer.status ?? 200)
    if (answer?.location !== undefined) response.setHeader('location', answer.location)
    response.end(typeof answer?.body === 'string' ? answer.body : JSON.stringify(answer?.body))
  })
  await new Promise<void>((resolve) => azure.listen(0, '127.0.0.1', resolve))
  const { port } = azure.address() as AddressInfo
  origin = `https://localhost:${port}`
})

afterAll(async () => {
  setDefaultCACertificates(trustedBefore)
  azure.closeAllConnections()
  await new Promise((resolve) => azure.close(resolve))
  await rm(folder, { recursive: true })
})

afterEach(() => vi.restoreAllMocks())

const metadataPath = '/metadata/endpoints'
const discoveryPath = '/organizations/v2.0/.well-known/openid-configuration'

const metadata = () => ({
  name: 'ContosoStack',
  resourceManager: `${origin}/`,
  portal: 'https://portal.stack.contoso.com/',
  authentication: {
    loginEndpoint: `${origin}/`,
    audiences: ['https://management.contoso.onmicrosoft.com/0c0ffee0-1111-4222-8333-444455556666'],
    identityProvider: 'AAD',
  },
  suffixes: { keyVaultDns: '.vault.Stack.contoso.com', storage: 'stack.contoso.com' },
})

function answering(over: Record<string, unknown> = {}, issuer = `${origin}/{tenantid}/v2.0`) {
  answers = { [metadataPath]: { body: { ...metadata(), ...over } }, [discoveryPath]: { body: { issuer } } }
}

async function faultsOf(resourceManager = origin): Promise<string[]> {
  const error: unknown = await chosenCloud({ resourceManager }).catch((thrown: unknown) => thrown)
  if (error instanceof ConfigurationFaults) return error.faults
  throw new Error('There was no fault', { cause: error })
}

describe('the chosen cloud', () => {
  it.each(['AzureCloud', 'AzureUSGovernment', 'AzureChinaCloud'] as const)('is %s without a question', async (name) => {
    expect(await chosenCloud({ name })).toBe(azureClouds[name])
  })

  it('is what its Resource Manager says of itself', async () => {
    answering()
    expect(await chosenCloud({ resourceManager: origin })).toEqual({
      name: 'ContosoStack',
      loginEndpoint: origin,
      resourceManager: origin,
      audience: 'https://management.contoso.onmicrosoft.com/0c0ffee0-1111-4222-8333-444455556666',
      portal: 'https://portal.stack.contoso.com',
      suffixes: { keyVaultDns: 'vault.stack.contoso.com', storage: 'stack.contoso.com' },
    })
  })

  it('signs people in where Entra ID says that it is, whatever name it was asked by', async () => {
    answering({}, 'https://login.microsoftonline.com/{tenantid}/v2.0')
    expect(await chosenCloud({ resourceManager: origin })).toMatchObject({
      loginEndpoint: 'https://login.microsoftonline.com',
    })
  })

  it('may be the simulator', async () => {
    const simulator = await startAzureSimulator({ tls })
    const { url } = simulator
    expect(await chosenCloud({ resourceManager: url })).toMatchObject({
      name: 'AzureSimulator',
      loginEndpoint: url,
      resourceManager: url,
      suffixes: { keyVaultDns: 'vault.azure.net' },
    })
    await simulator.close()
  })
})

describe('what describes no cloud is refused with a sentence that names the field:', () => {
  const authentication = (over: object) => ({ authentication: { ...metadata().authentication, ...over } })
  const suffixes = (over: object) => ({ suffixes: { ...metadata().suffixes, ...over } })

  it.each<[string, () => Record<string, unknown>, RegExp]>([
    ['a name that could not stand in code', () => ({ name: "x'; rm -rf /" }), /: name isn't a name/],
    ['no name', () => ({ name: undefined }), /: name is missing/],
    ['a Resource Manager by http', () => ({ resourceManager: 'http://localhost' }), /: resourceManager isn't an https/],
    ['no portal', () => ({ portal: undefined }), /: portal is missing/],
    ['a portal that runs script', () => ({ portal: 'javascript:alert(1)' }), /: portal isn't an https origin/],
    ['a portal under a path', () => ({ portal: 'https://contoso.com/azure' }), /: portal isn't an https origin/],
    ['a portal with a password', () => ({ portal: 'https://a:b@contoso.com' }), /: portal isn't an https origin/],
    [
      'AD FS in place of Entra ID',
      () => authentication({ loginEndpoint: 'https://adfs.local.azurestack.external/adfs' }),
      /: authentication\.loginEndpoint isn't an https origin/,
    ],
    ['a sign-in by http', () => authentication({ loginEndpoint: 'http://localhost' }), /loginEndpoint isn't an https/],
    ['no audience', () => authentication({ audiences: [] }), /: authentication\.audiences is empty/],
    ['an audience by http', () => authentication({ audiences: ['http://x/'] }), /audiences\.0 isn't an https address/],
    [
      'an audience with a query',
      () => authentication({ audiences: ['https://x/?a=b'] }),
      /audiences\.0 isn't an https/,
    ],
    ['no vaults', () => suffixes({ keyVaultDns: undefined }), /: suffixes\.keyVaultDns is missing/],
    ['vaults everywhere', () => suffixes({ keyVaultDns: '' }), /: suffixes\.keyVaultDns isn't a host name suffix/],
    ['vaults in a whole domain', () => suffixes({ keyVaultDns: '.net' }), /suffixes\.keyVaultDns isn't a host/],
    ['HSMs with a path', () => suffixes({ mhsmDns: 'hsm.contoso.com/x' }), /suffixes\.mhsmDns isn't a host/],
    ['no storage', () => suffixes({ storage: undefined }), /: suffixes\.storage is missing/],
  ])('%s', async (_, over, fault) => {
    answering(over())
    expect(await faultsOf()).toEqual([expect.stringMatching(fault)])
  })

  it('all of them at once, each beginning with the variable and ending with a full stop', async () => {
    answering({ name: undefined, portal: undefined, ...suffixes({ storage: undefined }) })
    const faults = await faultsOf()
    expect(faults).toHaveLength(3)
    for (const fault of faults) expect(fault).toMatch(/^AZURE_CLOUD: https:\/\/localhost:\d+\/metadata\/endpoints.*\.$/)
  })

  it('another Resource Manager than the one asked, for tokens go there', async () => {
    answering({ resourceManager: 'https://management.contoso.com' })
    expect(await faultsOf()).toEqual([
      expect.stringContaining('reports https://management.contoso.com as its Resource Manager'),
    ])
  })

  it('a sign-in that is not Entra ID', async () => {
    answering({}, `${origin}/adfs`)
    expect(await faultsOf()).toEqual([
      expect.stringMatching(/openid-configuration .*: issuer isn't Microsoft Entra ID/),
    ])
  })
})

describe('where there is no answer,', () => {
  it('says which address did not answer', async () => {
    answers = { [metadataPath]: new Error('hang up') }
    expect(await faultsOf()).toEqual([
      `AZURE_CLOUD: ${origin}/metadata/endpoints?api-version=2022-09-01 doesn't respond (UND_ERR_SOCKET).`,
    ])
  })

  it('says that the time is up', async () => {
    answering()
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort(new DOMException('', 'TimeoutError')))
    expect(await faultsOf()).toEqual([expect.stringContaining("doesn't respond (not within 10 s).")])
  })

  it('says with which status it was refused', async () => {
    answers = { [metadataPath]: { status: 503, body: '' } }
    expect(await faultsOf()).toEqual([expect.stringMatching(/responds with status 503\.$/)])
  })

  it('follows it to no other place', async () => {
    answering()
    answers['/elsewhere'] = answers[metadataPath] ?? new Error('nothing')
    answers[metadataPath] = { status: 302, location: '/elsewhere', body: '' }
    expect(await faultsOf()).toEqual([expect.stringContaining("doesn't respond (unexpected redirect).")])
  })

  it('says that it is not JSON', async () => {
    answers = { [metadataPath]: { body: '<html>' } }
    expect(await faultsOf()).toEqual([
      expect.stringMatching(/responds with something that isn't a cloud: its JSON is missing\.$/),
    ])
  })
})
