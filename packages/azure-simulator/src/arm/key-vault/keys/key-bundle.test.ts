import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { objectsAt, valueAt, type JsonObject } from '../../../json.ts'
import { programToken, startedAzure, type StartedAzure } from '../../../testing/azure.ts'
import { madeVault } from '../../../testing/sets.ts'

describe('what a vault says of its keys', () => {
  it.each([
    [7, true, 'CustomizedRecoverable'],
    [90, true, 'Recoverable'],
    [7, false, 'CustomizedRecoverable+Purgeable'],
    [90, false, 'Recoverable+Purgeable'],
  ])('kept for %i days, purge protection %s: %s', async (days, enablePurgeProtection, recoveryLevel) => {
    await using azure = await startedAzure()
    const vault = await madeVault(azure, { softDeleteRetentionInDays: days, enablePurgeProtection })
    const { body } = await vault.keys('POST', '/keys/disk-key/create', { kty: 'RSA' })
    expect(body['attributes']).toMatchObject({ recoveryLevel, recoverableDays: days, hsmPlatform: '0' })
  })

  it('holds the tags that a key was made with, and those that it was given later', async () => {
    await using azure = await startedAzure()
    const vault = await madeVault(azure)
    const { body } = await vault.keys('POST', '/keys/disk-key/create', { kty: 'RSA', tags: { for: 'disks' } })
    expect(body['tags']).toEqual({ for: 'disks' })
    expect((await vault.keys('POST', '/keys/disk-key/rotate')).body['tags']).toEqual({ for: 'disks' })
    await vault.keys('PATCH', '/keys/disk-key', { tags: { for: 'images' } })
    expect((await vault.keys('GET', '/keys/disk-key')).body['tags']).toEqual({ for: 'images' })
    await vault.keys('PATCH', '/keys/disk-key', { attributes: { enabled: true } })
    const listed = objectsAt((await vault.keys('GET', '/keys')).body, 'value')
    expect(listed.map(({ tags }) => tags)).toEqual([{ for: 'images' }])
  })

  it.each(['EC', 'oct-HSM'])('has no keys of type %s, and says so', async (kty) => {
    await using azure = await startedAzure()
    const vault = await madeVault(azure)
    expect(await vault.keys('POST', '/keys/disk-key/create', { kty })).toMatchObject({
      status: 501,
      body: { error: { code: 'NotImplemented' } },
    })
  })

  it.each([
    ['POST', '/keys/disk-key/encrypt'],
    ['POST', '/keys/disk-key/backup'],
    ['PUT', '/keys/disk-key'],
    ['GET', '/secrets'],
  ])('names an operation that it does not serve: %s %s', async (method, path) => {
    await using azure = await startedAzure()
    const vault = await madeVault(azure)
    const { status, body } = await vault.keys(method, path, method === 'GET' ? undefined : {})
    expect([status, valueAt(body, 'error', 'message')]).toEqual([
      501,
      `The simulator has no ${method} of '${path}' in a key vault.`,
    ])
  })
})

describe('a host of key vaults', () => {
  it.each([
    ['kv-new', 200, undefined],
    ['kv-none', 404, 'VaultNotFound'],
  ])('%s.vault.azure.net answers with %i', async (name, status, code) => {
    await using azure = await startedAzure()
    const vault = await madeVault(azure)
    await vault.key('disk-key')
    const answer = await keysAt(azure, `${name}.vault.azure.net`)
    expect([answer.status, valueAt(answer.body, 'error', 'code')]).toEqual([status, code])
  })
})

/** GET of the keys at a host that has no address. */
async function keysAt({ simulator }: StartedAzure, host: string): Promise<{ status: number; body: JsonObject }> {
  const token = await programToken(simulator, 'https://vault.azure.net/.default')
  const headers = { host, authorization: `Bearer ${token}` }
  return new Promise((resolve, reject) => {
    request(new URL('/keys?api-version=7.6', simulator.url), { headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) as JsonObject }))
    })
      .on('error', reject)
      .end()
  })
}
