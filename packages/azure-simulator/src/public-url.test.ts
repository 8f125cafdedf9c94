import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'
import { storedSigningKey } from './certificates/stored-signing-key.ts'
import { isJsonObject, textAt, valueAt, type JsonObject } from './json.ts'
import { startAzureSimulator } from './simulator.ts'
import { armToken, call, startedAzure, textOf } from './testing/azure.ts'

const containing = (text: string): unknown => expect.stringContaining(text)
const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'localhost:8443' }

async function json(url: string, headers: Record<string, string> = {}): Promise<JsonObject> {
  const body: unknown = await (await fetch(url, { headers })).json()
  return isJsonObject(body) ? body : {}
}

describe('absolute URLs', () => {
  it('are those of the TLS terminator in front', async () => {
    await using azure = await startedAzure()
    const { url, tenantId } = azure.simulator
    const metadata = await json(`${url}/metadata/endpoints?api-version=2022-09-01`, forwarded)
    expect(metadata['resourceManager']).toBe('https://localhost:8443')
    expect(valueAt(metadata, 'authentication', 'loginEndpoint')).toBe('https://localhost:8443')
    const discovery = await json(`${url}/${tenantId}/v2.0/.well-known/openid-configuration`, forwarded)
    expect(discovery['token_endpoint']).toBe(`https://localhost:8443/${tenantId}/oauth2/v2.0/token`)
  })

  it('are so in the issuer too, and in the challenge of a call without a token', async () => {
    await using azure = await startedAzure()
    const { url, tenantId } = azure.simulator
    const discovery = await json(`${url}/${tenantId}/v2.0/.well-known/openid-configuration`, forwarded)
    expect(discovery['issuer']).toBe(`https://localhost:8443/${tenantId}/v2.0`)
    for (const path of ['/subscriptions?api-version=2022-12-01', '/graph/v1.0/me', '/keys?api-version=7.6']) {
      const { status, headers } = await fetch(url + path, { headers: forwarded })
      expect([path, status, headers.get('www-authenticate')]).toEqual([
        path,
        401,
        containing('https://localhost:8443/'),
      ])
    }
  })

  it('are so in the tokens that it brings, which are good wherever they are shown', async () => {
    await using azure = await startedAzure()
    const { url, tenantId } = azure.simulator
    const [program] = azure.simulator.world.servicePrincipals
    const answered = await fetch(`${url}/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      headers: forwarded,
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: program?.clientId ?? '',
        client_secret: program?.clientSecret ?? '',
        scope: 'https://management.azure.com/.default',
      }),
    })
    const body: unknown = await answered.json()
    const token = isJsonObject(body) ? textOf(body, 'access_token') : ''
    expect(decodeJwt(token).iss).toBe(`https://localhost:8443/${tenantId}/`)
    expect((await call(azure.simulator, { method: 'GET', path: '/subscriptions', token })).status).toBe(200)
  })

  it('are at PUBLIC_URL where one is given, whatever the client says', async () => {
    await using azure = await startedAzure({ publicUrl: 'https://azure.example/' })
    expect(azure.simulator.url).toBe('https://azure.example')
    expect(azure.simulator.entra.tokenEndpoint).toBe('https://azure.example/{tenantid}/oauth2/v2.0/token')
  })

  it('refuses a public URL with a path', async () => {
    await expect(startAzureSimulator({ publicUrl: 'https://azure.example/arm' })).rejects.toThrow(RangeError)
  })
})

describe('retryAfter', () => {
  it('is on the first answer and on each unfinished poll, and off unless asked for', async () => {
    await using azure = await startedAzure({ retryAfter: 1 })
    const token = await armToken(azure.simulator, 'Ada')
    const path = azure.compute('galleries/newGallery')
    const put = await call(azure.simulator, { method: 'PUT', path, token, body: { location: 'westus' } })
    expect(put.headers.get('retry-after')).toBe('1')
    const operation = put.headers.get('azure-asyncoperation') ?? ''
    const poll = await call(azure.simulator, { method: 'GET', path: operation, token })
    expect([poll.body['status'], poll.headers.get('retry-after')]).toEqual(['InProgress', '1'])
    azure.clock.advance(1000)
    const last = await call(azure.simulator, { method: 'GET', path: operation, token })
    expect([last.body['status'], last.headers.get('retry-after')]).toEqual(['Succeeded', null])
  })
})

describe('the kept signing key', () => {
  it('is the same at the next start, and anything else in its file is refused', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'signing-key-'))
    const file = join(folder, 'deeper', 'key.json')
    const first = await storedSigningKey(file)
    expect(textAt({ n: first.n }, 'n')).toHaveLength(342)
    expect(await storedSigningKey(file)).toEqual(first)
    await writeFile(file, '{}')
    await expect(storedSigningKey(file)).rejects.toThrow('holds no signing key')
    await rm(folder, { recursive: true })
  })
})
