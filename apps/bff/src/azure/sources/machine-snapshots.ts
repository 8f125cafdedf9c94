import { formatResourceId, parseMachineId, parseResourceIdOf, type ResourceId } from '@portal/arm'
import type { MachineSnapshots } from '@portal/portal-api'
import * as z from 'zod/mini'
import { RequestRefused } from '../../refusals/request-refused.ts'
import type { Azure } from '../arm/clients.ts'
import { answered, ifThere } from '../arm/sdk-answers.ts'

const vmDisk = { managedDisk: z.nullish(z.object({ id: z.optional(z.string()) })) }
const armMachine = z.object({
  storageProfile: z.object({
    osDisk: z.object(vmDisk),
    dataDisks: z.nullish(z.array(z.object({ ...vmDisk, lun: z.number() }))),
  }),
})
const armDisk = z.object({
  id: z.string(),
  location: z.string(),
  encryption: z.nullish(
    z.object({
      type: z.optional(
        z.enum([
          'EncryptionAtRestWithPlatformKey',
          'EncryptionAtRestWithCustomerKey',
          'EncryptionAtRestWithPlatformAndCustomerKeys',
        ]),
      ),
      diskEncryptionSetId: z.nullish(z.string()),
    }),
  ),
})
const armSnapshot = z.object({ id: z.string() })

/**
 * Creates a snapshot of each disk of a machine, named after the machine and `at` (ISO 8601); existing snapshots are
 * left alone. Throws `RequestRefused` if the machine has no managed disks to copy.
 * https://learn.microsoft.com/rest/api/compute/snapshots/create-or-update
 */
export async function snapshotMachine(azure: Azure, machineId: string, at: string): Promise<MachineSnapshots> {
  const machine = parseMachineId(machineId)
  const { subscriptionId, resourceGroupName, names } = machine
  const { virtualMachines } = azure.compute(subscriptionId)
  const { storageProfile } = await answered(armMachine, virtualMachines.get(resourceGroupName, names[0] ?? ''))
  const prefix = `${(names[0] ?? '').slice(0, 50)}-${at.replaceAll(/\D/g, '').slice(0, 14)}`
  const copyOf = (disk: z.output<typeof armMachine>['storageProfile']['osDisk'], suffix: string) => {
    const id = disk.managedDisk?.id
    if (id === undefined)
      throw new RequestRefused('InvalidRequest', 'The virtual machine has a disk that is not managed')
    return snapshotDisk(azure, { machine, diskId: id, name: `${prefix}-${suffix}` })
  }
  const [osDiskId, dataDisks] = await Promise.all([
    copyOf(storageProfile.osDisk, 'os'),
    Promise.all(
      (storageProfile.dataDisks ?? []).map(async (disk) => ({
        lun: disk.lun,
        id: await copyOf(disk, `lun-${disk.lun}`),
      })),
    ),
  ])
  return { osDiskId, dataDisks }
}

async function snapshotDisk(
  azure: Azure,
  { machine, diskId, name }: { machine: ResourceId; diskId: string; name: string },
): Promise<string> {
  const { subscriptionId, resourceGroupName } = machine
  const { snapshots } = azure.compute(subscriptionId)
  const existing = await ifThere(answered(armSnapshot, snapshots.get(resourceGroupName, name)))
  if (existing !== undefined) return existing.id
  const disk = parseResourceIdOf('Microsoft.Compute/disks', diskId)
  const { disks } = azure.compute(disk.subscriptionId)
  const { id, location, encryption } = await answered(armDisk, disks.get(disk.resourceGroupName, disk.names[0] ?? ''))
  const set = encryption?.diskEncryptionSetId
  const poller = snapshots.createOrUpdate(resourceGroupName, name, {
    location,
    creationData: { createOption: 'Copy', sourceResourceId: id },
    // The copy keeps the disk's key.
    ...(encryption?.type !== undefined && set && { encryption: { type: encryption.type, diskEncryptionSetId: set } }),
  })
  await poller.submitted()
  return formatResourceId({ ...machine, types: ['snapshots'], names: [name] })
}
