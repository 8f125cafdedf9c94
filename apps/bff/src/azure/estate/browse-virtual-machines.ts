import { regionName } from '@portal/arm'
import {
  machineEncryption,
  type browseVirtualMachines as endpoint,
  type DiskEncryption,
  type RequestOf,
  type ResponseOf,
  type VirtualMachineRow,
} from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../arm/clients.ts'
import { kqlText } from '../arm/resource-graph.ts'
import { defined, subResource } from '../arm/wire-facts.ts'
import { isFromGallery, machineEncryptionSteps } from './machine-encryption-steps.ts'
import { queryPage, searchStep } from './page-query.ts'
import { imageFilterSteps } from './posture/image-filter-steps.ts'

const orders: Record<RequestOf<typeof endpoint>['sort'], string> = {
  name: 'tolower(name)',
  powerState: 'powerState',
  image: 'tolower(image)',
  encryption: 'encryption',
  size: 'size',
  location: 'location',
  resourceGroup: 'resourceGroup',
}

const managedDisk = z.nullish(
  z.object({
    id: z.nullish(z.string()),
    diskEncryptionSet: subResource,
    securityProfile: z.nullish(
      z.object({ securityEncryptionType: z.nullish(z.string()), diskEncryptionSet: subResource }),
    ),
  }),
)
const row = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  state: z.string(),
  powerState: z.string(),
  size: z.string(),
  encryption: machineEncryption,
  disks: z.nullable(z.array(z.string())),
  storage: z.nullable(
    z.object({
      imageReference: z.nullish(
        z.object({
          id: z.nullish(z.string()),
          publisher: z.nullish(z.string()),
          offer: z.nullish(z.string()),
          sku: z.nullish(z.string()),
        }),
      ),
      osDisk: z.nullish(z.object({ managedDisk })),
      dataDisks: z.nullish(z.array(z.object({ lun: z.number(), managedDisk }))),
    }),
  ),
})
type MachineInGraph = z.output<typeof row>

/**
 * A page of virtual machines with whose keys encrypt their disks.
 * https://learn.microsoft.com/azure/governance/resource-graph/samples/samples-by-category
 */
export async function browseVirtualMachines(
  azure: Azure,
  asked: RequestOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const steps = [
    "where type =~ 'microsoft.compute/virtualmachines'",
    `project id, name, location, resourceGroup, machine = tolower(id), storage = properties.storageProfile,
      created = tostring(properties.timeCreated),
      size = tostring(properties.hardwareProfile.vmSize), state = tostring(properties.provisioningState),
      powerState = tostring(properties.extended.instanceView.powerState.code)`,
    `extend image = coalesce(tostring(storage.imageReference.id), strcat(tostring(storage.imageReference.publisher), '/',
      tostring(storage.imageReference.offer), '/', tostring(storage.imageReference.sku)))`,
    asked.image !== undefined && isFromGallery,
    ...imageFilterSteps(asked, { imageId: 'image', date: 'created' }),
    searchStep("strcat(name, ' ', image)", asked.search),
    ...machineEncryptionSteps,
    asked.encryption !== undefined && `where encryption == ${kqlText(asked.encryption)}`,
    'project id, name, location, resourceGroup, state, powerState, size, image, encryption, disks, storage',
  ]
  const { total, rows } = await queryPage(azure, row, { asked, steps, orders: [orders[asked.sort], orders.name] })
  return { total, rows: rows.map(toRow) }
}

function toRow({ id, name, location, size, encryption, ...machine }: MachineInGraph): VirtualMachineRow {
  const { imageReference } = machine.storage ?? {}
  const marketplace = [imageReference?.publisher, imageReference?.offer, imageReference?.sku].filter(Boolean)
  return {
    id,
    name,
    location: regionName(location),
    provisioningState: machine.state,
    size,
    encryption,
    disks: disksOf(machine),
    ...defined({
      powerState: machine.powerState === '' ? undefined : machine.powerState.replace(/^PowerState\//, ''),
      imageId: imageReference?.id,
      marketplaceImage: marketplace.length === 0 ? undefined : marketplace.join(' / '),
    }),
  }
}

const encryptions: Record<string, DiskEncryption> = {
  EncryptionAtRestWithPlatformKey: 'platform',
  EncryptionAtRestWithCustomerKey: 'customer',
  EncryptionAtRestWithPlatformAndCustomerKeys: 'double',
}

function disksOf({ disks, storage }: Pick<MachineInGraph, 'disks' | 'storage'>): VirtualMachineRow['disks'] {
  const stored = new Map(
    (disks ?? []).map((text) => {
      const [id = '', type = '', setId = ''] = text.split('|')
      return [id.toLowerCase(), { encryption: encryptions[type] ?? 'unknown', setId: setId || undefined }]
    }),
  )
  const diskOf = (disk: 'os' | number, managed: z.output<typeof managedDisk>): VirtualMachineRow['disks'][number] => {
    const { securityEncryptionType, diskEncryptionSet } = managed?.securityProfile ?? {}
    if (securityEncryptionType === 'DiskWithVMGuestState')
      return { disk, encryption: 'confidential', ...defined({ diskEncryptionSetId: diskEncryptionSet?.id }) }
    const known = stored.get(managed?.id?.toLowerCase() ?? '')
    // The machine itself names the set of a disk that the user can't read.
    const diskEncryptionSetId = known ? known.setId : managed?.diskEncryptionSet?.id
    return { disk, encryption: known?.encryption ?? 'unknown', ...defined({ diskEncryptionSetId }) }
  }
  const dataDisks = (storage?.dataDisks ?? []).toSorted((one, other) => one.lun - other.lun)
  return [
    diskOf('os', storage?.osDisk?.managedDisk),
    ...dataDisks.map(({ lun, managedDisk: managed }) => diskOf(lun, managed)),
  ]
}
