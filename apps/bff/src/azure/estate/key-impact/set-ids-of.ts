import { formatResourceId, parseResourceIdOf } from '@portal/arm'
import type { Azure } from '../../arm/clients.ts'
import { kqlText } from '../../arm/resource-graph.ts'
import { askDisks } from './disks-of-sets.ts'
import { askVersions } from './versions-of-sets.ts'

/** The sets of an image version, each once. Throws `InvalidResourceId` for an ID of another type. */
export async function setIdsOfVersion(azure: Azure, imageVersionId: string): Promise<string[]> {
  const id = parseResourceIdOf('Microsoft.Compute/galleries/images/versions', imageVersionId)
  const versions = await askVersions(azure, `where id =~ ${kqlText(formatResourceId(id))}`, [id.subscriptionId])
  return distinct(versions.flatMap(({ regions }) => regions.flatMap(({ setIds }) => setIds)))
}

/** The sets of a virtual machine's disks, each once. Throws `InvalidResourceId` for an ID of another type. */
export async function setIdsOfMachine(azure: Azure, virtualMachineId: string): Promise<string[]> {
  const id = parseResourceIdOf('Microsoft.Compute/virtualMachines', virtualMachineId)
  const { disks } = await askDisks(azure, `where managedBy =~ ${kqlText(formatResourceId(id))}`, [id.subscriptionId])
  return distinct(disks.flatMap(({ setIds }) => setIds))
}

function distinct(ids: string[]): string[] {
  return [...new Map(ids.map((id) => [id.toLowerCase(), id])).values()]
}
