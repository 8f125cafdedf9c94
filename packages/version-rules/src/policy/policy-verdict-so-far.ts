import {
  asksForSet,
  diskEncryptionSetOf,
  type DiskKey,
  type ImageVersionPlan,
  type IssuePath,
} from '@portal/image-version'
import type { PolicyVerdict } from './policy-verdict.ts'

/**
 * The verdict while the plan is being filled in: a cell that still waits for its set is not a cell without one. What
 * remains is refused whatever is chosen next.
 */
export function policyVerdictSoFar(plan: ImageVersionPlan, verdict: PolicyVerdict): PolicyVerdict {
  const findings = verdict.findings.flatMap((finding) => {
    const paths = finding.paths.filter((path) => !isWaiting(plan, path))
    return paths.length > 0 ? [{ ...finding, paths }] : []
  })
  if (findings.length === verdict.findings.length) return { ...verdict, findings }
  const state = findings.some((finding) => finding.state === 'denied') ? 'denied' : 'audited'
  return { ...verdict, findings, state: findings.length === 0 ? 'compliant' : state }
}

function isWaiting(plan: ImageVersionPlan, [field, index, , , lun]: IssuePath): boolean {
  const region = field === 'targetRegions' && typeof index === 'number' ? plan.targetRegions[index] : undefined
  const disk: DiskKey = typeof lun === 'number' ? lun : 'os'
  return region !== undefined && asksForSet(plan, disk) && diskEncryptionSetOf(region, disk) === ''
}
