import { describe, expect, it } from 'vitest'
import { builtInRoles } from '../../built-in-roles.ts'
import { call, programToken, startedAzure, type StartedAzure } from '../../testing/azure.ts'
import { madeSet, madeVault } from '../../testing/sets.ts'
import { rolePropagation } from '../authorization/role-propagation.ts'

const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern)

const properties = (tenantId: string, more = {}) => ({
  tenantId,
  sku: { family: 'A', name: 'standard' },
  accessPolicies: [],
  enableRbacAuthorization: true,
  ...more,
})

function vaultId({ production }: StartedAzure, name = 'kv-new'): string {
  return `/subscriptions/${production}/resourceGroups/myResourceGroup/providers/Microsoft.KeyVault/vaults/${name}`
}

describe('a key vault', () => {
  it('is there at once, without a slash at first, and goes with its keys', async () => {
    await using azure = await startedAzure()
    const arm = await azure.asOwner()
    const body = { location: 'westus', properties: properties(azure.simulator.tenantId) }
    const made = await arm('PUT', vaultId(azure), body)
    expect(made).toMatchObject({
      status: 200,
      body: { properties: { provisioningState: 'RegisteringDns', vaultUri: 'https://kv-new.vault.azure.net' } },
    })
    expect((await arm('GET', vaultId(azure))).body).toMatchObject({
      properties: { provisioningState: 'Succeeded', vaultUri: 'https://kv-new.vault.azure.net/', accessPolicies: [] },
    })
    const key = await arm('PUT', `${vaultId(azure)}/keys/disk-key`, { properties: { kty: 'RSA', keySize: 3072 } })
    expect(key.body).toMatchObject({
      properties: {
        keyUriWithVersion: matching(/^https:\/\/kv-new\.vault\.azure\.net:443\/keys\/disk-key\/[0-9a-f]{32}$/),
      },
    })
    expect((await arm('DELETE', vaultId(azure))).status).toBe(200)
    expect((await arm('GET', `${vaultId(azure)}/keys/disk-key`)).status).toBe(404)
  })

  it.each([
    ['2024-11-01', undefined, undefined],
    ['2026-02-01', undefined, true],
    ['2026-02-01', false, false],
  ])('made with %s and enableRbacAuthorization %s has %s, also after an update', async (version, sent, stored) => {
    await using azure = await startedAzure()
    const arm = await azure.asOwner()
    const { enableRbacAuthorization: _, ...plain } = properties(azure.simulator.tenantId)
    const put = (apiVersion: string, more = {}) =>
      arm('PUT', `${vaultId(azure)}?api-version=${apiVersion}`, {
        location: 'westus',
        properties: { ...plain, ...more },
      })
    await put(version, { ...(sent !== undefined && { enableRbacAuthorization: sent }) })
    const modelOf = ({ body }: { body: unknown }) =>
      (body as { properties: { enableRbacAuthorization?: boolean } }).properties.enableRbacAuthorization
    expect(modelOf(await arm('GET', vaultId(azure)))).toBe(stored)
    expect(modelOf(await put('2026-02-01'))).toBe(stored)
  })

  it('refuses a name that is no host name, and an end of purge protection', async () => {
    await using azure = await startedAzure()
    const arm = await azure.asOwner()
    const { tenantId } = azure.simulator
    const put = (name: string, more = {}) =>
      arm('PUT', vaultId(azure, name), { location: 'westus', properties: properties(tenantId, more) })
    expect(await put('9-lives')).toMatchObject({ status: 400, body: { error: { code: 'VaultNameNotValid' } } })
    expect((await put('kv-safe', { enablePurgeProtection: true })).status).toBe(200)
    expect((await put('kv-safe', { enablePurgeProtection: false })).status).toBe(400)
  })

  it('makes a key for who has a token for vaults, and asks strangers for one', async () => {
    await using azure = await startedAzure()
    const arm = await azure.asOwner()
    await arm('PUT', vaultId(azure), { location: 'westus', properties: properties(azure.simulator.tenantId) })
    const create = (token?: string) =>
      call(azure.simulator, {
        method: 'POST',
        path: '/keys/disk-key/create',
        body: { kty: 'RSA' },
        ...(token !== undefined && { token }),
      })
    const stranger = await create()
    expect([stranger.status, stranger.headers.get('www-authenticate')]).toEqual([
      401,
      matching(/resource="https:\/\/vault\.azure\.net"/),
    ])
    expect((await create(await programToken(azure.simulator, 'https://management.azure.com/.default'))).status).toBe(
      401,
    )
    const token = await programToken(azure.simulator, 'https://vault.azure.net/.default')
    // The owner of a vault has no access to its keys yet.
    expect((await create(token)).status).toBe(403)
    await madeVault(azure)
    const kid = matching(/^https:\/\/kv-new\.vault\.azure\.net\/keys\/disk-key\/[0-9a-f]{32}$/)
    expect(await create(token)).toMatchObject({ status: 200, body: { key: { kid, kty: 'RSA', e: 'AQAB' } } })
    expect(await call(azure.simulator, { method: 'GET', path: '/keys/disk-key/', token })).toMatchObject({
      body: { key: { kid } },
    })
    await arm('PUT', vaultId(azure), {
      location: 'westus',
      properties: properties(azure.simulator.tenantId, { enableRbacAuthorization: false }),
    })
    expect((await create(token)).status).toBe(403)
  })
})

describe('a key vault that was deleted', () => {
  const purgePath = ({ production }: StartedAzure) =>
    `/subscriptions/${production}/providers/Microsoft.KeyVault/locations/westus/deletedVaults/kv-new`

  it('holds its name until it is recovered with its keys', async () => {
    await using azure = await startedAzure()
    const vault = await madeVault(azure)
    const keyUrl = await vault.key('disk-key')
    const principalId = await madeSet(azure, vault, { name: 'newSet', keyUrl })
    await vault.grant(principalId, 'Key Vault Crypto Service Encryption User')
    await vault.arm('DELETE', vault.id)
    const body = { location: 'westus', properties: properties(azure.simulator.tenantId) }
    expect(await vault.arm('PUT', vault.id, body)).toMatchObject({
      status: 409,
      body: { error: { code: 'ConflictError' } },
    })
    expect((await vault.arm('GET', purgePath(azure))).body).toMatchObject({
      name: 'kv-new',
      properties: { vaultId: vault.id, purgeProtectionEnabled: true, scheduledPurgeDate: '2026-03-01T12:02:01.000Z' },
    })
    const recover = { location: 'westus', properties: { ...body.properties, createMode: 'recover' } }
    expect((await vault.arm('PUT', vault.id, recover)).status).toBe(200)
    expect((await vault.keys('GET', '/keys/disk-key')).body).toMatchObject({ key: { kid: keyUrl } })
  })

  it('is purged by hand only without purge protection, and by itself when its retention is over', async () => {
    await using azure = await startedAzure()
    const { arm, id } = await madeVault(azure, { enablePurgeProtection: undefined, softDeleteRetentionInDays: 7 })
    const listed = async () =>
      (await arm('GET', `/subscriptions/${azure.production}/providers/Microsoft.KeyVault/deletedVaults`)).body
    await arm('DELETE', id)
    expect(await listed()).toMatchObject({ value: [{ name: 'kv-new' }] })
    expect((await arm('POST', `${purgePath(azure)}/purge`)).status).toBe(200)
    expect(await listed()).toEqual({ value: [] })
    const safe = await madeVault(azure, { softDeleteRetentionInDays: 7 })
    await safe.arm('DELETE', safe.id)
    expect(await arm('POST', `${purgePath(azure)}/purge`)).toMatchObject({
      status: 405,
      body: { error: { message: "Operation 'DeletedVaultPurge' is not allowed." } },
    })
    azure.clock.advance(7 * 86_400_000)
    expect(await listed()).toEqual({ value: [] })
  })
})

describe('a role assignment', () => {
  it('counts from a minute after it is made until it is deleted', async () => {
    await using azure = await startedAzure()
    const [owner, ben] = [await azure.asOwner(), await azure.as('Ben')]
    const group = `/subscriptions/${azure.production}/resourceGroups/myResourceGroup`
    const gallery = azure.compute('galleries/contosoGallery')
    expect((await ben('GET', gallery)).status).toBe(404)
    const name = '5f0d7a4e-1111-4222-8333-444455556666'
    const assignment = `${group}/providers/Microsoft.Authorization/roleAssignments/${name}`
    const principalId = azure.simulator.world.users.find(({ displayName }) => displayName.startsWith('Ben'))?.id ?? ''
    const body = {
      properties: { principalId, roleDefinitionId: `/providers/x/roleDefinitions/${builtInRoles.Reader.id}` },
    }
    expect(await owner('PUT', assignment, body)).toMatchObject({
      status: 201,
      body: { name, properties: { principalType: 'User', scope: group } },
    })
    expect((await ben('GET', gallery)).status).toBe(404)
    azure.clock.advance(rolePropagation)
    expect((await ben('GET', gallery)).status).toBe(200)
    expect((await ben('PUT', gallery, { location: 'westus' })).status).toBe(403)
    expect((await (await azure.as('Ada'))('DELETE', assignment)).status).toBe(403)
    expect((await owner('DELETE', assignment)).status).toBe(200)
    expect((await ben('GET', gallery)).status).toBe(404)
  })
})
