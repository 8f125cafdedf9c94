import {
  changeDiskEncryptionSetKey,
  deleteDiskEncryptionSet,
  getDiskEncryptionSet,
  getDiskEncryptionSetUses,
  listKeys,
  listKeyVaults,
  listKeyVersions,
  type DiskEncryptionSetDetails,
} from '@portal/portal-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

const production = 'c0470500-0000-4000-8000-00000000a001'
const group = `/subscriptions/${production}/resourceGroups/myResourceGroup/providers`
const setId = (name: string) => `${group}/Microsoft.Compute/diskEncryptionSets/${name}`
const vaultId = (name: string) => `${group}/Microsoft.KeyVault/vaults/${name}`

let portal: TestPortal
let asAda: SignedIn

beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

async function details(name: string, user = asAda): Promise<DiskEncryptionSetDetails> {
  const reply = await user.get(getDiskEncryptionSet.path, { id: setId(name) })
  return getDiskEncryptionSet.response.parse(reply.body)
}

const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern)
const usesOf = async (name: string) =>
  getDiskEncryptionSetUses.response.parse((await asAda.get(getDiskEncryptionSetUses.path, { id: setId(name) })).body)
const change = (name: string, asked: object) =>
  asAda.send('POST', changeDiskEncryptionSetKey.path, { id: setId(name), change: asked })
const remove = (name: string) => asAda.send('DELETE', deleteDiskEncryptionSet.path, { id: setId(name) })
const stored = (name: string) => portal.azure.world.store.get(setId(name))

/** Breaks the connection during the next write of a set. */
function breakConnection(method: string): void {
  portal.azure.faults.reset({ method, path: /diskEncryptionSets\/[^/]+$/i })
}

describe('a disk encryption set by itself', () => {
  it('is told with its key, its identities and what the user may do with it', async () => {
    expect(await details('WestUSUserAssignedDiskEncryptionSet')).toMatchObject({
      set: {
        keyVaultName: 'kv-policies-wus',
        keyName: 'images-key',
        facts: { identity: { type: 'UserAssigned' }, vault: { name: 'kv-policies-wus' } },
      },
      sourceVaultId: vaultId('kv-policies-wus'),
      userAssignedIdentityIds: [expect.stringMatching(/userAssignedIdentities\/images-identity$/)],
      mayChange: 'allowed',
      mayDelete: 'allowed',
    })
  })

  it('is told with its tags, which a PUT without them would remove', async () => {
    const set = stored('WestUSDiskEncryptionSet1')
    if (set !== undefined) portal.azure.world.store.put({ ...set, tags: { team: 'images' } })
    expect(await details('WestUSDiskEncryptionSet1')).toMatchObject({ tags: { team: 'images' } })
  })

  it('is not to be changed by a reader', async () => {
    const asRita = await portal.as('rita@contoso.example')
    expect(await details('WestUSDiskEncryptionSet1', asRita)).toMatchObject({
      mayChange: 'forbidden',
      mayDelete: 'forbidden',
    })
  })

  it('tells why Azure stopped to rotate its key', async () => {
    expect(await details('WestUSRotationErrorDiskEncryptionSet')).toMatchObject({
      autoKeyRotationErrorCode: 'ManagedServiceIdentityNotFound',
    })
  })
})

describe('what uses a set', () => {
  it('is each image version that names it, with the regions and the disks, and not the sets whose names it begins', async () => {
    const uses = await usesOf('WestUSDiskEncryptionSet1')
    const version = uses.imageVersions.find(({ id }) => id.endsWith('/ubuntu-web/versions/1.1.0'))
    expect(version?.regions).toEqual([{ name: 'westus', disks: ['os'] }])
    expect(uses.resources.map((id) => id.split('/').at(-1))).toContain('BACKUPDISK')
    const { store } = portal.azure.world
    const set = store.get(setId('WestUSDiskEncryptionSet1'))
    if (set !== undefined) store.put({ ...set, id: setId('WestUSDiskEncryptionSet'), name: 'WestUSDiskEncryptionSet' })
    expect((await usesOf('WestUSDiskEncryptionSet')).imageVersions).toEqual([])
  })

  it('keeps the set from being deleted, image versions too, of which Azure itself would not', async () => {
    const { resources, imageVersions } = await usesOf('EastUS2DiskEncryptionSet1')
    expect([resources, imageVersions.length > 0]).toEqual([[], true])
    expect((await remove('EastUS2DiskEncryptionSet1')).problem()).toMatchObject({
      status: 409,
      code: 'DiskEncryptionSetInUse',
    })
    expect(stored('EastUS2DiskEncryptionSet1')).toBeDefined()
  })
})

describe('deleting a set that nothing uses', () => {
  const unused = 'WestUSExpiringKeyDiskEncryptionSet'

  it('is asked of Azure once', async () => {
    expect((await remove(unused)).status).toBe(200)
    portal.clock.advance(1000)
    expect((await asAda.get(getDiskEncryptionSet.path, { id: setId(unused) })).status).toBe(404)
  })

  it('is not known to be done where the answer is lost and the set still there', async () => {
    breakConnection('DELETE')
    expect((await remove(unused)).problem().code).toBe('OutcomeUnknown')
    expect((await remove(unused)).status).toBe(200)
  })
})

describe('changing the key of a set', () => {
  it('keeps its identity and sends nothing but what changes', async () => {
    const name = 'WestUSUserAssignedDiskEncryptionSet'
    const identity = stored(name)?.envelope?.['identity']
    expect((await change(name, { rotationToLatestKeyVersionEnabled: false })).status).toBe(200)
    expect(portal.azure.requests.at(-1)).toMatchObject({
      method: 'PATCH',
      body: { properties: { rotationToLatestKeyVersionEnabled: false } },
    })
    portal.clock.advance(1000)
    expect(stored(name)?.envelope?.['identity']).toEqual(identity)
    expect((await details(name)).set).toMatchObject({
      rotationToLatestKeyVersionEnabled: false,
      keyName: 'images-key',
    })
  })

  it('goes to another version of a key, in a vault of its region, with the vault named', async () => {
    const versions = listKeyVersions.response.parse(
      (await asAda.get(listKeyVersions.path, { vaultId: vaultId('kv-roles-wus'), keyName: 'expiring-key' })).body,
    )
    const key = { keyUrl: versions[0]?.keyUrl ?? '', sourceVaultId: vaultId('kv-roles-wus') }
    const refused = await change('WestUSDiskEncryptionSet1', { key })
    expect(refused.problem()).toMatchObject({ status: 400, azure: { code: 'KeyVaultAccessForbidden' } })
    expect((await change('WestUSDisabledKeyDiskEncryptionSet', { key })).status).toBe(200)
    portal.clock.advance(1000)
    expect(await details('WestUSDisabledKeyDiskEncryptionSet')).toMatchObject({
      set: { keyName: 'expiring-key', facts: { keyUrl: key.keyUrl, lastKeyRotationTimestamp: matching(/^2026/) } },
      sourceVaultId: key.sourceVaultId,
    })
  })

  it('names no vault of another subscription', async () => {
    const { set } = await details('WestUSDiskEncryptionSet2')
    const key = { keyUrl: set.facts.keyUrl.replace('key-2', 'key-1'), sourceVaultId: '' }
    await change('WestUSDiskEncryptionSet2', { key })
    expect(portal.azure.requests.at(-1)?.body).toEqual({
      properties: { activeKey: { keyUrl: key.keyUrl, sourceVault: null } },
    })
  })

  it('is refused without the version of the key, before Azure is asked', async () => {
    const key = { keyUrl: 'https://kv-contoso-wus.vault.azure.net/keys/images-key-1', sourceVaultId: '' }
    expect((await change('WestUSDiskEncryptionSet1', { key })).problem().code).toBe('InvalidRequest')
    expect(portal.azure.requests.some(({ method }) => method === 'PATCH')).toBe(false)
  })

  it('is not known to be done where the answer is lost and Azure shows the set as it was', async () => {
    breakConnection('PATCH')
    const reply = await change('WestUSUserAssignedDiskEncryptionSet', { rotationToLatestKeyVersionEnabled: false })
    expect(reply.problem().code).toBe('OutcomeUnknown')
  })
})

describe('the keys to choose from', () => {
  it('are those of vaults in the region of the set, told apart by their protection', async () => {
    const { body } = await asAda.get(listKeyVaults.path, { subscriptionId: production, location: 'westus' })
    const vaults = listKeyVaults.response.parse(body)
    expect(vaults.map(({ name }) => name)).toEqual(expect.arrayContaining(['kv-contoso-wus', 'kv-roles-wus']))
    expect(vaults.filter(({ isProtected }) => !isProtected).map(({ name }) => name)).toEqual(['kv-unprotected-wus'])
    expect(vaults.every(({ location }) => location === 'westus')).toBe(true)
  })

  it('have names, and versions by their URL without the port that ARM writes', async () => {
    const asked = { vaultId: vaultId('kv-roles-wus') }
    expect((await asAda.get(listKeys.path, asked)).body).toEqual([
      'disabled-key',
      'expired-key',
      'expiring-key',
      'never-rotated-key',
      'turned-key',
    ])
    const { body } = await asAda.get(listKeyVersions.path, { ...asked, keyName: 'disabled-key' })
    expect(body).toEqual([
      expect.objectContaining({
        enabled: false,
        keyUrl: matching(/^https:\/\/kv-roles-wus\.vault\.azure\.net\/keys\/disabled-key\/[0-9a-f]{32}$/),
      }),
    ])
  })
})
