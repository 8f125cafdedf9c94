import { createHash } from 'node:crypto'
import { uniqueIdOf } from '../arm/compute/disk/disk-like.ts'
import { textAt, type JsonObject } from '../json.ts'
import type { StoredResource } from '../store/store.ts'
import type { RoleAssignment } from '../world.ts'

// The resources of a world as Azure would show them, from the few facts that matter.

/** A resource group for other resources. */
export interface Place {
  subscriptionId: string
  group: string
}

/** The id of a resource of Azure Compute in a group; `path` as in `galleries/g/images/i`. */
export function computeId({ subscriptionId, group }: Place, path: string): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.Compute/${path}`
}

/** A resource of the type that its id says. */
export function resource(
  at: { id: string; location: string },
  properties: JsonObject,
  envelope?: JsonObject,
): StoredResource {
  const { id, location } = at
  const [, provider = '', ...rest] = /\/providers\/([^/]+)\/(.+)$/.exec(id) ?? []
  const segments = (rest[0] ?? '').split('/')
  const type = [provider, ...segments.filter((_, index) => index % 2 === 0)].join('/')
  return { id, type, name: segments.at(-1) ?? '', location, properties, ...(envelope && { envelope }) }
}

function hexOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A GUID drawn from `text`, the same at each start. */
export function guidOf(text: string): string {
  const hex = hexOf(text)
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

export function resourceGroup({ subscriptionId, group }: Place, location: string): StoredResource {
  const id = `/subscriptions/${subscriptionId}/resourceGroups/${group}`
  return { id, type: 'Microsoft.Resources/resourceGroups', name: group, location, properties: {} }
}

/** A key: `attributes` are those of its newest version, by default of one only. */
interface KeyFacts {
  name: string
  attributes?: JsonObject
  versions?: number
  /** null: none of its own. By default, it creates another version every two years, as Microsoft recommends at least */
  rotationPolicy?: JsonObject | null
}

// https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation
const everyTwoYears: JsonObject = {
  lifetimeActions: [{ trigger: { timeAfterCreate: 'P2Y' }, action: { type: 'Rotate' } }],
  attributes: {},
}

/** A key vault of role-based access and the keys in it, in the region of the sets that use them. */
export function keyVault(
  place: Place,
  vault: { name: string; location: string; keys: (string | KeyFacts)[]; premium?: boolean; properties?: JsonObject },
): StoredResource[] {
  const properties = {
    sku: { family: 'A', name: vault.premium ? 'premium' : 'standard' },
    networkAcls: { bypass: 'AzureServices', defaultAction: 'Allow', ipRules: [], virtualNetworkRules: [] },
    accessPolicies: [],
    enabledForDeployment: false,
    enableSoftDelete: true,
    softDeleteRetentionInDays: 90,
    enableRbacAuthorization: true,
    enablePurgeProtection: true,
    vaultUri: `https://${vault.name}.vault.azure.net/`,
    publicNetworkAccess: 'Enabled',
    ...vault.properties,
  }
  const made = resource({ id: vaultId(place, vault.name), location: vault.location }, properties)
  return [made, ...vault.keys.flatMap((key) => keyWithVersions(made, typeof key === 'string' ? { name: key } : key))]
}

function keyWithVersions(vault: StoredResource, facts: KeyFacts): StoredResource[] {
  const isHsm = textAt(vault.properties, 'sku', 'name') === 'premium'
  const keyUri = `https://${vault.name}.vault.azure.net:443/keys/${facts.name}`
  const versions = Array.from({ length: facts.versions ?? 1 }, (_, index) => {
    const version = keyVersion(vault.name, facts.name, index + 1)
    const created = 1_735_689_600 + index * 30 * 86_400
    const properties = {
      attributes: { enabled: true, created, updated: created, recoveryLevel: 'Recoverable', exportable: false },
      kty: isHsm ? 'RSA-HSM' : 'RSA',
      keyOps: ['encrypt', 'decrypt', 'sign', 'verify', 'wrapKey', 'unwrapKey'],
      keySize: 3072,
      keyUri,
      keyUriWithVersion: `${keyUri}/${version}`,
    }
    const isNewest = index + 1 === (facts.versions ?? 1)
    return resource(
      { id: `${vault.id}/keys/${facts.name}/versions/${version}`, location: vault.location },
      isNewest ? { ...properties, attributes: { ...properties.attributes, ...facts.attributes } } : properties,
    )
  })
  const { rotationPolicy = isHsm ? null : everyTwoYears } = facts
  const newest = { ...versions.at(-1)?.properties, ...(rotationPolicy && { rotationPolicy }) }
  return [resource({ id: `${vault.id}/keys/${facts.name}`, location: vault.location }, newest), ...versions]
}

export function vaultId({ subscriptionId, group }: Place, name: string): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.KeyVault/vaults/${name}`
}

/** The URL of a version of a key, by default the first. */
export function keyUrl(vault: string, key: string, version = 1): string {
  return `https://${vault}.vault.azure.net/keys/${key}/${keyVersion(vault, key, version)}`
}

function keyVersion(vault: string, key: string, number: number): string {
  return hexOf(number === 1 ? `${vault}/${key}` : `${vault}/${key}/${number}`).slice(0, 32)
}

/** A set on a version of its key, by default the first, and with its own identity. */
export function diskEncryptionSet(
  place: Place,
  set: {
    name: string
    location: string
    encryptionType: string
    vault: string
    key: string
    keyVersion?: number
    identity?: JsonObject
    properties?: JsonObject
  },
): StoredResource {
  const id = computeId(place, `diskEncryptionSets/${set.name}`)
  const properties = {
    activeKey: {
      sourceVault: { id: vaultId(place, set.vault) },
      keyUrl: keyUrl(set.vault, set.key, set.keyVersion),
    },
    encryptionType: set.encryptionType,
    // Azure does not rotate the keys of confidential machines automatically.
    ...(set.encryptionType !== 'ConfidentialVmEncryptedWithCustomerKey' && { rotationToLatestKeyVersionEnabled: true }),
    ...set.properties,
  }
  const identity = set.identity ?? { type: 'SystemAssigned', principalId: guidOf(id) }
  return resource({ id, location: set.location }, properties, identity['type'] === 'None' ? {} : { identity })
}

/** An identity that several resources can use. */
export function userAssignedIdentity(
  { subscriptionId, group }: Place,
  { name, location }: { name: string; location: string },
): StoredResource {
  const id = `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`
  return resource({ id, location }, { principalId: guidOf(`principal of ${id}`), clientId: guidOf(`client of ${id}`) })
}

/** The grants that sets with their own identities need on their vaults. */
export function keyGrants(resources: StoredResource[]): RoleAssignment[] {
  return resources.flatMap(({ envelope, properties }) => {
    const principalId = textAt(envelope, 'identity', 'principalId')
    const scope = textAt(properties, 'activeKey', 'sourceVault', 'id')
    if (principalId === undefined || scope === undefined) return []
    return [{ principalId, role: 'Key Vault Crypto Service Encryption User', scope }]
  })
}

export function gallery(
  place: Place,
  facts: {
    name: string
    location: string
    description: string
    sharedTo?: 'Community' | 'Groups'
    tags?: Record<string, string>
  },
): StoredResource {
  const sharing = facts.sharedTo && {
    sharingProfile: {
      permissions: facts.sharedTo,
      ...(facts.sharedTo === 'Community' && {
        communityGalleryInfo: {
          publisherUri: 'https://contoso.example',
          publisherContact: 'images@contoso.example',
          eula: 'https://contoso.example/eula',
          publicNamePrefix: 'Contoso',
          communityGalleryEnabled: true,
          publicNames: [`Contoso-${guidOf(facts.name)}`],
        },
      }),
    },
  }
  const made = resource(
    { id: computeId(place, `galleries/${facts.name}`), location: facts.location },
    {
      description: facts.description,
      identifier: { uniqueName: `${place.subscriptionId}-${facts.name.toUpperCase()}` },
      ...sharing,
    },
  )
  return facts.tags ? { ...made, tags: facts.tags } : made
}

export function imageDefinition(
  galleryResource: StoredResource,
  facts: {
    name: string
    osType: 'Linux' | 'Windows'
    osState: 'Generalized' | 'Specialized'
    offer: string
    sku: string
    securityType?: string
    hyperVGeneration?: 'V1' | 'V2'
    architecture?: 'x64' | 'Arm64'
    /** by name, besides the security type */
    features?: Record<string, string>
    purchasePlan?: JsonObject
  },
): StoredResource {
  const features = Object.entries({
    ...(facts.securityType && { SecurityType: facts.securityType }),
    ...facts.features,
  })
  return resource(
    { id: `${galleryResource.id}/images/${facts.name}`, location: galleryResource.location },
    {
      hyperVGeneration: facts.hyperVGeneration ?? 'V2',
      architecture: facts.architecture ?? 'x64',
      ...(features.length > 0 && { features: features.map(([name, value]) => ({ name, value })) }),
      osType: facts.osType,
      osState: facts.osState,
      identifier: { publisher: 'Contoso', offer: facts.offer, sku: facts.sku },
      recommended: { vCPUs: { min: 2, max: 16 }, memory: { min: 4, max: 64 } },
      ...(facts.purchasePlan && { purchasePlan: facts.purchasePlan }),
    },
  )
}

/**
 * A target region of a version that exists: `sets` are the ids for the OS disk and then each LUN, in the order of the
 * version's disks.
 */
export interface ExistingRegion {
  /** as Azure shows it, `West US` */
  name: string
  short: string
  replicas?: number
  sets?: string[]
}

export function imageVersion(
  definition: StoredResource,
  facts: {
    name: string
    publishedDate: string
    osDiskGB: number
    dataDisks: { lun: number; sizeInGB: number }[]
    regions: ExistingRegion[]
    excludeFromLatest?: boolean
    endOfLifeDate?: string
    // What it is made of: a resource with all its disks, or a disk or a snapshot with the system alone.
  } & ({ sourceId: string } | { osDiskSourceId: string }),
): StoredResource {
  const published = Date.parse(facts.publishedDate)
  const targetRegions = facts.regions.map(({ name, replicas = 1, sets }) => ({
    name,
    regionalReplicaCount: replicas,
    storageAccountType: 'Standard_LRS',
    ...(sets && {
      encryption: {
        osDiskImage: { securityProfile: {}, diskEncryptionSetId: sets[0] },
        ...(facts.dataDisks.length > 0 && {
          dataDiskImages: facts.dataDisks.map(({ lun }, index) => ({ lun, diskEncryptionSetId: sets[index + 1] })),
        }),
      },
    }),
  }))
  const version = resource(
    { id: `${definition.id}/versions/${facts.name}`, location: definition.location },
    {
      publishingProfile: {
        targetRegions,
        replicaCount: 1,
        excludeFromLatest: facts.excludeFromLatest ?? false,
        publishedDate: facts.publishedDate,
        ...(facts.endOfLifeDate && { endOfLifeDate: facts.endOfLifeDate }),
        storageAccountType: 'Standard_LRS',
      },
      storageProfile: {
        ...('sourceId' in facts && { source: { id: facts.sourceId } }),
        osDiskImage: {
          sizeInGB: facts.osDiskGB,
          hostCaching: 'ReadWrite',
          source: 'sourceId' in facts ? {} : { id: facts.osDiskSourceId },
        },
        ...(facts.dataDisks.length > 0 && {
          dataDiskImages: facts.dataDisks.map(({ lun, sizeInGB }) => ({ lun, sizeInGB, hostCaching: 'None' })),
        }),
      },
      safetyProfile: { reportedForPolicyViolation: false, allowDeletionOfReplicatedLocations: false },
    },
  )
  return {
    ...version,
    replication: Object.fromEntries(
      facts.regions.map(({ short }) => [short, { startedAt: published, endsAt: published }]),
    ),
  }
}

/** A generalized image, as `az image create` creates it. */
export function managedImage(
  place: Place,
  facts: {
    name: string
    location: string
    osType: 'Linux' | 'Windows'
    osDiskGB: number
    dataDisks: { lun: number; sizeInGB: number }[]
    hyperVGeneration?: 'V1' | 'V2'
  },
): StoredResource {
  const snapshotOf = (part: string) => ({ id: computeId(place, `snapshots/${facts.name}-${part}`) })
  return resource(
    { id: computeId(place, `images/${facts.name}`), location: facts.location },
    {
      storageProfile: {
        osDisk: {
          osType: facts.osType,
          osState: 'Generalized',
          diskSizeGB: facts.osDiskGB,
          snapshot: snapshotOf('os'),
          caching: 'ReadWrite',
          storageAccountType: 'Standard_LRS',
        },
        dataDisks: facts.dataDisks.map(({ lun, sizeInGB }) => ({
          lun,
          diskSizeGB: sizeInGB,
          snapshot: snapshotOf(`lun${lun}`),
          caching: 'None',
          storageAccountType: 'Standard_LRS',
        })),
        zoneResilient: false,
      },
      hyperVGeneration: facts.hyperVGeneration ?? 'V2',
    },
  )
}

/** What is returned of a disk or a snapshot. */
export interface DiskFacts {
  name: string
  location: string
  sizeInGB: number
  osType?: 'Linux' | 'Windows'
  hyperVGeneration?: 'V1' | 'V2'
  sku?: string
  /** id of the set that encrypts it, and its type */
  encryption?: { diskEncryptionSetId: string; type: string }
  securityType?: string
  /** encrypted inside the guest, once */
  usesAzureDiskEncryption?: boolean
  /** id of the virtual machine it is attached to */
  managedBy?: string
  /** of a system, if it says what it supports, and if it has a plan */
  supportedCapabilities?: JsonObject
  purchasePlan?: JsonObject
}

export function managedDisk(place: Place, facts: DiskFacts): StoredResource {
  const sku = facts.sku ?? 'Premium_LRS'
  const id = computeId(place, `disks/${facts.name}`)
  const properties = {
    ...diskProperties(id, facts),
    creationData: { createOption: 'Empty' },
    diskState: facts.managedBy ? 'Attached' : 'Unattached',
  }
  return resource({ id: id, location: facts.location }, properties, {
    ...(facts.managedBy && { managedBy: facts.managedBy }),
    sku: { name: sku, tier: sku.split('_')[0] ?? sku },
  })
}

export function snapshot(place: Place, facts: DiskFacts & { sourceDisk?: string }): StoredResource {
  const id = computeId(place, `snapshots/${facts.name}`)
  const sourceResourceId = computeId(place, `disks/${facts.sourceDisk ?? facts.name.replace(/Snapshot$/, 'Disk')}`)
  const properties = {
    ...diskProperties(id, facts),
    creationData: { createOption: 'Copy', sourceResourceId, sourceUniqueId: uniqueIdOf(sourceResourceId) },
    diskState: 'Unattached',
    incremental: false,
  }
  return resource({ id: id, location: facts.location }, properties, {
    sku: { name: facts.sku ?? 'Standard_LRS', tier: 'Standard' },
  })
}

function diskProperties(id: string, facts: DiskFacts): JsonObject {
  return {
    ...(facts.osType && { osType: facts.osType, hyperVGeneration: facts.hyperVGeneration ?? 'V2' }),
    ...(facts.supportedCapabilities && { supportedCapabilities: facts.supportedCapabilities }),
    ...(facts.purchasePlan && { purchasePlan: facts.purchasePlan }),
    diskSizeGB: facts.sizeInGB,
    ...(facts.usesAzureDiskEncryption && {
      encryptionSettingsCollection: { enabled: true, encryptionSettingsVersion: '1.1', encryptionSettings: [] },
    }),
    encryption: facts.encryption ?? { type: 'EncryptionAtRestWithPlatformKey' },
    networkAccessPolicy: 'AllowAll',
    publicNetworkAccess: 'Enabled',
    ...(facts.securityType && { securityProfile: { securityType: facts.securityType } }),
    timeCreated: '2025-09-01T08:00:00.0000000+00:00',
    diskSizeBytes: facts.sizeInGB * 1024 ** 3,
    uniqueId: uniqueIdOf(id),
  }
}

/** A machine and the managed disks it owns. */
export function virtualMachine(
  place: Place,
  facts: {
    name: string
    location: string
    osType: 'Linux' | 'Windows'
    hyperVGeneration?: 'V1' | 'V2'
    power: 'running' | 'deallocated'
    generalized?: boolean
    securityType?: 'TrustedLaunch' | 'ConfidentialVM'
    ephemeralOsDisk?: boolean
    osDiskGB: number
    dataDisks?: { lun: number; sizeInGB: number; sku?: string }[]
    encryption?: { diskEncryptionSetId: string; type: string }
  },
): StoredResource[] {
  const { name, location, osType, securityType, encryption, dataDisks = [] } = facts
  const hyperVGeneration = facts.hyperVGeneration ?? 'V2'
  const id = computeId(place, `virtualMachines/${name}`)
  const attached = { location, managedBy: id, ...(encryption && { encryption }) }
  const osDisk = managedDisk(place, {
    ...attached,
    name: `${name}_OsDisk`,
    sizeInGB: facts.osDiskGB,
    osType,
    hyperVGeneration,
    ...(securityType === 'TrustedLaunch' && { securityType }),
  })
  const lunDisks = dataDisks.map(({ lun, sizeInGB, sku }) => ({
    lun,
    sizeInGB,
    disk: managedDisk(place, { ...attached, name: `${name}_lun_${lun}`, sizeInGB, ...(sku && { sku }) }),
  }))
  const managed = (disk: StoredResource): JsonObject => ({
    storageAccountType: textAt(disk.envelope, 'sku', 'name'),
    ...(encryption && { diskEncryptionSet: { id: encryption.diskEncryptionSetId } }),
    id: disk.id,
  })
  const machine = resource(
    { id: id, location: location },
    {
      hardwareProfile: { vmSize: 'Standard_D2s_v5' },
      storageProfile: {
        osDisk: {
          osType,
          name: osDisk.name,
          createOption: 'FromImage',
          caching: facts.ephemeralOsDisk ? 'ReadOnly' : 'ReadWrite',
          ...(facts.ephemeralOsDisk && { diffDiskSettings: { option: 'Local', placement: 'CacheDisk' } }),
          managedDisk: managed(osDisk),
          deleteOption: 'Detach',
          diskSizeGB: facts.osDiskGB,
        },
        dataDisks: lunDisks.map(({ lun, sizeInGB, disk }) => ({
          lun,
          name: disk.name,
          createOption: 'Attach',
          caching: 'None',
          managedDisk: managed(disk),
          deleteOption: 'Detach',
          diskSizeGB: sizeInGB,
          toBeDetached: false,
        })),
      },
      ...(securityType && {
        securityProfile: { uefiSettings: { secureBootEnabled: true, vTpmEnabled: true }, securityType },
      }),
      vmId: guidOf(id),
      timeCreated: '2025-09-01T08:00:00.0000000+00:00',
    },
  )
  const statuses = [
    {
      code: 'ProvisioningState/succeeded',
      level: 'Info',
      displayStatus: 'Provisioning succeeded',
      time: '2025-09-01T08:00:00.0000000+00:00',
    },
    ...(facts.generalized ? [{ code: 'OSState/generalized', level: 'Info', displayStatus: 'VM generalized' }] : []),
    { code: `PowerState/${facts.power}`, level: 'Info', displayStatus: `VM ${facts.power}` },
  ]
  return [
    { ...machine, instanceView: { hyperVGeneration, disks: [], statuses } },
    osDisk,
    ...lunDisks.map(({ disk }) => disk),
  ]
}

export function storageAccount(
  { subscriptionId, group }: Place,
  facts: { name: string; location: string },
): StoredResource {
  const id = `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.Storage/storageAccounts/${facts.name}`
  return resource(
    { id, location: facts.location },
    { primaryEndpoints: { blob: `https://${facts.name}.blob.core.windows.net/` } },
    { sku: { name: 'Standard_LRS', tier: 'Standard' }, kind: 'StorageV2' },
  )
}
