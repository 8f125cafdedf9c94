import { randomUUID } from 'node:crypto'
// The flows of Azure's newest SDKs for JavaScript: each prints one line.
import { AuthorizationManagementClient } from '@azure/arm-authorization'
import { ComputeManagementClient } from '@azure/arm-compute'
import { KeyVaultManagementClient } from '@azure/arm-keyvault'
import { ResourceManagementClient } from '@azure/arm-resources'
import { ClientSecretCredential } from '@azure/identity'
import { KeyClient } from '@azure/keyvault-keys'
import { proveAll } from '../test/proof.mjs'

const named = (/** @type {string} */ name) => process.env[name] ?? ''
const subscription = named('AZURE_SUBSCRIPTION_ID')
/** @type {[string, string, string]} */
const who = [named('AZURE_TENANT_ID'), named('AZURE_CLIENT_ID'), named('AZURE_CLIENT_SECRET')]
const credential = new ClientSecretCredential(...who)
const group = 'clients-javascript'
const scope = `/subscriptions/${subscription}/resourceGroups/${group}`
const computeScope = `${scope}/providers/Microsoft.Compute`
const regions = ['westus', 'eastus2']
const cryptoOfficer = '14b46e9e-c2b7-41b4-b07b-48a6ebf60603'
const encryptionUser = 'e147488a-f6f5-4113-8e2d-b22465e65bf6'

// By default, its poller polls every 2 s.
const quick = { updateIntervalInMs: 200 }
const resources = new ResourceManagementClient(credential, subscription)
const compute = new ComputeManagementClient(credential, subscription)
const vaults = new KeyVaultManagementClient(credential, subscription)
const access = new AuthorizationManagementClient(credential, subscription)
const keysOf = (/** @type {string} */ region) => new KeyClient(`https://kv-js-${region}.vault.azure.net`, credential)

/** Throws unless it is true. */
function assert(/** @type {unknown} */ holds, /** @type {unknown} */ found) {
  if (!holds) throw new Error(`Found ${JSON.stringify(found)}`)
}

/** @template T @param {AsyncIterable<T>} list */
async function all(list) {
  /** @type {T[]} */
  const items = []
  for await (const item of list) items.push(item)
  return items
}

const namesOf = async (/** @type {AsyncIterable<{ name?: string | undefined }>} */ list) =>
  (await all(list)).map(({ name }) => name)

const encryptionIn = (/** @type {string} */ region) => ({
  osDiskImage: { diskEncryptionSetId: `${computeScope}/diskEncryptionSets/os-${region}` },
  dataDiskImages: [{ lun: 0, diskEncryptionSetId: `${computeScope}/diskEncryptionSets/data-${region}` }],
})

/** @param {string} principalId @param {{ role: string, where: string }} grant */
function grant(principalId, { role, where }) {
  const roleDefinitionId = `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${role}`
  return access.roleAssignments.create(where, randomUUID(), {
    roleDefinitionId,
    principalId,
    principalType: 'ServicePrincipal',
  })
}

/** @type {Record<string, () => Promise<unknown>>} */
const flows = {
  async 'makes a group'() {
    await resources.resourceGroups.createOrUpdate(group, { location: 'westus' })
    assert((await namesOf(resources.resourceGroups.list())).includes(group), 'no such group')
    await grant(named('PROGRAM_OBJECT_ID'), { role: cryptoOfficer, where: scope })
  },
  async 'knows the cloud by its endpoint'() {
    const endpoint = named('SIMULATOR_URL')
    const options = { authorityHost: endpoint, disableInstanceDiscovery: true }
    const there = new ClientSecretCredential(...who, options)
    const found = await namesOf(new ResourceManagementClient(there, subscription, { endpoint }).resourceGroups.list())
    assert(found.includes('myResourceGroup'), found)
    const roles = new AuthorizationManagementClient(there, subscription, { endpoint })
    assert((await all(roles.roleDefinitions.list(scope))).length > 0, 'no roles')
    const others = new KeyVaultManagementClient(there, subscription, { endpoint })
    assert((await namesOf(others.vaults.listByResourceGroup('myResourceGroup'))).length > 0, 'no vaults')
  },
  async 'makes vaults'() {
    for (const region of regions) {
      const made = await vaults.vaults.createOrUpdate(group, `kv-js-${region}`, {
        location: region,
        properties: {
          tenantId: who[0],
          sku: { family: 'A', name: 'standard' },
          enableRbacAuthorization: true,
          enablePurgeProtection: true,
        },
      })
      assert(made.properties?.vaultUri?.startsWith(`https://kv-js-${region}.vault.azure.net`), made)
    }
  },
  async 'makes, updates, rotates, deletes and recovers keys'() {
    for (const region of regions) await keysOf(region).createRsaKey('disks', { keySize: 3072, tags: { for: 'disks' } })
    const keys = keysOf('westus')
    const changed = await keys.updateKeyProperties('disks', { tags: { for: 'images' } })
    assert(changed.properties.tags?.['for'] === 'images' && changed.properties.recoverableDays === 90, changed)
    await keys.rotateKey('disks')
    assert((await all(keys.listPropertiesOfKeyVersions('disks'))).length === 2, 'not two versions')
    await keys.createRsaKey('spare')
    const deletion = await keys.beginDeleteKey('spare', { intervalInMs: 100 })
    assert((await deletion.pollUntilDone()).properties.recoveryId?.endsWith('/deletedkeys/spare'), 'not deleted')
    await (await keys.beginRecoverDeletedKey('spare', { intervalInMs: 100 })).pollUntilDone()
    assert((await namesOf(keys.listPropertiesOfKeys())).includes('spare'), 'not recovered')
  },
  async 'hears by name of what a vault here does not serve'() {
    const heard = await keysOf('westus')
      .backupKey('disks')
      .catch((/** @type {unknown} */ error) => String(error))
    assert(String(heard).includes("has no POST of '/keys/disks/backup'"), heard)
  },
  async 'makes, updates and lists disk encryption sets'() {
    for (const region of regions) {
      const vault = `${scope}/providers/Microsoft.KeyVault/vaults/kv-js-${region}`
      const key = await keysOf(region).getKey('disks')
      for (const name of [`os-${region}`, `data-${region}`]) {
        const body = {
          location: region,
          identity: { type: 'SystemAssigned' },
          activeKey: { keyUrl: key.id ?? '', sourceVault: { id: vault } },
        }
        const made = await compute.diskEncryptionSets.createOrUpdate(group, name, body, quick)
        await grant(made.identity?.principalId ?? '', { role: encryptionUser, where: vault })
      }
    }
    assert((await all(compute.diskEncryptionSets.listByResourceGroup(group))).length === 4, 'not four')
    const changed = await compute.diskEncryptionSets.update(group, 'os-westus', { tags: { by: 'js' } }, quick)
    assert(changed.tags?.['by'] === 'js', changed)
  },
  async 'makes a gallery and a definition'() {
    const made = await compute.galleries.createOrUpdate(group, 'javascript', { location: 'westus' }, quick)
    assert(made.identifier?.uniqueName, made)
    const changed = await compute.galleries.update(group, 'javascript', { description: 'two' }, quick)
    assert(changed.description === 'two', changed)
    const body = {
      location: 'westus',
      osType: 'Linux',
      osState: 'Generalized',
      hyperVGeneration: 'V2',
      identifier: { publisher: 'Contoso', offer: 'web', sku: 'javascript' },
    }
    await compute.galleryImages.createOrUpdate(group, 'javascript', 'web', body, quick)
    assert((await namesOf(compute.galleryImages.listByGallery(group, 'javascript'))).includes('web'), 'no definition')
  },
  async 'makes disks and snapshots'() {
    for (const [name, diskSizeGB, more] of /** @type {const} */ ([
      ['os', 64, { osType: 'Linux', hyperVGeneration: 'V2' }],
      ['data', 32, {}],
    ])) {
      const body = { location: 'westus', diskSizeGB, creationData: { createOption: 'Empty' }, ...more }
      const disk = await compute.disks.createOrUpdate(group, name, body, quick)
      const creationData = { createOption: 'Copy', sourceResourceId: disk.id ?? '' }
      await compute.snapshots.createOrUpdate(group, name, { location: 'westus', creationData }, quick)
    }
  },
  async 'makes an encrypted version of two regions'() {
    const made = await compute.galleryImageVersions.createOrUpdate(
      group,
      'javascript',
      'web',
      '1.0.0',
      {
        location: 'westus',
        publishingProfile: { targetRegions: regions.map((name) => ({ name, encryption: encryptionIn(name) })) },
        storageProfile: {
          osDiskImage: { source: { id: `${computeScope}/snapshots/os` } },
          dataDiskImages: [{ lun: 0, source: { id: `${computeScope}/snapshots/data` } }],
        },
      },
      quick,
    )
    assert(made.provisioningState === 'Succeeded', made)
    const shown = await compute.galleryImageVersions.get(group, 'javascript', 'web', '1.0.0', {
      expand: 'ReplicationStatus',
    })
    assert(shown.replicationStatus?.aggregatedState === 'Completed', shown.replicationStatus)
    const sets = shown.publishingProfile?.targetRegions?.map(({ encryption }) => encryption?.osDiskImage)
    assert(
      sets?.every((set, index) => set?.diskEncryptionSetId?.endsWith(`/os-${regions[index]}`)),
      sets,
    )
  },
  async 'updates and lists the version'() {
    const versions = compute.galleryImageVersions
    const version = await versions.get(group, 'javascript', 'web', '1.0.0')
    for (const target of version.publishingProfile?.targetRegions ?? []) target.regionalReplicaCount = 2
    const changed = await versions.createOrUpdate(group, 'javascript', 'web', '1.0.0', version, quick)
    const [, second] = changed.publishingProfile?.targetRegions ?? []
    assert(second?.regionalReplicaCount === 2 && second.encryption?.osDiskImage, second)
    await versions.update(group, 'javascript', 'web', '1.0.0', { tags: { by: 'js' } }, quick)
    const listed = await all(versions.listByGalleryImage(group, 'javascript', 'web'))
    assert(listed[0]?.tags?.['by'] === 'js', listed)
  },
  async 'makes a machine from it, its network by generic resources'() {
    const networks = `${scope}/providers/Microsoft.Network`
    const put = (/** @type {string} */ id, /** @type {object} */ properties) =>
      resources.resources.createOrUpdateById(id, '2024-05-01', { location: 'westus', properties }, quick)
    await put(`${networks}/virtualNetworks/net`, { addressSpace: { addressPrefixes: ['10.2.0.0/16'] } })
    await put(`${networks}/virtualNetworks/net/subnets/one`, { addressPrefix: '10.2.1.0/24' })
    const subnet = { id: `${networks}/virtualNetworks/net/subnets/one` }
    await put(`${networks}/networkInterfaces/nic`, { ipConfigurations: [{ name: 'first', properties: { subnet } }] })
    const made = await compute.virtualMachines.createOrUpdate(
      group,
      'one',
      {
        location: 'westus',
        hardwareProfile: { vmSize: 'Standard_D2s_v3' },
        storageProfile: { imageReference: { id: `${computeScope}/galleries/javascript/images/web/versions/1.0.0` } },
        osProfile: { computerName: 'one', adminUsername: 'walker', adminPassword: 'Made-Up-For-The-Walk-1' },
        networkProfile: { networkInterfaces: [{ id: `${networks}/networkInterfaces/nic` }] },
      },
      quick,
    )
    const set = made.storageProfile?.osDisk?.managedDisk?.diskEncryptionSet?.id
    assert(set?.endsWith('/os-westus'), set)
    const view = await compute.virtualMachines.instanceView(group, 'one')
    assert(
      view.statuses?.some(({ code }) => code === 'PowerState/running'),
      view.statuses,
    )
  },
  async 'asks by id whether a resource is there, and for it'() {
    const gallery = `${computeScope}/galleries/javascript`
    const found = await resources.resources.getById(gallery, '2024-03-03')
    assert(found.name === 'javascript', found)
    await resources.resources.checkExistenceById(gallery, '2024-03-03')
  },
  async 'clears up'() {
    await compute.virtualMachines.delete(group, 'one', quick)
    await compute.galleryImageVersions.delete(group, 'javascript', 'web', '1.0.0', quick)
    await compute.galleryImages.delete(group, 'javascript', 'web', quick)
    await compute.galleries.delete(group, 'javascript', quick)
    await compute.diskEncryptionSets.delete(group, 'os-eastus2', quick)
    await vaults.vaults.delete(group, 'kv-js-eastus2')
    assert((await namesOf(vaults.vaults.listDeleted())).includes('kv-js-eastus2'), 'no deleted vault')
    await resources.resourceGroups.delete(group, quick)
    const gone = await compute.galleries.get(group, 'javascript').catch((/** @type {any} */ error) => error.statusCode)
    assert(gone === 404, gone)
  },
}

await proveAll(
  Object.entries(flows).map(([name, proof]) => ({ name: `javascript: ${name}`, proof })),
  1,
)
