import {
  findingsOf,
  type Preparation,
  type PreparationDeployment,
  preparationProgress,
  type PreparedRegion,
} from '@portal/disk-encryption'
import { getDiskEncryptionSetFacts, type PreparationOptions, type PreparationPreview } from '@portal/portal-api'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { onceAnswered } from '../../testing/once-answered.ts'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

const production = 'c0470500-0000-4000-8000-00000000a001'
const group = { subscriptionId: production, resourceGroupName: 'myResourceGroup' }
const groupId = `/subscriptions/${production}/resourceGroups/myResourceGroup`

let portal: TestPortal
let asAda: SignedIn

beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

function region(location: string, overrides: Partial<PreparedRegion> = {}): PreparedRegion {
  return {
    location,
    diskEncryptionSetName: `des-${location}`,
    identityName: `id-des-${location}`,
    vault: { isNew: true, name: `kv-${location}`, permissionModel: 'AccessPolicies' },
    key: { isNew: true, name: 'images-key' },
    attestationUri: '',
    ...overrides,
  }
}

function preparation(regions: PreparedRegion[], overrides: Partial<Preparation> = {}): Preparation {
  return {
    ...group,
    encryptionType: 'EncryptionAtRestWithCustomerKey',
    rotationToLatestKeyVersionEnabled: true,
    orchestratorObjectId: '',
    regions,
    ...overrides,
  }
}

const withRoles = (location: string): PreparedRegion =>
  region(location, { vault: { isNew: true, name: `kv-${location}`, permissionModel: 'Roles' } })

/** Lets Ada assign the roles that sets need. */
function letAdaAssignRoles(): void {
  const { roleAssignments, users } = portal.azure.world
  const ada = users.find(({ userPrincipalName }) => userPrincipalName.startsWith('ada@'))?.id ?? ''
  roleAssignments.push({ principalId: ada, role: 'Role Based Access Control Administrator', scope: groupId })
}

async function started(asked: Preparation, user = asAda): Promise<string> {
  const reply = await user.send('PUT', '/api/preparations', asked)
  expect(reply.status).toBe(200)
  return (reply.body as { id: string }).id
}

async function read(id: string): Promise<PreparationDeployment> {
  const reply = await asAda.get('/api/preparation', { id })
  expect(reply.status).toBe(200)
  return reply.body as PreparationDeployment
}

const setOf = (name: string) =>
  portal.azure.world.store.get(`${groupId}/providers/Microsoft.Compute/diskEncryptionSets/${name}`)

describe('making sets', () => {
  it('makes four regions in one deployment, with access policies that a Contributor may write', async () => {
    const locations = ['japaneast', 'brazilsouth', 'canadacentral', 'australiaeast']
    const id = await started(preparation(locations.map((location) => region(location))))
    portal.clock.advance(60_000)
    const deployment = await read(id)
    expect(deployment.state).toBe('Succeeded')
    expect(Object.keys(deployment.diskEncryptionSets)).toEqual(locations)
    for (const location of locations)
      expect(setOf(`des-${location}`)).toMatchObject({
        location,
        properties: { rotationToLatestKeyVersionEnabled: true },
      })
    expect(
      portal.azure.requests.filter(({ path, method }) => method === 'PUT' && /deployments/i.test(path)),
    ).toHaveLength(1)
    const { body } = await asAda.send('POST', '/api/disk-encryption-set-facts', {
      ids: Object.values(deployment.diskEncryptionSets),
    })
    expect((body as { sets: unknown[] }).sets).toHaveLength(4)
  })

  it('waits for a grant by role that is not heeded yet, and succeeds once it is', async () => {
    letAdaAssignRoles()
    const id = await started(preparation([withRoles('japaneast')]))
    portal.clock.advance(10_000)
    const failed = await read(id)
    expect(failed.operations.find(({ state }) => state === 'Failed')?.error?.code).toBe('KeyVaultAccessForbidden')
    expect(preparationProgress(failed).state).toBe('AwaitingGrant')
    portal.clock.advance(60_000)
    expect((await asAda.send('POST', '/api/preparation-retries', { id })).status).toBe(200)
    portal.clock.advance(30_000)
    const made = await read(id)
    expect(made).toMatchObject({ state: 'Succeeded', askedAt: failed.askedAt })
    expect(portal.azure.world.roleAssignments.filter(({ scope }) => scope.includes('kv-japaneast'))).toHaveLength(1)
  })

  it('starts one deployment, however often it is asked', async () => {
    const asked = preparation([region('japaneast')])
    expect(await started(asked)).toBe(await started(asked))
    portal.azure.faults.dropAnswer({ method: 'PUT', path: /deployments/i })
    await started(preparation([region('brazilsouth')]))
    const puts = portal.azure.requests.filter(({ path, method }) => method === 'PUT' && /deployments/i.test(path))
    expect(puts).toHaveLength(2)
  })

  it('uses a vault and a key that are there, and adds to what its access policies allow', async () => {
    const { body } = await asAda.get('/api/preparation-options', {
      ...group,
      locations: 'westus',
      encryptionType: 'EncryptionAtRestWithCustomerKey',
    })
    const options = body as PreparationOptions
    expect(options.assignRoles).toBe('forbidden')
    const vault = options.vaults.find(({ permissionModel }) => permissionModel === 'AccessPolicies')
    if (vault?.keyNames[0] === undefined) throw new Error('Contoso has no vault of West US with access policies')
    const { name, permissionModel } = vault
    const before = portal.azure.world.store.get(`${groupId}/providers/Microsoft.KeyVault/vaults/${name}`)
    const policies = before?.properties['accessPolicies'] as unknown[]
    const id = await started(
      preparation([
        region('westus', {
          vault: { isNew: false, name, permissionModel },
          key: { isNew: false, name: vault.keyNames[0] },
        }),
      ]),
    )
    portal.clock.advance(60_000)
    expect((await read(id)).state).toBe('Succeeded')
    const after = portal.azure.world.store.get(`${groupId}/providers/Microsoft.KeyVault/vaults/${name}`)
    expect(after?.properties['accessPolicies']).toEqual(expect.arrayContaining(policies))
  })

  it('F64: the access that it has granted is seen at once, in a key vault that was read a moment before', async () => {
    const vault = { isNew: false, name: 'kv-policies-wus', permissionModel: 'AccessPolicies' as const }
    const key = { isNew: false, name: 'images-key' }
    const factsOf = async (name: string) => {
      const ids = [`${groupId}/providers/Microsoft.Compute/diskEncryptionSets/${name}`]
      const { body } = await asAda.send('POST', '/api/disk-encryption-set-facts', { ids })
      return z.parse(getDiskEncryptionSetFacts.response, body).sets[0]
    }
    expect(await factsOf('WestUSUserAssignedDiskEncryptionSet')).toBeDefined()
    const id = await started(preparation([region('westus', { vault, key })]))
    portal.clock.advance(60_000)
    expect((await read(id)).state).toBe('Succeeded')
    const made = await factsOf('des-westus')
    expect(made && findingsOf(made, '2026-11-24T10:01:00Z')).toEqual([])
  })

  it('makes a confidential set, with a key that is released on the word of the region’s attestation provider', async () => {
    letAdaAssignRoles()
    const { body } = await asAda.get('/api/preparation-options', {
      ...group,
      locations: 'japaneast',
      encryptionType: 'ConfidentialVmEncryptedWithCustomerKey',
    })
    const attestationUri = (body as PreparationOptions).attestationUris['japaneast'] ?? ''
    const id = await started(
      preparation([{ ...withRoles('japaneast'), attestationUri }], {
        encryptionType: 'ConfidentialVmEncryptedWithCustomerKey',
        orchestratorObjectId: '7c1d0b1c-1111-4222-8333-444455556666',
      }),
    )
    portal.clock.advance(70_000)
    await asAda.send('POST', '/api/preparation-retries', { id })
    portal.clock.advance(30_000)
    expect((await read(id)).state).toBe('Succeeded')
    expect(setOf('des-japaneast')?.properties).toMatchObject({
      encryptionType: 'ConfidentialVmEncryptedWithCustomerKey',
      rotationToLatestKeyVersionEnabled: false,
    })
  })

  it('makes whatever is chosen: vaults and keys that are there or new, let in by role or by policy', async () => {
    letAdaAssignRoles()
    const there = [
      { name: 'kv-contoso-wus', location: 'westus', permissionModel: 'Roles', key: 'images-key-1' },
      { name: 'kv-contoso-eus2', location: 'eastus2', permissionModel: 'Roles', key: 'images-key-2' },
      { name: 'kv-policies-wus', location: 'westus', permissionModel: 'AccessPolicies', key: 'images-key' },
    ] as const
    const choice = fc.record({
      vault: fc.option(fc.constantFrom(...there)),
      keyIsNew: fc.boolean(),
      permissionModel: fc.constantFrom('Roles' as const, 'AccessPolicies' as const),
      encryptionType: fc.constantFrom(
        'EncryptionAtRestWithCustomerKey' as const,
        'EncryptionAtRestWithPlatformAndCustomerKeys' as const,
      ),
    })
    let run = 0
    await fc.assert(
      fc.asyncProperty(choice, async ({ vault, keyIsNew, permissionModel, encryptionType }) => {
        run += 1
        const chosen = region(vault?.location ?? 'japaneast', {
          diskEncryptionSetName: `des-${run}`,
          identityName: `id-des-${run}`,
          vault: vault
            ? { isNew: false, name: vault.name, permissionModel: vault.permissionModel }
            : { isNew: true, name: `kv-run-${run}`, permissionModel },
          key: vault && !keyIsNew ? { isNew: false, name: vault.key } : { isNew: true, name: `key-${run}` },
        })
        const id = await started(preparation([chosen], { encryptionType }))
        portal.clock.advance(70_000)
        await asAda.send('POST', '/api/preparation-retries', { id })
        portal.clock.advance(30_000)
        expect(await read(id)).toMatchObject({ state: 'Succeeded' })
        expect(setOf(`des-${run}`)?.properties['encryptionType']).toBe(encryptionType)
      }),
      { numRuns: 12 },
    )
  })

  it('is found by another browser while it is under way, and no longer once it is done', async () => {
    const id = await started(preparation([region('japaneast')]))
    const asSam = await portal.as('sam@contoso.example')
    const under = await asSam.get('/api/preparations', group)
    expect(under.body).toMatchObject([{ id, state: 'Running', preparation: { regions: [{ location: 'japaneast' }] } }])
    portal.clock.advance(60_000)
    expect((await asSam.get('/api/preparations', group)).body).toEqual([])
  })

  it('is told from a deployment of others whose name begins alike', async () => {
    const name = 'disk-encryption-sets-production'
    const properties = { provisioningState: 'Failed', timestamp: '2026-01-01T00:00:00Z' }
    const theirs = { id: `${groupId}/providers/Microsoft.Resources/deployments/${name}`, name, properties }
    portal.azure.faults.answer({ method: 'GET', path: /\/deployments$/ }, { status: 200, body: { value: [theirs] } })
    expect(await asAda.get('/api/preparations', group)).toMatchObject({ status: 200, body: [] })
  })

  it('tells what a set was refused for', async () => {
    const id = await started(
      preparation([
        region('westus', {
          vault: { isNew: false, name: 'kv-policies-wus', permissionModel: 'AccessPolicies' },
          key: { isNew: false, name: 'no-such-key' },
        }),
      ]),
    )
    portal.clock.advance(60_000)
    const deployment = await read(id)
    expect(preparationProgress(deployment).state).toBe('Failed')
    const failed = deployment.operations.filter(({ state }) => state === 'Failed')
    expect(failed.map(({ resourceId }) => resourceId.split('/').at(-1))).toEqual(['des-westus'])
    expect(failed[0]?.error?.message).toContain('no-such-key')
  })

  it.each([
    ['a name that could be an expression', preparation([region('japaneast', { identityName: "[concat('a')]" })])],
    ['no region', preparation([])],
    ['a group that climbs', preparation([region('japaneast')], { resourceGroupName: '..' })],
  ])('is refused for %s', async (_, asked) => {
    expect((await asAda.send('PUT', '/api/preparations', asked)).problem()).toMatchObject({ code: 'InvalidRequest' })
  })
})

describe('the preview', () => {
  const preview = async (asked: Preparation): Promise<PreparationPreview> => {
    const reply = asAda.send('POST', '/api/preparation-previews', asked)
    return (await onceAnswered(reply, portal.clock)).body as PreparationPreview
  }

  it('is what Azure would do, and does nothing', async () => {
    const { changes, missingActions } = await preview(preparation([region('japaneast')]))
    expect(missingActions).toEqual([])
    expect(changes.map(({ changeType }) => changeType)).toEqual(['Create', 'Create', 'Create', 'Create'])
    expect(setOf('des-japaneast')).toBeUndefined()
  })

  it('says which rights are missing, before anything is asked', async () => {
    expect(await preview(preparation([withRoles('japaneast')]))).toEqual({
      missingActions: ['Microsoft.Authorization/roleAssignments/write'],
      takenVaultNames: [],
      changes: [],
    })
  })

  it('says which vault name is in use, unless an earlier try has made that vault', async () => {
    const asked = preparation([
      region('japaneast', { vault: { isNew: true, name: 'kv-contoso-wus', permissionModel: 'AccessPolicies' } }),
    ])
    expect((await preview(asked)).takenVaultNames).toEqual(['kv-contoso-wus'])
    await started(preparation([region('brazilsouth')]))
    portal.clock.advance(60_000)
    expect((await preview(preparation([region('brazilsouth')]))).takenVaultNames).toEqual([])
  })
})
