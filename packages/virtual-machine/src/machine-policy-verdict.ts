import { sameResourceId } from '@portal/arm'
import { isFromDefinition } from '@portal/disk-encryption'
import type { IssuePath } from '@portal/image-version'
import { type PolicyAssignment, type PolicyVerdict, verdictOf } from '@portal/version-rules'
import { machineDiskPath, machineDisks } from './issues/machine-disk-issues.ts'
import type { VirtualMachinePlan } from './virtual-machine-plan.ts'

/**
 * What the policies of the machine's resource group say about it, before it is sent. According to their definitions,
 * one requires a set on the OS disk and on any data disk, the other checks the OS disk alone. The paths of the findings
 * are those of the disks. https://github.com/Azure/azure-policy/tree/master/built-in-policies/policyDefinitions/Compute
 */
export function machinePolicyVerdict(
  plan: VirtualMachinePlan,
  assignments: PolicyAssignment[] | 'unreadable',
): PolicyVerdict {
  const { osDisk, dataDisks } = plan
  const areDataDisksBare = dataDisks.every(({ diskEncryptionSetId }) => diskEncryptionSetId === '')
  return verdictOf(assignments, {
    customerKeys: (): IssuePath[] =>
      machineDisks(plan)
        .filter(({ key, disk }) => (key === 'os' || areDataDisksBare) && disk.diskEncryptionSetId === '')
        .map(({ key }) => machineDiskPath(key)),
    allowedSets: ({ allowedEncryptionSets = [] }) =>
      allowedEncryptionSets.some((allowed) => sameResourceId(allowed, osDisk.diskEncryptionSetId))
        ? []
        : [machineDiskPath('os')],
    ownImages: ({ allowedDefinitions = [] }) =>
      isFromDefinition(plan.imageVersionId, allowedDefinitions) ? [] : [['imageVersionId']],
  })
}
