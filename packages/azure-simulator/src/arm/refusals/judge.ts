import { demandPolicy } from '../authorization/policy/demand-policy.ts'
import { demandConfidentialDataDisks } from '../compute/image-version/confidential-data-disks.ts'
import type { ImageVersionSource } from '../compute/image-version/image-version-source.ts'
import { demandConfidentialRules } from './confidential-vm.ts'
import { demandEncryption } from './encryption.ts'
import { demandDates } from './end-of-life-date.ts'
import { demandLinkedRights } from './linked-access.ts'
import { demandName } from './name.ts'
import type { Proposal } from './proposal.ts'
import { followSource } from './source.ts'
import { demandTargetRegions } from './target-regions.ts'
import { demandUpdatable } from './update.ts'
import { demandNoWriteFault } from './write-fault.ts'

/**
 * Throws Azure's refusal of a PUT, if there is one; otherwise returns the content of the source (undefined for an
 * update, which keeps its own). Nothing has been changed by then. The texts:
 * https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
 */
export function judge(proposal: Proposal): ImageVersionSource | undefined {
  demandLinkedRights(proposal)
  demandPolicy({
    ...proposal,
    type: 'Microsoft.Compute/galleries/images/versions',
    violationOf: (policy, parameters) => policy.violation?.(proposal, parameters),
  })
  demandNoWriteFault(proposal)
  demandName(proposal)
  demandTargetRegions(proposal)
  demandDates(proposal)
  if (proposal.stored) demandUpdatable(proposal, proposal.stored)
  const source = proposal.stored ? undefined : followSource(proposal)
  demandConfidentialRules(proposal)
  demandConfidentialDataDisks(proposal)
  demandEncryption(proposal, source)
  return source
}
