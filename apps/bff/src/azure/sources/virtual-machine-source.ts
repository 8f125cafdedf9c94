import { regionName } from '@portal/arm'
import type { SourceDisk, SourceResourceOf } from '@portal/image-version'
import * as z from 'zod/mini'
import { defined, hyperVGeneration, nameInId, osType, subResource, trackedResource } from '../arm/wire-facts.ts'
import { planFacts, purchasePlan } from '../galleries/capabilities.ts'
import { diskCapabilities, type armDisk } from './disk-sources.ts'

const vmDisk = {
  name: z.nullish(z.string()),
  diskSizeGB: z.nullish(z.number()),
  /** an unmanaged disk: a blob in a storage account */
  vhd: z.nullish(z.object({ uri: z.nullish(z.string()) })),
  managedDisk: z.nullish(
    z.object({ id: z.optional(z.string()), storageAccountType: z.nullish(z.string()), diskEncryptionSet: subResource }),
  ),
}

/** The facts of a virtual machine that the rules need. */
export const armVirtualMachine = z.object({
  ...trackedResource,
  securityProfile: z.nullish(z.object({ securityType: z.nullish(z.string()) })),
  /** only with $expand=instanceView */
  instanceView: z.nullish(
    z.object({ hyperVGeneration, statuses: z.nullish(z.array(z.object({ code: z.optional(z.string()) }))) }),
  ),
  plan: purchasePlan,
  storageProfile: z.object({
    diskControllerType: z.nullish(z.string()),
    osDisk: z.object({ ...vmDisk, osType, diffDiskSettings: z.nullish(z.object({ option: z.nullish(z.string()) })) }),
    dataDisks: z.nullish(z.array(z.object({ ...vmDisk, lun: z.number() }))),
  }),
})

const securityType = z.enum(['TrustedLaunch', 'ConfidentialVM'])

/** `systemDisk`: its OS disk, where that is known. https://learn.microsoft.com/rest/api/compute/virtual-machines/get */
export function toVirtualMachineSource(
  vm: z.output<typeof armVirtualMachine>,
  systemDisk?: z.output<typeof armDisk>,
): SourceResourceOf<'VirtualMachine'> {
  const { osDisk } = vm.storageProfile
  const dataDisks = vm.storageProfile.dataDisks ?? []
  const security = z.safeParse(securityType, vm.securityProfile?.securityType)
  return {
    type: 'VirtualMachine',
    id: vm.id,
    name: vm.name,
    location: regionName(vm.location),
    provisioningState: vm.provisioningState ?? '',
    ...defined({
      osType: osDisk.osType,
      hyperVGeneration: vm.instanceView?.hyperVGeneration,
      securityType: security.success ? security.data : undefined,
      ...diskCapabilities(systemDisk),
      // A machine on SCSI might support NVMe as well: that it does not say.
      ...(isOnNvme(vm) && { diskControllerTypes: 'SCSI, NVMe' as const }),
      ...defined({ purchasePlan: planFacts(vm.plan) }),
      ...stateOf(vm.instanceView?.statuses),
    }),
    hasUnmanagedDisks: [osDisk, ...dataDisks].some(({ vhd }) => vhd !== null && vhd !== undefined),
    osDisk: {
      ...toSourceDisk(osDisk, vm.name),
      ...(osDisk.diffDiskSettings?.option === 'Local' && { isEphemeral: true }),
    },
    dataDisks: dataDisks.map((disk) => ({ lun: disk.lun, disk: toSourceDisk(disk, vm.name) })),
  }
}

// https://learn.microsoft.com/rest/api/compute/virtual-machines/get#diskcontrollertypes
function isOnNvme({ storageProfile }: z.output<typeof armVirtualMachine>): boolean {
  return storageProfile.diskControllerType?.toLowerCase() === 'nvme'
}

// https://learn.microsoft.com/azure/virtual-machines/states-billing
function stateOf(statuses: { code?: string | undefined }[] | null | undefined) {
  if (!statuses) return {}
  const has = (code: string) => statuses.some((status) => status.code === code)
  const osState = has('OSState/generalized') ? ('Generalized' as const) : ('Specialized' as const)
  return { osState, isRunning: has('PowerState/running') }
}

function toSourceDisk(disk: z.output<z.ZodMiniObject<typeof vmDisk>>, vmName: string): SourceDisk {
  return {
    name: disk.name ?? nameInId(disk.managedDisk?.id, vmName),
    ...defined({
      sizeInGB: disk.diskSizeGB,
      storageAccountType: disk.managedDisk?.storageAccountType,
      diskEncryptionSetId: disk.managedDisk?.diskEncryptionSet?.id,
    }),
  }
}
