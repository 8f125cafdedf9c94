import { createHash } from 'node:crypto'
import { isJsonObject, numberAt, textAt, type JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { assertResourcePolicy } from '../../authorization/policy/assert-policy.ts'
import { getOperation, listBySubscriptionOperation, listOperation, type ResourceType } from '../../collections.ts'
import { operationNotAllowed, missingParameter } from '../../errors.ts'
import { durationOf, startOperation } from '../../operations.ts'
import { patchOperation } from '../../patch-operation.ts'
import { presentResource } from '../../present-resource.ts'
import { putOperation } from '../../put-operation.ts'
import type { ArmOperation, ArmRequest } from '../../request.ts'
import { hyperVGenerationOf, spelling } from '../../spelling.ts'
import { deleteOperation } from '../../writing.ts'
import { assertUsableSet } from '../disk-encryption-set/assert-usable-set.ts'
import { snapshotFamilyOf, takenFromOrigin } from './creation-data.ts'
import { diskAccessOperations } from './disk-access.ts'

/** Disks and snapshots are one family to Azure: the same provider, operations and inheritance. */
function diskLikeOperations(kind: {
  type: string
  milliseconds: number
  settled: JsonObject
  assertDeletable?: (request: ArmRequest, resource: StoredResource) => void
}): ArmOperation[] {
  const { type, milliseconds, settled, assertDeletable } = kind
  const resourceType: ResourceType = { type, present: presentDisk }
  const put = putOperation(type, ({ request, requested, stored, named, sent, startedAt, changing }) => {
    const { id, location } = named
    const writable = withoutReadOnly(sent)
    const { sku, zones, extendedLocation } = request.body
    const { subscriptionId } = requested
    const made = stored ? undefined : takenFromOrigin(request, { sent: writable, location, subscriptionId })
    const resource: StoredResource = {
      ...named,
      envelope: {
        ...stored?.envelope,
        ...(zones !== undefined && { zones }),
        ...(extendedLocation !== undefined && { extendedLocation }),
        sku: isJsonObject(sku) ? sku : (stored?.envelope?.['sku'] ?? { name: 'Standard_LRS' }),
      },
      properties: {
        ...settled,
        timeCreated: new Date(startedAt).toISOString(),
        ...stored?.properties,
        ...made,
        ...writable,
        ...spelt(writable),
        creationData: (made ?? stored?.properties)?.['creationData'],
        ...(!stored && { uniqueId: uniqueIdOf(id) }),
      },
      change: changing(milliseconds),
    }
    const size = numberAt(resource.properties, 'diskSizeGB')
    if (size === undefined) throw missingParameter('disk.diskSizeGB')
    resource.properties['diskSizeBytes'] = size * 1024 ** 3
    resource.properties['encryption'] ??= { type: 'EncryptionAtRestWithPlatformKey' }
    const setId = textAt(resource.properties, 'encryption', 'diskEncryptionSetId')
    if (setId !== undefined && setId !== textAt(stored?.properties, 'encryption', 'diskEncryptionSetId'))
      assertUsableSet(request, setId, location)
    assertResourcePolicy(request, resource)
    request.tenant.store.put(resource)
    const { name, tags } = resource
    const body = {
      name,
      id,
      type,
      location,
      ...(tags && { tags }),
      ...(zones !== undefined && { zones }),
      ...(sku !== undefined && { sku }),
      properties: { ...sent, provisioningState: 'Updating' },
    }
    return { status: 202, body, headers: startOperation(request, 'DiskOperations', resource) }
  })
  return [
    getOperation(resourceType),
    listOperation(resourceType),
    listBySubscriptionOperation(resourceType),
    put,
    // The whole previous disk, and not what was sent.
    patchOperation(type, put.handle, (reply, { stored, request }) => {
      const { properties, ...shown } = presentDisk(stored, request)
      const before = isJsonObject(properties) ? properties : {}
      return { ...reply, body: { ...shown, properties: { ...before, provisioningState: 'Updating' } } }
    }),
    ...diskAccessOperations(type),
    deleteOperation({
      type,
      family: 'DiskOperations',
      milliseconds: durationOf.diskDelete,
      ...(assertDeletable && { assertDeletable }),
    }),
  ]
}

const readOnly = new Set([
  'burstingEnabledTime',
  'diskSizeBytes',
  'incrementalSnapshotFamilyId',
  'LastOwnershipUpdateTime',
  'propertyUpdatesInProgress',
  'provisioningState',
  'shareInfo',
  'timeCreated',
  'uniqueId',
])

/** The properties of a disk that a client can set: Azure writes the rest itself, and ignores them in a request. */
function withoutReadOnly(sent: JsonObject): JsonObject {
  const said = Object.fromEntries(Object.entries(sent).filter(([name]) => !readOnly.has(name)))
  if (!isJsonObject(sent['creationData'])) return said
  const { sourceUniqueId: _, ...creationData } = sent['creationData']
  return { ...said, creationData }
}

function spelt(sent: JsonObject): JsonObject {
  const [osType, hyperVGeneration] = [textAt(sent, 'osType'), hyperVGenerationOf(textAt(sent, 'hyperVGeneration'))]
  return {
    ...(osType !== undefined && { osType: spelling(['Linux', 'Windows'], osType) }),
    ...(hyperVGeneration !== undefined && { hyperVGeneration }),
  }
}

// The set's resource group comes back in capitals; for disks, Azure also returns their performance.
/** A disk or a snapshot as a GET shows it, and an operation once it is done. */
export function presentDisk(resource: StoredResource, request: ArmRequest): JsonObject {
  const { properties, ...shown } = presentResource(resource, request.clock.now())
  const within = isJsonObject(properties) ? properties : {}
  const { encryption } = within
  const set = textAt(encryption, 'diskEncryptionSetId')
  const diskEncryptionSetId = set?.replace(/(?<=\/resourceGroups\/)[^/]+/, (group) => group.toUpperCase())
  const sku = isJsonObject(shown['sku']) ? skuWithTier(shown['sku']) : {}
  const isDisk = resource.type === 'Microsoft.Compute/disks'
  return {
    ...shown,
    sku,
    properties: {
      ...(isDisk && diskPerformance(sku, numberAt(within, 'diskSizeGB') ?? 0)),
      ...within,
      incrementalSnapshotFamilyId: snapshotFamilyOf(resource),
      ...(isJsonObject(encryption) && { encryption: { ...encryption, diskEncryptionSetId } }),
    },
  }
}

/** A different GUID for each disk, the same at each start. */
export function uniqueIdOf(id: string): string {
  const digest = createHash('sha256').update(`disk ${id.toLowerCase()}`).digest('hex')
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `4${digest.slice(13, 16)}`,
    `9${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-')
}

// Up to so many GB: the performance tier, its IOPS and MB/s.
// https://learn.microsoft.com/azure/virtual-machines/disks-types#premium-ssds
const premiumTiers: [upToGB: number, tier: string, iops: number, megabytesPerSecond: number][] = [
  [4, 'P1', 120, 25],
  [8, 'P2', 120, 25],
  [16, 'P3', 120, 25],
  [32, 'P4', 120, 25],
  [64, 'P6', 240, 50],
  [128, 'P10', 500, 100],
  [256, 'P15', 1_100, 125],
  [512, 'P20', 2_300, 150],
  [1_024, 'P30', 5_000, 200],
  [2_048, 'P40', 7_500, 250],
  [4_096, 'P50', 7_500, 250],
  [8_192, 'P60', 16_000, 500],
  [16_384, 'P70', 18_000, 750],
  [32_767, 'P80', 20_000, 900],
]

/**
 * A disk's performance in Azure's response, by its SKU and its size; for types other than premium, that of the
 * smallest.
 */
function diskPerformance(sku: JsonObject, sizeInGB: number): JsonObject {
  const premium = premiumTiers.find(([upToGB]) => sizeInGB <= upToGB)
  if (!/^Premium_(LRS|ZRS)$/i.test(textAt(sku, 'name') ?? '') || premium === undefined)
    return { diskIOPSReadWrite: 500, diskMBpsReadWrite: 60 }
  const [, tier, diskIOPSReadWrite, diskMBpsReadWrite] = premium
  return { diskIOPSReadWrite, diskMBpsReadWrite, tier }
}

/** A SKU with its tier: `Premium` for `Premium_LRS`. */
function skuWithTier(sku: JsonObject): JsonObject {
  const [kind = ''] = (textAt(sku, 'name') ?? '').split('_')
  return { ...sku, tier: kind.startsWith('Standard') ? 'Standard' : kind.replace(/SSD$|V2$/, '') }
}

/** https://learn.microsoft.com/rest/api/compute/disks */
export const disks = diskLikeOperations({
  type: 'Microsoft.Compute/disks',
  milliseconds: durationOf.diskPut,
  settled: { networkAccessPolicy: 'AllowAll', publicNetworkAccess: 'Enabled', diskState: 'Unattached' },
  assertDeletable(request, disk) {
    const virtualMachine = textAt(disk.envelope, 'managedBy')
    if (virtualMachine !== undefined && request.tenant.store.get(virtualMachine) !== undefined)
      throw operationNotAllowed(`Disk ${disk.name} is attached to VM ${virtualMachine}.`)
  },
})

/** https://learn.microsoft.com/rest/api/compute/snapshots */
export const snapshots = diskLikeOperations({
  type: 'Microsoft.Compute/snapshots',
  milliseconds: durationOf.snapshotPut,
  settled: {
    networkAccessPolicy: 'AllowAll',
    publicNetworkAccess: 'Enabled',
    diskState: 'Unattached',
    incremental: false,
  },
})
