import * as z from 'zod/mini'
import { ownImages, versionKeys } from './policy-guards.ts'

/** What an assignment does with a resource that the policy is against. */
export type PolicyEffect = 'Audit' | 'Deny'

/** The policies that can be assigned, by what they ask for; the last two are custom ones. */
export const alertPolicyName = z.enum([
  'customerKeys',
  'allowedSets',
  'doubleEncryption',
  'keyExpiry',
  'versionKeys',
  'ownImages',
])
export type AlertPolicyName = z.infer<typeof alertPolicyName>

/** A key vault whose keys are to be watched. */
export interface WatchedVault {
  /** ID of the vault, in the subscription of the plan */
  id: string
  /** its region, by short name: the system topic has to be there */
  location: string
}

/**
 * Alerts about the expiry of keys, and policies about what encrypts disks: for one subscription, in which the vaults
 * are and in which the policies are assigned.
 */
export interface AlertPlan {
  subscriptionId: string
  /** where the action group and the system topics are created */
  resourceGroupName: string
  /** who is told: an action group of this name with one address; the short name has up to 12 characters */
  actionGroup: { name: string; shortName: string; email: string }
  vaults: WatchedVault[]
  policies: AlertPolicies
}

/** The policies to assign, with their effects; absent ones are not assigned. */
export interface AlertPolicies {
  customerKeys?: PolicyEffect
  /** with the IDs of the sets that disks can use */
  allowedSets?: { effect: PolicyEffect; sets: string[] }
  doubleEncryption?: PolicyEffect
  /** Key Vault denies new keys without a date; those that exist go on */
  keyExpiry?: PolicyEffect
  versionKeys?: PolicyEffect
  /** with the IDs of the image definitions that machines can be created from */
  ownImages?: { effect: PolicyEffect; definitions: string[] }
}

interface AlertPolicy {
  /** name of the definition; Azure's own has the same in every cloud that has it */
  definitionName: string
  displayName: string
  /** of the assignment */
  assignmentName: string
  /** of a custom one */
  custom?: typeof versionKeys
}

/** Azure's definitions: https://learn.microsoft.com/azure/governance/policy/samples/built-in-policies */
export const alertPolicies: Record<AlertPolicyName, AlertPolicy> = {
  customerKeys: {
    definitionName: '702dd420-7fcc-42c5-afe8-4026edd20fe0',
    displayName: 'OS and data disks should be encrypted with a customer-managed key',
    assignmentName: 'disks-customer-managed-key',
  },
  allowedSets: {
    definitionName: 'd461a302-a187-421a-89ac-84acdb4edc04',
    displayName:
      'Managed disks should use a specific set of disk encryption sets for the customer-managed key encryption',
    assignmentName: 'disks-allowed-encryption-sets',
  },
  doubleEncryption: {
    definitionName: 'ca91455f-eace-4f96-be59-e6e2c35b4816',
    displayName: 'Managed disks should be double encrypted with both platform-managed and customer-managed keys',
    assignmentName: 'disks-double-encryption',
  },
  keyExpiry: {
    definitionName: '152b15f7-8e1f-4c1f-ab71-8c010ba5dbc0',
    displayName: 'Key Vault keys should have an expiration date',
    assignmentName: 'keys-expiration-date',
  },
  versionKeys: {
    definitionName: 'image-versions-customer-managed-key',
    displayName: 'Image versions should be encrypted with customer-managed keys',
    assignmentName: 'image-versions-customer-key',
    custom: versionKeys,
  },
  ownImages: {
    definitionName: 'machines-from-image-definitions',
    displayName: 'Virtual machines and scale sets should be created from certain image definitions',
    assignmentName: 'machines-from-definitions',
    custom: ownImages,
  },
}

/**
 * Which of these a policy is: Azure's own by the ID of its definition, a custom one by the condition of its rule,
 * whatever its name is. Like Azure, this ignores case.
 */
export function policyOf(definitionId: string, condition?: unknown): AlertPolicyName | undefined {
  const asked = canonical(condition)
  return alertPolicyName.options.find((name) => {
    const { definitionName, custom } = alertPolicies[name]
    return custom === undefined
      ? definitionId.toLowerCase() === `/providers/microsoft.authorization/policydefinitions/${definitionName}`
      : canonical(custom.condition) === asked
  })
}

/** The same text for the same condition, in whatever order its properties are. */
function canonical(condition: unknown): string {
  return JSON.stringify(condition ?? null, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  ).toLowerCase()
}
