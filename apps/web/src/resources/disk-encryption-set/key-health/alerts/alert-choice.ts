import {
  alertPolicies,
  type AlertPlan,
  type AlertPolicies,
  type AlertPolicyName,
  type CalendarKey,
  type NonCompliance,
  nonCompliantToday,
  type PolicyEffect,
} from '@portal/disk-encryption'
import type { AlertFacts } from '@portal/portal-api'

/** The policies that are offered. */
export const offeredPolicies = [
  'customerKeys',
  'allowedSets',
  'keyExpiry',
  'versionKeys',
  'ownImages',
] as const satisfies AlertPolicyName[]
type OfferedPolicy = (typeof offeredPolicies)[number]

/** What is to be exported. */
export interface AlertChoice {
  subscriptionId: string
  resourceGroupName: string
  email: string
  policies: readonly OfferedPolicy[]
  effect: PolicyEffect
  /** IDs of the image definitions for machines; undefined: all that are known */
  definitions: readonly string[] | undefined
}

const actionGroup = { name: 'key-expiry', shortName: 'key-expiry' }

/** The choice with the key vaults and the sets of its subscription, none while they are not known. */
export function alertPlan(choice: AlertChoice, facts: AlertFacts | undefined): AlertPlan {
  const { subscriptionId, resourceGroupName, email } = choice
  return {
    subscriptionId,
    resourceGroupName,
    actionGroup: { ...actionGroup, email },
    vaults: facts?.vaults ?? [],
    policies: policiesOf(choice, facts),
  }
}

export function policiesOf(
  { policies, effect, definitions }: AlertChoice,
  facts: AlertFacts | undefined,
): AlertPolicies {
  return {
    ...(policies.includes('customerKeys') && { customerKeys: effect }),
    ...(policies.includes('allowedSets') && { allowedSets: { effect, sets: (facts?.sets ?? []).map(({ id }) => id) } }),
    ...(policies.includes('keyExpiry') && { keyExpiry: effect }),
    ...(policies.includes('versionKeys') && { versionKeys: effect }),
    ...(policies.includes('ownImages') && {
      ownImages: { effect, definitions: [...(definitions ?? facts?.definitions ?? [])] },
    }),
  }
}

/** Whether each chosen policy is assigned, so that it can deny. */
export function areAssigned({ policies }: AlertChoice, { assigned }: AlertFacts): boolean {
  return policies.length > 0 && policies.every((policy) => assigned[alertPolicies[policy].assignmentName] !== undefined)
}

/** What each chosen policy would mark today, of the resources of the subscription and of its keys that were read. */
export function nonCompliance(choice: AlertChoice, facts: AlertFacts, keys: readonly CalendarKey[]): NonCompliance[] {
  const names = new Set(facts.vaults.map(({ id }) => id.split('/').at(-1)?.toLowerCase()))
  const ofNull = (setIds: (string | null)[]) => setIds.map((id) => id ?? undefined)
  return nonCompliantToday(policiesOf(choice, facts), {
    ...facts,
    machines: facts.machines.map(({ dataDiskSetIds, ...machine }) => ({
      ...machine,
      dataDiskSetIds: ofNull(dataDiskSetIds),
    })),
    versions: facts.versions.map(({ id, setIds }) => ({ id, setIds: ofNull(setIds) })),
    keys: keys
      .filter(({ keyVaultName }) => names.has(keyVaultName.toLowerCase()))
      .map(({ keyUrl, key }) => ({
        id: keyUrl,
        expires: typeof key === 'string' ? undefined : key.expires !== undefined,
      })),
  })
}
