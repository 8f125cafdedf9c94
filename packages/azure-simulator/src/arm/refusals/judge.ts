import { assertPolicy } from '../authorization/policy/assert-policy.ts'
import { assertConfidentialDataDisks } from '../compute/image-version/confidential-data-disks.ts'
import type { ImageVersionSource } from '../compute/image-version/image-version-source.ts'
import { assertConfidentialRules } from './confidential-vm.ts'
import { assertEncryption } from './encryption.ts'
import { assertDates } from './end-of-life-date.ts'
import { assertLinkedRights } from './linked-access.ts'
import { assertName } from './name.ts'
import type { Proposal } from './proposal.ts'
import { followSource } from './source.ts'
import { assertTargetRegions } from './target-regions.ts'
import { assertUpdatable } from './update.ts'
import { assertNoWriteFault } from './write-fault.ts'

/**
 * Throws Azure's refusal of a PUT, if there is one; otherwise returns the content of the source (undefined for an
 * update, which keeps its own). Nothing has been changed by then. The texts:
 * https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
 */
export function judge(proposal: Proposal): ImageVersionSource | undefined {
  assertLinkedRights(proposal)
  assertPolicy({
    ...proposal,
    type: 'Microsoft.Compute/galleries/images/versions',
    violationOf: (policy, parameters) => policy.violation?.(proposal, parameters),
  })
  assertNoWriteFault(proposal)
  assertName(proposal)
  assertTargetRegions(proposal)
  assertDates(proposal)
  if (proposal.stored) assertUpdatable(proposal, proposal.stored)
  const source = proposal.stored ? undefined : followSource(proposal)
  assertConfidentialRules(proposal)
  assertConfidentialDataDisks(proposal)
  assertEncryption(proposal, source)
  return source
}
