import { sameResourceId } from '@portal/arm'
import type { AlertPolicies, AlertPolicyName } from './alert-plan.ts'

/** What the policies look at, as far as it was read. IDs are resource IDs. */
export interface ComplianceFacts {
  disks: { id: string; diskEncryptionSetId?: string | undefined; managedBy?: string | undefined }[]
  /** virtual machines and scale sets: the sets of the OS disk and of the data disks */
  machines: {
    id: string
    osDiskSetId?: string | undefined
    dataDiskSetIds?: (string | undefined)[]
    imageId?: string | undefined
  }[]
  /** image versions: for each region, the sets of the OS disk and of each data disk */
  versions: { id: string; setIds: (string | undefined)[] }[]
  /** managed images: the sets of the OS disk and of each data disk */
  images?: { id: string; setIds: (string | undefined)[] }[]
  sets: { id: string; encryptionType: string }[]
  /** `expires` is undefined if the key could not be read */
  keys: { id: string; expires: boolean | undefined }[]
}

/** The resources that a policy would mark today. */
export interface NonCompliance {
  policy: AlertPolicyName
  resourceIds: string[]
  /** keys that could not be read, so that nobody knows */
  unknownIds: string[]
}

/**
 * The resources that each chosen policy would mark as non-compliant, before it is assigned. By the rules of Azure's own
 * definitions: https://github.com/Azure/azure-policy/tree/master/built-in-policies/policyDefinitions
 */
export function nonCompliantToday(policies: AlertPolicies, facts: ComplianceFacts): NonCompliance[] {
  const marked = (policy: AlertPolicyName, found: { id: string }[], unknown: { id: string }[] = []): NonCompliance => ({
    policy,
    resourceIds: found.map(({ id }) => id),
    unknownIds: unknown.map(({ id }) => id),
  })
  const { customerKeys, allowedSets, doubleEncryption, keyExpiry, versionKeys, ownImages } = policies
  return [
    ...(customerKeys ? [marked('customerKeys', withoutSet(facts))] : []),
    ...(allowedSets ? [marked('allowedSets', withOtherSet(facts, allowedSets.sets))] : []),
    ...(doubleEncryption ? [marked('doubleEncryption', facts.sets.filter(isSingle))] : []),
    ...(keyExpiry
      ? [
          marked(
            'keyExpiry',
            facts.keys.filter(({ expires }) => expires === false),
            facts.keys.filter(({ expires }) => expires === undefined),
          ),
        ]
      : []),
    ...(versionKeys
      ? [
          marked(
            'versionKeys',
            facts.versions.filter(({ setIds }) => setIds.length === 0 || setIds.includes(undefined)),
          ),
        ]
      : []),
    ...(ownImages
      ? [
          marked(
            'ownImages',
            facts.machines.filter(({ imageId }) => !isFromDefinition(imageId, ownImages.definitions)),
          ),
        ]
      : []),
  ]
}

/** Whether an image is one of these definitions, or a version of one. */
export function isFromDefinition(imageId: string | undefined, definitions: readonly string[]): boolean {
  const image = imageId?.toLowerCase() ?? ''
  return definitions.some((id) => image === id.toLowerCase() || image.startsWith(`${id.toLowerCase()}/versions/`))
}

function withoutSet({ disks, machines, versions, images = [] }: ComplianceFacts): { id: string }[] {
  return [
    ...disks.filter(({ diskEncryptionSetId }) => diskEncryptionSetId === undefined),
    ...machines.filter((machine) => ownSets(machine).includes(undefined)),
    ...[...versions, ...images].filter(({ setIds }) => setIds.includes(undefined)),
  ]
}

// A disk of a machine counts with its machine.
function withOtherSet(
  { disks, machines, versions, images = [] }: ComplianceFacts,
  allowed: string[],
): { id: string }[] {
  const isOther = (set: string | undefined) => set === undefined || !allowed.some((id) => sameResourceId(id, set))
  return [
    ...disks.filter(({ managedBy, diskEncryptionSetId }) => managedBy === undefined && isOther(diskEncryptionSetId)),
    ...machines.filter((machine) => ownSets(machine).some(isOther)),
    ...[...versions, ...images].filter(({ setIds }) => setIds.some(isOther)),
  ]
}

// A machine that exists names its data disks by their IDs, and the policies look at those disks; a scale set describes
// the disks of its instances.
function ownSets({
  id,
  osDiskSetId,
  dataDiskSetIds = [],
}: ComplianceFacts['machines'][number]): (string | undefined)[] {
  const isScaleSet = /\/virtualMachineScaleSets\//i.test(id)
  return [osDiskSetId, ...(isScaleSet ? dataDiskSetIds : [])]
}

function isSingle({ encryptionType }: ComplianceFacts['sets'][number]): boolean {
  return encryptionType !== 'EncryptionAtRestWithPlatformAndCustomerKeys'
}
