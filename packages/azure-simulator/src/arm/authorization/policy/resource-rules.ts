import { sameResourceId } from '@portal/arm'
import { objectsAt, textAt, valueAt, type Json, type JsonObject } from '../../../json.ts'
import type { Store, StoredResource } from '../../../store/store.ts'
import { keyType } from '../../key-vault/keys/key-location.ts'

/**
 * A policy's finding about a request or a resource, in Azure's format:
 * https://learn.microsoft.com/azure/governance/policy/how-to/determine-non-compliance
 */
export interface EvaluatedExpression extends JsonObject {
  expression: string
  path: string
  expressionValue?: Json
  targetValue: Json
  operator: 'Exists' | 'NotIn' | 'NotEquals'
}

/** A stored resource as a policy looks at it. */
interface Examined {
  resource: StoredResource
  /** values of the assignment's parameters */
  parameters: JsonObject
  store: Pick<Store, 'list'>
}

/** The first thing in a resource that a policy is against; undefined: it is compliant. */
export type ResourceRule = (examined: Examined) => EvaluatedExpression | undefined

const machineTypes = ['Microsoft.Compute/virtualMachines', 'Microsoft.Compute/virtualMachineScaleSets']
/** What the two policies about customer-managed keys look at. */
export const diskTypes = [
  ...machineTypes,
  'Microsoft.Compute/disks',
  'Microsoft.Compute/galleries/images/versions',
  'Microsoft.Compute/images',
]

/** The set of each disk that a resource describes; undefined: that disk has none. */
interface Disks {
  os: string | undefined
  data: (string | undefined)[]
  path: string
}

// Only disks that the machine creates: an attached one is a resource of its own.
function disksOf({ type, properties }: StoredResource): Disks[] {
  const profile = type.endsWith('ScaleSets') ? valueAt(properties, 'virtualMachineProfile') : properties
  if (machineTypes.includes(type)) {
    const own = objectsAt(profile, 'storageProfile', 'dataDisks').filter(
      (disk) => valueAt(disk, 'managedDisk', 'id') === undefined,
    )
    const setOf = (disk: Json | undefined) => textAt(disk, 'managedDisk', 'diskEncryptionSet', 'id')
    const path = `${type.endsWith('ScaleSets') ? 'virtualMachineProfile.' : ''}storageProfile.osDisk.managedDisk.diskEncryptionSet.id`
    return [{ os: setOf(valueAt(profile, 'storageProfile', 'osDisk')), data: own.map(setOf), path }]
  }
  if (type.endsWith('/disks'))
    return [
      { os: textAt(properties, 'encryption', 'diskEncryptionSetId'), data: [], path: 'encryption.diskEncryptionSetId' },
    ]
  if (type.endsWith('/images')) {
    const setOf = (disk: Json | undefined) => textAt(disk, 'diskEncryptionSet', 'id')
    const data = objectsAt(properties, 'storageProfile', 'dataDisks').map(setOf)
    return [
      {
        os: setOf(valueAt(properties, 'storageProfile', 'osDisk')),
        data,
        path: 'storageProfile.osDisk.diskEncryptionSet.id',
      },
    ]
  }
  const luns = objectsAt(properties, 'storageProfile', 'dataDiskImages').map(({ lun }) => lun)
  return objectsAt(properties, 'publishingProfile', 'targetRegions').map((region): Disks => {
    const sets = new Map(
      objectsAt(region, 'encryption', 'dataDiskImages').map((disk) => [
        disk['lun'],
        textAt(disk, 'diskEncryptionSetId'),
      ]),
    )
    return {
      os: textAt(region, 'encryption', 'osDiskImage', 'diskEncryptionSetId'),
      data: luns.map((lun) => sets.get(lun)),
      path: 'publishingProfile.targetRegions[*].encryption.osDiskImage.diskEncryptionSetId',
    }
  })
}

function about({ type }: StoredResource, path: string): { expression: string; path: string } {
  return { expression: `${type}/${path}`, path: `properties.${path}` }
}

/** https://github.com/Azure/azure-policy, Compute/OSAndDataDiskCMKRequired_Deny.json */
export const customerKeyRule: ResourceRule = ({ resource }) => {
  const bare = disksOf(resource).find(({ os, data }) => [os, ...data].includes(undefined))
  return bare && { ...about(resource, bare.path), targetValue: 'true', operator: 'Exists' }
}

/** Compute/ManagedDiskEncryptionSetsAllowed_Deny.json: not of a disk that belongs to a machine. */
export const allowedSetsRule: ResourceRule = ({ resource, parameters }) => {
  if (resource.type.endsWith('/disks') && textAt(resource.envelope, 'managedBy') !== undefined) return undefined
  const { allowedEncryptionSets } = parameters
  const allowed = Array.isArray(allowedEncryptionSets) ? allowedEncryptionSets : []
  const isAllowed = (set: string | undefined) =>
    set !== undefined && allowed.some((id) => typeof id === 'string' && sameResourceId(id, set))
  // Of a machine's own disks, the policy looks at the OS disk only.
  const isMachine = resource.type.endsWith('/virtualMachines')
  const other = disksOf(resource)
    .flatMap(({ os, data, path }) => [os, ...(isMachine ? [] : data)].map((set) => ({ set, path })))
    .find(({ set }) => !isAllowed(set))
  if (other === undefined) return undefined
  const found = { ...about(resource, other.path), targetValue: allowed, operator: 'NotIn' } as const
  return { ...found, expressionValue: other.set ?? null }
}

/** Compute/DoubleEncryptionRequired_Deny.json: it is about the sets, and not about the disks. */
export const doubleEncryptionRule: ResourceRule = ({ resource }) => {
  const wanted = 'EncryptionAtRestWithPlatformAndCustomerKeys'
  const { encryptionType } = resource.properties
  if (encryptionType === wanted) return undefined
  const found = { ...about(resource, 'encryptionType'), targetValue: wanted, operator: 'NotEquals' } as const
  return { ...found, expressionValue: encryptionType ?? null }
}

/** Key Vault/Keys_ExpirationSet.json: a vault is compliant if all its keys have an expiration date. */
export const keyExpiryRule: ResourceRule = ({ resource, store }) => {
  const without = store.list(resource.id, keyType).find((key) => hasNoExpiry(key.properties))
  return without && keyExpiryMissing
}

/** What that policy is against in a key. */
const keyExpiryMissing: EvaluatedExpression = {
  expression: 'Microsoft.KeyVault.Data/vaults/keys/attributes.expiresOn',
  path: 'attributes.expiresOn',
  targetValue: 'false',
  operator: 'Exists',
}

function hasNoExpiry(properties: JsonObject): boolean {
  return (valueAt(properties, 'attributes', 'exp') ?? null) === null
}
