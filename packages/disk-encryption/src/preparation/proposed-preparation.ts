import { tryParseResourceId } from '@portal/arm'
import type { DiskEncryptionSet, DiskEncryptionSetType, WithDiskEncryptionSets } from '../disk-encryption-set.ts'
import { proposedRotation } from '../key-health/proposed-rotation-policy.ts'
import { nameFromPattern, namePatternOf } from '../name-pattern.ts'
import { regionByName, type Region, type WithRegions } from '../regions.ts'
import type { PermissionModel, Preparation } from './preparation.ts'

/** The request: sets of a type in some regions, in a resource group. */
export interface PreparationRequirement {
  subscriptionId: string
  resourceGroupName: string
  encryptionType: DiskEncryptionSetType
  regions: readonly Region[]
}

/** The sets whose names are followed, and the regions that their names are about. */
type Known = WithDiskEncryptionSets & WithRegions

/** How the names are formed, and how access to the keys of the new vaults is granted. */
export interface Naming {
  /** of the sets, with `{Region}` or `{region}` */
  pattern: string
  permissionModel: PermissionModel
}

/** The pattern of most of the subscription's sets of the type, or a plain one if there are none. */
export function proposedNamePattern(
  requirement: Pick<PreparationRequirement, 'encryptionType'>,
  inventory: Known,
): string {
  return usualPattern(requirement, inventory)?.pattern ?? 'des-{region}'
}

/** Everything the sets need, new, with names from the pattern; names in use in the group get a number. */
export function proposedPreparation(
  requirement: PreparationRequirement,
  inventory: Known,
  naming: Naming,
): Preparation {
  const { subscriptionId, resourceGroupName, encryptionType, regions } = requirement
  const keyName = usualPattern(requirement, inventory)?.keyName ?? 'images-key'
  const taken = namesInGroup(requirement, inventory)
  return {
    subscriptionId,
    resourceGroupName,
    encryptionType,
    // Rotation of a set follows the versions of its key; without a policy, nothing would create any.
    ...(encryptionType === 'ConfidentialVmEncryptedWithCustomerKey'
      ? { rotationToLatestKeyVersionEnabled: false }
      : { rotationToLatestKeyVersionEnabled: true, keyRotation: proposedRotation }),
    orchestratorObjectId: '',
    regions: regions.map((region) => {
      const diskEncryptionSetName = freeName(nameFromPattern(naming.pattern, region), taken)
      // a number can turn one region's name into another's: `eastus` and `eastus2`
      taken.add(diskEncryptionSetName.toLowerCase())
      return {
        location: region.name,
        diskEncryptionSetName,
        identityName: `id-${diskEncryptionSetName}`,
        vault: { isNew: true, name: vaultName(requirement, region), permissionModel: naming.permissionModel },
        key: { isNew: true, name: keyName },
        attestationUri: '',
      }
    }),
  }
}

/** The commonest pattern; of those equally common, the first by the sets' order. */
function usualPattern({ encryptionType }: Pick<PreparationRequirement, 'encryptionType'>, inventory: Known) {
  const patterns = inventory.diskEncryptionSets
    .filter((set) => set.encryptionType === encryptionType)
    .map((set) => ({ pattern: namePatternOf(set.name, regionOf(set, inventory)), keyName: set.keyName || undefined }))
    .filter(({ pattern }) => /\{region\}/i.test(pattern))
  const groups = [...Map.groupBy(patterns, ({ pattern }) => pattern).values()]
  return groups.toSorted((one, other) => other.length - one.length)[0]?.[0]
}

function regionOf({ location }: DiskEncryptionSet, inventory: WithRegions): Region {
  return regionByName(inventory, location) ?? { name: location, displayName: location }
}

/** The names of the sets in the group, in lower case. */
export function namesInGroup(
  { subscriptionId, resourceGroupName }: Pick<PreparationRequirement, 'subscriptionId' | 'resourceGroupName'>,
  inventory: WithDiskEncryptionSets,
): Set<string> {
  const group = `${subscriptionId}/${resourceGroupName}`.toLowerCase()
  const isInGroup = ({ id }: DiskEncryptionSet) => {
    const parsed = tryParseResourceId(id)
    return `${parsed?.subscriptionId}/${parsed?.resourceGroupName}`.toLowerCase() === group
  }
  return new Set(inventory.diskEncryptionSets.filter(isInGroup).map(({ name }) => name.toLowerCase()))
}

function freeName(name: string, taken: Set<string>): string {
  if (!taken.has(name.toLowerCase())) return name
  const [, stem = name, digits = '1'] = /^(.*?)(\d*)$/.exec(name) ?? []
  return freeName(`${stem}${Number(digits || 1) + 1}`, taken)
}

/** Names of vaults are unique in all of Azure, so this one has its own part for the group and region. */
function vaultName({ subscriptionId, resourceGroupName }: PreparationRequirement, { name }: Region): string {
  return `kv-${name.slice(0, 13)}-${shortHash(`${subscriptionId}/${resourceGroupName}/${name}`)}`
}

/** Six letters and digits, the same for the same text: FNV-1a. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5
  for (const character of text.toLowerCase()) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36).padStart(6, '0').slice(-6)
}
