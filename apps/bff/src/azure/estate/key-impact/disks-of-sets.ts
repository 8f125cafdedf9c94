import { regionName } from '@portal/arm'
import type { KeyImpactFacts } from '@portal/disk-encryption'
import * as z from 'zod/mini'
import type { Azure } from '../../arm/clients.ts'
import { queryResourceGraph } from '../../arm/resource-graph.ts'
import { defined } from '../../arm/wire-facts.ts'
import { inChunks, kqlList, subscriptionsOf } from '../query-chunks.ts'

const text = z.nullish(z.string())
const row = z.object({
  id: z.string(),
  type: z.string(),
  location: z.string(),
  setId: z.string(),
  secureSetId: z.string(),
  managedBy: text,
  diskImage: text,
  vmId: text,
  vmLocation: text,
  powerState: text,
  image: text,
  exact: text,
  scaleSetId: text,
})
type DiskRow = z.output<typeof row>

/** Disks and snapshots, and the virtual machines that have the disks. */
type DisksAndMachines = Pick<KeyImpactFacts, 'disks' | 'machines'>

/** The disks that the sets encrypt, with their machines, in one query for each hundred sets. */
export async function disksOfSets(azure: Azure, sets: readonly { id: string }[]): Promise<DisksAndMachines> {
  const found = await inChunks(
    sets.map(({ id }) => id),
    async (chunk) => [
      await askDisks(
        azure,
        `where setId in~ ${kqlList(chunk)} or secureSetId in~ ${kqlList(chunk)}`,
        subscriptionsOf(chunk),
      ),
    ],
  )
  return {
    disks: byId(found.flatMap(({ disks }) => disks)),
    machines: byId(found.flatMap(({ machines }) => machines)),
  }
}

// Only a virtual machine knows whether it runs. Disks are in the subscription of their set and of their machine:
// https://learn.microsoft.com/azure/virtual-machines/disk-encryption#restrictions
const machines = `Resources
  | where type =~ 'microsoft.compute/virtualmachines'
  | project machine = tolower(id), vmId = id, vmLocation = location,
    powerState = tostring(properties.extended.instanceView.powerState.code),
    image = tostring(properties.storageProfile.imageReference.id),
    exact = tostring(properties.storageProfile.imageReference.exactVersion),
    scaleSetId = tostring(properties.virtualMachineScaleSet.id)`

/** The disks that a step of a query keeps, with their machines. */
export async function askDisks(azure: Azure, step: string, subscriptions: string[]): Promise<DisksAndMachines> {
  const query = `Resources
| where type in~ ('microsoft.compute/disks', 'microsoft.compute/snapshots')
| extend setId = tostring(properties.encryption.diskEncryptionSetId),
  secureSetId = tostring(properties.securityProfile.secureVMDiskEncryptionSetId)
| ${step}
| extend machine = tolower(managedBy)
| join kind=leftouter (${machines}) on machine
| project id, type, location, setId, secureSetId, managedBy, vmId, vmLocation, powerState, image, exact, scaleSetId,
  diskImage = tostring(properties.creationData.galleryImageReference.id)
| order by id asc`
  const rows = await queryResourceGraph(azure, row, { query, subscriptions })
  return { disks: rows.map(toDisk), machines: byId(rows.flatMap(toMachine)) }
}

function toDisk({ id, type, location, setId, secureSetId, ...disk }: DiskRow): KeyImpactFacts['disks'][number] {
  return {
    id,
    kind: type.toLowerCase().endsWith('/snapshots') ? 'snapshot' : 'disk',
    location: regionName(location),
    setIds: [...new Set([setId, secureSetId].filter((each) => each !== ''))],
    ...defined({ machineId: disk.managedBy || undefined, versionId: disk.diskImage || undefined }),
  }
}

function toMachine({ vmId, vmLocation, powerState, ...row }: DiskRow): KeyImpactFacts['machines'] {
  if (!vmId) return []
  return [
    {
      id: vmId,
      location: regionName(vmLocation ?? ''),
      powerState: (powerState ?? '').replace(/^PowerState\//, ''),
      ...defined({
        versionId: versionIdOf(row.image ?? '', row.exact ?? ''),
        scaleSetId: row.scaleSetId || undefined,
      }),
    },
  ]
}

/** The version that a machine was created from: Azure names it apart if a definition was asked for. */
export function versionIdOf(imageId: string, exactVersion: string): string | undefined {
  if (/\/versions\/[^/]+$/i.test(imageId)) return imageId
  return /\/galleries\//i.test(imageId) && exactVersion !== '' ? `${imageId}/versions/${exactVersion}` : undefined
}

function byId<Found extends { id: string }>(found: Found[]): Found[] {
  return [...new Map(found.map((each) => [each.id.toLowerCase(), each])).values()]
}
