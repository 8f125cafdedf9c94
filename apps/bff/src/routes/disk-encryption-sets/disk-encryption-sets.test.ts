import { type DiskEncryptionSet, type DiskEncryptionSetFacts, findingsOf } from '@portal/disk-encryption'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

const production = 'c0470500-0000-4000-8000-00000000a001'
const group = `/subscriptions/${production}/resourceGroups/myResourceGroup/providers`
const setId = (name: string) => `${group}/Microsoft.Compute/diskEncryptionSets/${name}`
const vaultId = (name: string) => `${group}/Microsoft.KeyVault/vaults/${name}`
const imageDefinitionId = `${group}/Microsoft.Compute/galleries/contosoGallery/images/ubuntu-web`

interface Answer {
  now: string
  sets: { id: string; facts: DiskEncryptionSetFacts }[]
}

let portal: TestPortal
let asAda: SignedIn

beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

async function factsOf(user: SignedIn, ...names: string[]): Promise<Answer> {
  const reply = await user.send('POST', '/api/disk-encryption-set-facts', { ids: names.map(setId) })
  expect(reply.status).toBe(200)
  return reply.body as Answer
}

/** The rules' findings about a set, computed as in the browser: from the inventory and the facts. */
async function foundOf(user: SignedIn, name: string): Promise<string[]> {
  const { body } = await user.get('/api/inventory', { imageDefinitionId })
  const set = (body as { diskEncryptionSets: DiskEncryptionSet[] }).diskEncryptionSets.find((one) => one.name === name)
  const { sets, now } = await factsOf(user, name)
  if (set === undefined || sets[0] === undefined) throw new Error(`Contoso has no set ${name}`)
  return findingsOf({ ...set, facts: sets[0].facts }, now).map(({ code }) => code)
}

describe('what is read of the key behind a set', () => {
  it.each([
    ['WestUSDiskEncryptionSet1', []],
    ['WestUSUserAssignedDiskEncryptionSet', []],
    ['WestUSNotGrantedDiskEncryptionSet', ['KeyAccessMissing']],
    ['WestUSDisabledKeyDiskEncryptionSet', ['KeyDisabled']],
    ['WestUSExpiredKeyDiskEncryptionSet', ['KeyExpired']],
    ['WestUSExpiringKeyDiskEncryptionSet', ['KeyExpiresSoon']],
    ['WestUSNoPurgeProtectionDiskEncryptionSet', ['KeyVaultWithoutPurgeProtection']],
    ['WestUSFarVaultDiskEncryptionSet', ['KeyVaultInAnotherRegion']],
    ['WestUSFirewalledDiskEncryptionSet', ['KeyVaultFirewallClosed']],
    ['WestUSNeverRotatedDiskEncryptionSet', ['KeyNeverRotates']],
    ['WestUSPerimeterDiskEncryptionSet', ['KeyVaultInPerimeter']],
    ['WestUSPrivateDiskEncryptionSet', ['KeyVaultPrivate']],
    ['WestUSRotationErrorDiskEncryptionSet', ['DiskEncryptionSetWithoutIdentity', 'DiskEncryptionSetKeyNotRotating']],
  ])('%s: %j', async (name, codes) => {
    expect(await foundOf(asAda, name)).toEqual(codes)
  })

  it('is unknown where the user may not read the vault', async () => {
    portal.azure.faults.answer(
      { path: /vaults\/[^/]+$/ },
      { status: 403, body: { error: { code: 'AuthorizationFailed', message: 'No.' } } },
    )
    expect(await foundOf(asAda, 'WestUSDiskEncryptionSet1')).toEqual(['KeyVaultUnreadable'])
  })

  it('costs one call for each vault and each key, and within the next minute only that for the sets', async () => {
    const names = ['WestUSDiskEncryptionSet1', 'WestUSDiskEncryptionSet2', 'EastUS2DiskEncryptionSet1']
    const before = portal.azure.requests.length
    await factsOf(asAda, ...names)
    const paths = portal.azure.requests.slice(before).map(({ path }) => path)
    expect(paths.filter((path) => /\/vaults\/[^/]+$/i.test(path))).toHaveLength(2)
    expect(paths.filter((path) => /\/keys\/[^/]+$/i.test(path))).toHaveLength(3)
    expect(paths.filter((path) => /\/versions\//i.test(path))).toEqual([])
    expect(new Set(paths).size).toBe(paths.length)
    await factsOf(asAda, ...names)
    const again = portal.azure.requests.slice(before + paths.length).map(({ path }) => path)
    expect(again).toEqual([expect.stringMatching(/\/diskEncryptionSets$/i)])
  })

  it('costs one call for all vaults of a subscription and one for its roles, from three vaults on', async () => {
    const names = [
      'WestUSDiskEncryptionSet1',
      'WestUSNeverRotatedDiskEncryptionSet',
      'WestUSNotGrantedDiskEncryptionSet',
    ]
    const alone = await Promise.all(names.map((name) => factsOf(asAda, name)))
    await portal.close()
    portal = await startTestPortal()
    asAda = await portal.as('ada@contoso.example')
    const { sets } = await factsOf(asAda, ...names)
    const byId = (some: Answer['sets']) => new Map(some.map(({ id, facts }) => [id, facts]))
    expect(byId(sets)).toEqual(byId(alone.flatMap((answer) => answer.sets)))
    const calls = () => portal.azure.requests.map(({ path }) => path).filter((path) => /KeyVault|roleAss/.test(path))
    expect(calls().filter((path) => !path.includes('/keys/'))).toEqual([
      `/subscriptions/${production}/providers/Microsoft.KeyVault/vaults`,
      `/subscriptions/${production}/providers/Microsoft.Authorization/roleAssignments`,
    ])

    const forbidden = { status: 403, body: { error: { code: 'AuthorizationFailed', message: 'No.' } } }
    portal.azure.faults.answer({ path: /^\/subscriptions\/[^/]+\/providers\/Microsoft\.(KeyVault|Auth)/ }, forbidden)
    portal.azure.requests.length = 0
    const reply = await asAda.send('POST', '/api/disk-encryption-set-facts', {
      ids: names.map(setId),
      freshness: 'fresh',
    })
    expect(byId((reply.body as Answer).sets)).toEqual(byId(sets))
    expect(calls().filter((path) => /\/vaults\/[^/]+$/.test(path))).toHaveLength(3)
  })

  it('has another call for a version that the key has left behind, and the policy of the key', async () => {
    const name = 'WestUSRotationErrorDiskEncryptionSet'
    const before = portal.azure.requests.length
    const { facts } = (await factsOf(asAda, name)).sets[0] ?? {}
    const paths = portal.azure.requests.slice(before).map(({ path }) => path)
    expect(paths.filter((path) => /\/keys\//i.test(path))).toEqual([
      expect.stringMatching(/\/keys\/turned-key$/),
      expect.stringMatching(/\/keys\/turned-key\/versions\/[0-9a-f]{32}$/),
    ])
    expect(facts?.key).toMatchObject({ name: 'turned-key', rotationPolicy: { rotate: { timeAfterCreate: 'P2Y' } } })
  })

  it('is the version without the policy where the user may read no more', async () => {
    portal.azure.faults.answer(
      { path: /\/keys\/[^/]+$/ },
      { status: 403, body: { error: { code: 'AuthorizationFailed', message: 'No.' } } },
    )
    const { facts } = (await factsOf(asAda, 'WestUSNeverRotatedDiskEncryptionSet')).sets[0] ?? {}
    expect(facts?.key).toMatchObject({ enabled: true, rotationPolicy: 'unreadable' })
    expect(await foundOf(asAda, 'WestUSNeverRotatedDiskEncryptionSet')).toEqual([])
  })

  it("is never told from another user's reading", async () => {
    await factsOf(asAda, 'WestUSDiskEncryptionSet1')
    const asBen = await portal.as('ben@contoso.example')
    expect((await factsOf(asBen, 'WestUSDiskEncryptionSet1')).sets).toEqual([])
  })

  it('is refused for more than 50 sets at once, and for ids of something else', async () => {
    for (const ids of [Array.from({ length: 51 }, (_, index) => setId(`set${index}`)), [vaultId('kv')]]) {
      const reply = await asAda.send('POST', '/api/disk-encryption-set-facts', { ids })
      expect(reply.problem()).toMatchObject({ status: 400, code: 'InvalidRequest' })
    }
  })
})

describe('mending a vault', () => {
  it('turns purge protection on', async () => {
    const repair = { action: 'enablePurgeProtection', vaultId: vaultId('kv-unprotected-wus') }
    expect((await asAda.send('POST', '/api/key-vault-repairs', repair)).status).toBe(200)
    expect(await foundOf(asAda, 'WestUSNoPurgeProtectionDiskEncryptionSet')).toEqual([])
  })

  it('lets trusted services in, and changes nothing else of the firewall', async () => {
    const repair = { action: 'allowTrustedServices', vaultId: vaultId('kv-closed-wus') }
    expect((await asAda.send('POST', '/api/key-vault-repairs', repair)).status).toBe(200)
    expect(portal.azure.world.store.get(vaultId('kv-closed-wus'))?.properties['networkAcls']).toEqual({
      bypass: 'AzureServices',
      defaultAction: 'Deny',
      ipRules: [],
      virtualNetworkRules: [],
    })
    expect(await foundOf(asAda, 'WestUSFirewalledDiskEncryptionSet')).toEqual([])
  })

  it('that is reached privately only lets trusted services in, and stays unknown', async () => {
    const { store } = portal.azure.world
    const vault = store.get(vaultId('kv-private-wus'))
    if (vault === undefined) throw new Error('Contoso has no such vault')
    const networkAcls = { bypass: 'None', defaultAction: 'Allow', ipRules: [], virtualNetworkRules: [] }
    store.put({ ...vault, properties: { ...vault.properties, networkAcls } })
    expect(await foundOf(asAda, 'WestUSPrivateDiskEncryptionSet')).toEqual(['KeyVaultPrivateAccessOnly'])
    const repair = { action: 'allowTrustedServices', vaultId: vaultId('kv-private-wus') }
    expect((await asAda.send('POST', '/api/key-vault-repairs', repair)).status).toBe(200)
    expect(await foundOf(asAda, 'WestUSPrivateDiskEncryptionSet')).toEqual(['KeyVaultPrivate'])
  })

  it("grants the set's identity the keys by an access policy, where the vault has those", async () => {
    const name = 'WestUSNotGrantedDiskEncryptionSet'
    const repair = {
      action: 'grantKeyAccess',
      diskEncryptionSetId: setId(name),
      vaultId: vaultId('kv-policies-wus'),
    }
    expect((await asAda.send('POST', '/api/key-vault-repairs', repair)).status).toBe(200)
    expect(await foundOf(asAda, name)).toEqual([])
    expect(await foundOf(asAda, 'WestUSUserAssignedDiskEncryptionSet')).toEqual([])
  })

  it('grants them by a role, where the vault uses roles, and only to whom may grant', async () => {
    const name = 'WestUSDiskEncryptionSet1'
    const { roleAssignments, users } = portal.azure.world
    const { facts } = (await factsOf(asAda, name)).sets[0] ?? {}
    const vault = typeof facts?.vault === 'object' ? facts.vault.id : ''
    const [principalId] = facts?.identity.principalIds ?? []
    const granted = roleAssignments.findIndex((assignment) => assignment.principalId === principalId)
    roleAssignments.splice(granted, 1)
    const asRita = await portal.as('rita@contoso.example')
    expect(await foundOf(asRita, name)).toEqual(['KeyAccessMissing'])

    const repair = { action: 'grantKeyAccess', diskEncryptionSetId: setId(name), vaultId: vault }
    const refused = await asAda.send('POST', '/api/key-vault-repairs', repair)
    expect(refused.problem()).toMatchObject({ code: 'ForbiddenByAzure', azure: { code: 'AuthorizationFailed' } })
    expect((await asAda.get('/api/key-vault-permissions', { vaultId: vault })).body).toEqual({
      grantKeyAccess: 'forbidden',
      enablePurgeProtection: 'allowed',
      allowTrustedServices: 'allowed',
      setRotationPolicy: 'forbidden',
    })

    const ada = users.find(({ userPrincipalName }) => userPrincipalName.startsWith('ada@'))?.id ?? ''
    roleAssignments.push({ principalId: ada, role: 'User Access Administrator', scope: vault })
    for (const _ of ['once', 'and again, which changes nothing'])
      expect((await asAda.send('POST', '/api/key-vault-repairs', repair)).status).toBe(200)
    expect(await foundOf(asAda, name)).toEqual(['KeyAccessJustGranted'])
    portal.clock.advance(599_000)
    expect(await foundOf(asAda, name)).toEqual(['KeyAccessJustGranted'])
    portal.clock.advance(1_000)
    expect(await foundOf(asAda, name)).toEqual([])
  })

  it('does not set the policy of a key, which the vault itself takes from whom its roles or policies let', async () => {
    const { roleAssignments, users, store } = portal.azure.world
    const ada = users.find(({ userPrincipalName }) => userPrincipalName.startsWith('ada@'))?.id ?? ''
    const asked = async (name: string) =>
      (await asAda.get('/api/key-vault-permissions', { vaultId: vaultId(name) })).body
    const withPolicies = (...objectIds: string[]) => {
      const vault = store.get(vaultId('kv-policies-wus'))
      const accessPolicies = objectIds.map((objectId) => ({ objectId, permissions: { keys: ['SetRotationPolicy'] } }))
      if (vault) store.put({ ...vault, properties: { ...vault.properties, accessPolicies } })
    }
    expect(await asked('kv-roles-wus')).toMatchObject({ setRotationPolicy: 'forbidden' })
    roleAssignments.push({ principalId: ada, role: 'Key Vault Crypto Officer', scope: vaultId('kv-roles-wus') })
    expect(await asked('kv-roles-wus')).toMatchObject({ setRotationPolicy: 'allowed' })
    expect(await asked('kv-policies-wus')).toMatchObject({ setRotationPolicy: 'forbidden' })
    withPolicies('another, perhaps a group of hers')
    expect(await asked('kv-policies-wus')).toMatchObject({ setRotationPolicy: 'unknown' })
    withPolicies(ada)
    expect(await asked('kv-policies-wus')).toMatchObject({ setRotationPolicy: 'allowed' })
    const repair = { action: 'setRotationPolicy', vaultId: vaultId('kv-roles-wus'), keyName: 'never-rotated-key' }
    expect((await asAda.send('POST', '/api/key-vault-repairs', repair)).problem()).toMatchObject({ status: 400 })
  })

  it('is not promised to whom may not read what they may do', async () => {
    portal.azure.faults.answer(
      { path: /\/permissions$/ },
      { status: 403, body: { error: { code: 'AuthorizationFailed', message: 'No.' } } },
    )
    const { body } = await asAda.get('/api/key-vault-permissions', { vaultId: vaultId('kv-roles-wus') })
    expect(body).toMatchObject({ grantKeyAccess: 'unknown', enablePurgeProtection: 'unknown' })
  })
})
