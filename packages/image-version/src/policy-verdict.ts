import { sameResourceId } from '@portal/arm'
import * as z from 'zod/mini'
import { imageDisks } from './image-disks.ts'
import { diskEncryptionSetOf, usesCustomerKeys } from './plan.ts'
import { cellPath } from './rules/encryption-matrix.ts'
import type { Inventory } from './inventory.ts'
import type { IssuePath } from './issue.ts'
import type { DiskKey, ImageVersionPlan } from './plan.ts'

/** A policy at work where the gallery is, as far as the portal can judge by it. */
export const policyAssignment = z.strictObject({
  id: z.string(),
  displayName: z.string(),
  /** the name of the policy's definition: of Azure's own a GUID */
  definitionName: z.string(),
  /** `Audit`, `Deny` or `Disabled`; absent where the assignment leaves it to the definition */
  effect: z.optional(z.string()),
  /** without enforcement a denial is only noted */
  isEnforced: z.boolean(),
  /** ids of the sets that the policy allows, where it lists some */
  allowedEncryptionSets: z.optional(z.array(z.string())),
})
export type PolicyAssignment = z.infer<typeof policyAssignment>

/** What an assigned policy says to a plan; `paths` are the cells that it is against. */
export interface PolicyFinding {
  assignment: PolicyAssignment
  state: 'denied' | 'audited'
  paths: IssuePath[]
}

/** `unknown`: the assignments cannot be read, or the portal can judge by none of those that there are. */
export interface PolicyVerdict {
  state: 'denied' | 'audited' | 'compliant' | 'unknown'
  findings: PolicyFinding[]
  /** assignments of policies that the portal cannot judge by: Azure may still deny for them */
  notJudged: PolicyAssignment[]
}

type Against = (plan: ImageVersionPlan, inventory: Inventory, assignment: PolicyAssignment) => IssuePath[]

// The built-in policies that look at image versions, both with the effect Audit unless the assignment says another.
// https://learn.microsoft.com/azure/governance/policy/samples/built-in-policies#compute
const judged: Partial<Record<string, Against>> = {
  /** OS and data disks should be encrypted with a customer-managed key */
  '702dd420-7fcc-42c5-afe8-4026edd20fe0': cellsWithoutSet,
  /** Managed disks should use a specific set of disk encryption sets for the customer-managed key encryption */
  'd461a302-a187-421a-89ac-84acdb4edc04': (plan, inventory, { allowedEncryptionSets = [] }) =>
    cells(plan, inventory)
      .filter(({ set }) => set !== '' && !allowedEncryptionSets.some((allowed) => sameResourceId(allowed, set)))
      .map(({ path }) => path),
}

/** Whether the policies assigned where the gallery is would let the plan pass, before it is sent. */
export function policyVerdict(
  plan: ImageVersionPlan,
  inventory: Inventory,
  assignments: PolicyAssignment[] | 'unreadable',
): PolicyVerdict {
  if (assignments === 'unreadable') return { state: 'unknown', findings: [], notJudged: [] }
  const inEffect = assignments.filter(({ effect }) => effect !== 'Disabled')
  const notJudged = inEffect.filter(({ definitionName }) => judged[definitionName] === undefined)
  const findings = inEffect.flatMap((assignment): PolicyFinding[] => {
    const paths = judged[assignment.definitionName]?.(plan, inventory, assignment) ?? []
    const state = assignment.effect === 'Deny' && assignment.isEnforced ? 'denied' : 'audited'
    return paths.length > 0 ? [{ assignment, state, paths }] : []
  })
  return { state: stateOf(findings, inEffect.length > 0 && notJudged.length === inEffect.length), findings, notJudged }
}

function stateOf(findings: PolicyFinding[], isNoneJudged: boolean): PolicyVerdict['state'] {
  if (findings.some(({ state }) => state === 'denied')) return 'denied'
  if (findings.length > 0) return 'audited'
  return isNoneJudged ? 'unknown' : 'compliant'
}

function cellsWithoutSet(plan: ImageVersionPlan, inventory: Inventory): IssuePath[] {
  return cells(plan, inventory)
    .filter(({ set }) => set === '')
    .map(({ path }) => path)
}

// The policies see the data disks that the request lists. Those inside a whole source, such as a managed image, are
// not in it, so only the sets given for them count.
function cells(plan: ImageVersionPlan, inventory: Inventory): { path: IssuePath; set: string }[] {
  const isListed = plan.source.type === 'DisksAndSnapshots' || plan.source.type === 'StorageBlobs'
  return plan.targetRegions.flatMap((region, index) => {
    if (region.name === '') return []
    const setFor = (disk: DiskKey) => (usesCustomerKeys(plan) ? diskEncryptionSetOf(region, disk) : '')
    return imageDisks(plan.source, inventory)
      .map(({ key }) => ({ key, path: cellPath(index, key), set: setFor(key) }))
      .filter(({ key, set }) => key === 'os' || isListed || set !== '')
      .map(({ path, set }) => ({ path, set }))
  })
}
