import { sameResourceId } from '@portal/arm'
import { alertPolicyName, type AlertPolicyName } from '@portal/disk-encryption'
import {
  asksForSet,
  diskEncryptionSetsOf,
  type DiskKey,
  imageDisks,
  type ImageVersionPlan,
  type Inventory,
  type IssuePath,
  setTypeOf,
} from '@portal/image-version'
import * as z from 'zod/mini'
import { cellPath } from '../rules/encryption-matrix.ts'

/** A policy that applies to the gallery, as far as the portal can evaluate it. */
export const policyAssignment = z.strictObject({
  id: z.string(),
  displayName: z.string(),
  /** which policy it is by its rule, if the portal knows that rule */
  policy: z.optional(alertPolicyName),
  /** `Audit`, `Deny` or `Disabled`; absent if the assignment leaves it to the definition */
  effect: z.optional(z.string()),
  /** without enforcement a denial is only noted */
  isEnforced: z.boolean(),
  /** IDs of the sets that the policy allows, if it lists some */
  allowedEncryptionSets: z.optional(z.array(z.string())),
  /** IDs of the image definitions that the policy allows for machines, if it lists some */
  allowedDefinitions: z.optional(z.array(z.string())),
})
export type PolicyAssignment = z.infer<typeof policyAssignment>

/** What an assigned policy says about a plan; `paths` are the non-compliant cells, or disks of a virtual machine. */
export interface PolicyFinding {
  assignment: PolicyAssignment
  state: 'denied' | 'audited'
  paths: IssuePath[]
}

/** `unknown`: the assignments can't be read, or the portal can't evaluate any of them. */
export interface PolicyVerdict {
  state: 'denied' | 'audited' | 'compliant' | 'unknown'
  findings: PolicyFinding[]
  /** assignments of policies that the portal can't evaluate: Azure might still deny because of them */
  notJudged: PolicyAssignment[]
}

/** What a policy prohibits; of others nothing is known. */
export type Judges = Partial<Record<AlertPolicyName, (assignment: PolicyAssignment) => IssuePath[]>>

/** Whether the policies that apply to the gallery would allow the plan, before it is sent. */
export function policyVerdict(
  plan: ImageVersionPlan,
  inventory: Inventory,
  assignments: PolicyAssignment[] | 'unreadable',
): PolicyVerdict {
  const isListed = plan.source.type === 'DisksAndSnapshots' || plan.source.type === 'StorageBlobs'
  const disks = imageDisks(plan.source, inventory).map(({ key }) => key)
  return verdictOf(assignments, versionJudges(plan, disks, isListed))
}

/**
 * The same for a plan whose request lists the data disks with these LUNs, as the update of a version does: it sends
 * Azure's facts about the disks back.
 */
export function policyVerdictOnDisks(
  plan: ImageVersionPlan,
  luns: readonly number[],
  assignments: PolicyAssignment[] | 'unreadable',
): PolicyVerdict {
  return verdictOf(assignments, versionJudges(plan, ['os', ...luns], true))
}

/** What policies say, as far as the portal can evaluate them. */
export function verdictOf(assignments: PolicyAssignment[] | 'unreadable', judges: Judges): PolicyVerdict {
  if (assignments === 'unreadable') return { state: 'unknown', findings: [], notJudged: [] }
  const inEffect = assignments.filter(({ effect }) => effect !== 'Disabled')
  const judgeOf = ({ policy }: PolicyAssignment) => policy && judges[policy]
  const notJudged = inEffect.filter((assignment) => judgeOf(assignment) === undefined)
  const findings = inEffect.flatMap((assignment): PolicyFinding[] => {
    const paths = judgeOf(assignment)?.(assignment) ?? []
    const state = assignment.effect === 'Deny' && assignment.isEnforced ? 'denied' : 'audited'
    return paths.length > 0 ? [{ assignment, state, paths }] : []
  })
  return { state: stateOf(findings, inEffect.length > 0 && notJudged.length === inEffect.length), findings, notJudged }
}

// The built-in policies for image versions, both with the effect Audit unless the assignment has another.
// https://learn.microsoft.com/azure/governance/policy/samples/built-in-policies#compute
function versionJudges(plan: ImageVersionPlan, disks: readonly DiskKey[], isListed: boolean): Judges {
  // Most plans have no such policy, and a matrix can have thousands of cells.
  const all = () => cells(plan, disks, isListed)
  const withoutSet = () =>
    all()
      .filter(({ set }) => set === '')
      .map(({ path }) => path)
  return {
    customerKeys: withoutSet,
    versionKeys: withoutSet,
    allowedSets: ({ allowedEncryptionSets = [] }) =>
      all()
        .filter(({ set }) => set !== '' && !allowedEncryptionSets.some((allowed) => sameResourceId(allowed, set)))
        .map(({ path }) => path),
  }
}

function stateOf(findings: PolicyFinding[], isNoneJudged: boolean): PolicyVerdict['state'] {
  if (findings.some(({ state }) => state === 'denied')) return 'denied'
  if (findings.length > 0) return 'audited'
  return isNoneJudged ? 'unknown' : 'compliant'
}

// The policies see the data disks in the request. Those inside a whole source, for example a managed image, are not in
// it, so only the sets given for them count.
function cells(
  plan: ImageVersionPlan,
  disks: readonly DiskKey[],
  isListed: boolean,
): { path: IssuePath; set: string }[] {
  return plan.targetRegions.flatMap((region, index) => {
    if (region.name === '') return []
    const sets = diskEncryptionSetsOf(region)
    // The policy requires `diskEncryptionSetId`, which a confidential data disk does not have.
    const setFor = (disk: DiskKey) =>
      asksForSet(plan, disk) && setTypeOf(plan, disk) === plan.encryptionType ? (sets.get(disk) ?? '') : ''
    return disks
      .map((key) => ({ key, path: cellPath(index, key), set: setFor(key) }))
      .filter(({ key, set }) => key === 'os' || isListed || set !== '')
      .map(({ path, set }) => ({ path, set }))
  })
}
