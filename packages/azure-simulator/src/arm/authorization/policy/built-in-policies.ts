import { sameResourceId } from '@portal/arm'
import { objectsAt, textAt, valueAt, type Json, type JsonObject } from '../../../json.ts'
import type { SentTargetRegion } from '../../compute/image-version/image-version-request.ts'
import type { Proposal } from '../../refusals/proposal.ts'
import {
  allowedSetsRule,
  customerKeyRule,
  diskTypes,
  doubleEncryptionRule,
  keyExpiryRule,
  type EvaluatedExpression,
  type ResourceRule,
} from './resource-rules.ts'

/** A policy, as far as it concerns what is simulated: one of Azure's own, or a custom one. */
export interface BuiltInPolicy {
  displayName: string
  category: string
  mode: string
  description: string
  version: string
  /** an assignment's required parameters besides the effect */
  parameters: JsonObject
  /** the types of the resources whose compliance it decides, and how it does */
  types: string[]
  rule: ResourceRule
  /** the first thing in the PUT of a version that the policy is against, if any */
  violation?: (proposal: Proposal, parameters: JsonObject) => EvaluatedExpression | undefined
  /** of a custom one: whether the body of a PUT, with its type, is against it */
  isAgainst?: (resource: JsonObject, parameters: JsonObject) => boolean
  /** the same of the properties of a virtual machine's PUT */
  machineViolation?: (sent: JsonObject, parameters: JsonObject) => EvaluatedExpression | undefined
}

const setOfRegions = 'publishingProfile.targetRegions[*].encryption.osDiskImage.diskEncryptionSetId'
const aboutRegions = {
  expression: `Microsoft.Compute/galleries/images/versions/${setOfRegions}`,
  path: `properties.${setOfRegions}`,
}

/** By name. Each has the parameter `effect`: Audit (the default), Deny or Disabled. */
export const builtInPolicies: Record<string, BuiltInPolicy> = {
  '702dd420-7fcc-42c5-afe8-4026edd20fe0': {
    displayName: 'OS and data disks should be encrypted with a customer-managed key',
    description:
      'Use customer-managed keys to manage the encryption at rest of the contents of your managed disks. By default, the data is encrypted at rest with platform-managed keys, but customer-managed keys are commonly required to meet regulatory compliance standards. Customer-managed keys enable the data to be encrypted with an Azure Key Vault key created and owned by you. You have full control and responsibility for the key lifecycle, including rotation and management. Learn more at https://aka.ms/disks-cmk.',
    version: '3.0.0',
    category: 'Compute',
    mode: 'Indexed',
    parameters: {},
    types: diskTypes,
    rule: customerKeyRule,
    violation(proposal) {
      const luns = (proposal.sent.dataDiskImages ?? []).map(({ lun }) => lun)
      const isBare = (region: SentTargetRegion) => {
        const encrypted = setsOf(region)
        return encrypted.os === undefined || luns.some((lun) => encrypted.byLun.get(lun) === undefined)
      }
      return sentRegions(proposal).some(isBare)
        ? { ...aboutRegions, targetValue: 'true', operator: 'Exists' }
        : undefined
    },
    // `dataDisks[*]` with `exists: False` is true only if no data disk has a set: one with a set is enough.
    machineViolation(sent) {
      const dataDisks = objectsAt(sent, 'storageProfile', 'dataDisks')
      const bare = { targetValue: 'true', operator: 'Exists' } as const
      if (setOfDisk(valueAt(sent, 'storageProfile', 'osDisk')) === undefined)
        return { ...aboutMachine('osDisk.managedDisk.diskEncryptionSet.id'), ...bare }
      return dataDisks.length > 0 && dataDisks.every((disk) => setOfDisk(disk) === undefined)
        ? { ...aboutMachine('dataDisks[*].managedDisk.diskEncryptionSet.id'), ...bare }
        : undefined
    },
  },
  'd461a302-a187-421a-89ac-84acdb4edc04': {
    displayName:
      'Managed disks should use a specific set of disk encryption sets for the customer-managed key encryption',
    description:
      'Requiring a specific set of disk encryption sets to be used with managed disks give you control over the keys used for encryption at rest. You are able to select the allowed encrypted sets and all others are rejected when attached to a disk. Learn more at https://aka.ms/disks-cmk.',
    version: '2.0.0',
    category: 'Compute',
    mode: 'Indexed',
    types: diskTypes,
    rule: allowedSetsRule,
    parameters: { allowedEncryptionSets: { type: 'Array', metadata: { displayName: 'Allowed disk encryption set' } } },
    violation(proposal, { allowedEncryptionSets }) {
      const allowed = Array.isArray(allowedEncryptionSets) ? allowedEncryptionSets : []
      const used = sentRegions(proposal).flatMap((region) => {
        const { os, byLun } = setsOf(region)
        return [os, ...byLun.values()].filter((set) => set !== undefined)
      })
      const other = used.find((set) => !allowed.some((id) => typeof id === 'string' && sameResourceId(id, set)))
      if (other === undefined) return undefined
      return { ...aboutRegions, expressionValue: other, targetValue: allowed, operator: 'NotIn' }
    },
    // The OS disk alone; without a set, it has no allowed one.
    machineViolation(sent, { allowedEncryptionSets }) {
      const allowed = Array.isArray(allowedEncryptionSets) ? allowedEncryptionSets : []
      const used = setOfDisk(valueAt(sent, 'storageProfile', 'osDisk'))
      if (allowed.some((id) => typeof id === 'string' && used !== undefined && sameResourceId(id, used)))
        return undefined
      const expression = aboutMachine('osDisk.managedDisk.diskEncryptionSet.id')
      return { ...expression, expressionValue: used ?? null, targetValue: allowed, operator: 'NotIn' }
    },
  },
  'ca91455f-eace-4f96-be59-e6e2c35b4816': {
    displayName: 'Managed disks should be double encrypted with both platform-managed and customer-managed keys',
    description:
      'High security sensitive customers who are concerned of the risk associated with any particular encryption algorithm, implementation, or key being compromised can opt for additional layer of encryption using a different encryption algorithm/mode at the infrastructure layer using platform managed encryption keys. The disk encryption sets are required to use double encryption. Learn more at https://aka.ms/disks-doubleEncryption.',
    version: '1.0.0',
    category: 'Compute',
    mode: 'Indexed',
    parameters: {},
    types: ['Microsoft.Compute/diskEncryptionSets'],
    rule: doubleEncryptionRule,
  },
  '152b15f7-8e1f-4c1f-ab71-8c010ba5dbc0': {
    displayName: 'Key Vault keys should have an expiration date',
    description:
      'Cryptographic keys should have a defined expiration date and not be permanent. Keys that are valid forever provide a potential attacker with more time to compromise the key. It is a recommended security practice to set expiration dates on cryptographic keys.',
    version: '1.0.2',
    category: 'Key Vault',
    mode: 'Microsoft.KeyVault.Data',
    parameters: {},
    types: ['Microsoft.KeyVault/vaults'],
    rule: keyExpiryRule,
  },
}

function aboutMachine(property: string): { expression: string; path: string } {
  const below = `storageProfile.${property}`
  return { expression: `Microsoft.Compute/virtualMachines/${below}`, path: `properties.${below}` }
}

function setOfDisk(disk: Json | undefined): string | undefined {
  return textAt(disk, 'managedDisk', 'diskEncryptionSet', 'id')
}

// A policy evaluates the request and not what is stored: an update that omits encryption violates it too.
// https://github.com/Azure/azure-cli/issues/31937
function sentRegions({ sent, location }: Proposal): SentTargetRegion[] {
  return sent.targetRegions ?? [{ name: location }]
}

function setsOf({ encryption }: SentTargetRegion): {
  os: string | undefined
  byLun: Map<number, string | undefined>
} {
  return {
    os: encryption?.osDiskImage?.diskEncryptionSetId,
    byLun: new Map(encryption?.dataDiskImages.map(({ lun, diskEncryptionSetId }) => [lun, diskEncryptionSetId])),
  }
}
