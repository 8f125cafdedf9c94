import { formatResourceId, regionName, type ResourceId } from '@portal/arm'
import { revocationOf } from '@portal/image-version'
import type { Descendant, Descendants } from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../../arm/clients.ts'
import { kqlText, queryResourceGraph } from '../../arm/resource-graph.ts'

// A generation is one query; estates capture a version through a machine, its disk, a snapshot and an image at most.
const mostGenerations = 6
const mostDescendants = 500
const mostInQuery = 100

const row = z.object({
  id: z.string(),
  sourceKind: z.enum(['imageVersion', 'managedImage', 'snapshot', 'disk']),
  location: z.string(),
  source: z.string(),
  tags: z.nullish(z.record(z.string(), z.string())),
})

/**
 * The versions that descend from a version, the nearest first, with the images, snapshots and disks in between. Found
 * by the IDs of sources that Azure stores, generation by generation.
 */
export async function descendantsOf(azure: Azure, version: ResourceId): Promise<Descendants> {
  const known = new Set([formatResourceId(version).toLowerCase()])
  const descendants: Descendant[] = []
  let parents = [...known]
  for (let generation = 1; parents.length > 0; generation += 1) {
    if (generation > mostGenerations || descendants.length > mostDescendants)
      return { descendants: descendants.slice(0, mostDescendants), isComplete: false }
    const found = await childrenOf(azure, parents)
    const children = found.filter(({ id }) => !known.has(id.toLowerCase()))
    for (const { id } of children) known.add(id.toLowerCase())
    descendants.push(...children.map(toDescendant))
    parents = children.map(({ id }) => id.toLowerCase())
  }
  return { descendants: descendants.slice(0, mostDescendants), isComplete: descendants.length <= mostDescendants }
}

async function childrenOf(azure: Azure, parents: string[]): Promise<z.output<typeof row>[]> {
  const rows: z.output<typeof row>[] = []
  for (let start = 0; start < parents.length; start += mostInQuery) {
    const query = childrenQuery(parents.slice(start, start + mostInQuery))
    rows.push(...(await queryResourceGraph(azure, row, { query })))
  }
  return rows
}

function toDescendant({ id, sourceKind, source, location, tags }: z.output<typeof row>): Descendant {
  const isRevoked = revocationOf({ id, tags: tags ?? {} }) !== undefined
  return { id, kind: sourceKind, location: regionName(location), sourceId: source, isRevoked }
}

/**
 * What names one of the resources, or a machine or disk that was created from one of them, as its source:
 * https://learn.microsoft.com/rest/api/compute/gallery-image-versions/get
 */
function childrenQuery(parents: string[]): string {
  const ids = `(${parents.map(kqlText).join(', ')})`
  return [
    'Resources',
    `where type in~ ('microsoft.compute/galleries/images/versions', 'microsoft.compute/images',
      'microsoft.compute/snapshots', 'microsoft.compute/disks')`,
    `extend sourceKind = case(type =~ 'microsoft.compute/images', 'managedImage', type =~ 'microsoft.compute/snapshots',
      'snapshot', type =~ 'microsoft.compute/disks', 'disk', 'imageVersion'), profile = properties.storageProfile`,
    `extend data = iff(array_length(profile.dataDiskImages) > 0, profile.dataDiskImages,
      iff(array_length(profile.dataDisks) > 0, profile.dataDisks, pack_array('')))`,
    'mv-expand disk = data',
    `mv-expand source = pack_array(tostring(profile.source.id), tostring(profile.source.virtualMachineId),
      tostring(profile.osDiskImage.source.id), tostring(properties.sourceVirtualMachine.id),
      tostring(profile.osDisk.managedDisk.id), tostring(profile.osDisk.snapshot.id),
      tostring(properties.creationData.sourceResourceId), tostring(disk.source.id), tostring(disk.managedDisk.id),
      tostring(disk.snapshot.id))`,
    'extend source = tolower(tostring(source))',
    'where isnotempty(source) and source != tolower(id)',
    `join kind=leftouter (${madeFrom(ids)}) on source`,
    `where source in ${ids} or isnotnull(isMade)`,
    `summarize sourceKind = take_any(sourceKind), location = take_any(location), source = take_any(source), tags = take_any(tags)
      by id`,
    'order by tolower(id) asc',
  ].join('\n| ')
}

// The machines and disks that were created from one of the versions: they can be the source of others.
const madeFrom = (ids: string) => `Resources
  | where type in~ ('microsoft.compute/virtualmachines', 'microsoft.compute/disks')
  | extend reference = properties.storageProfile.imageReference
  | extend image = tolower(coalesce(tostring(properties.creationData.galleryImageReference.id), tostring(reference.id)))
  | extend version = iff(image contains '/versions/', image, strcat(image, '/versions/', tostring(reference.exactVersion)))
  | where version in ${ids}
  | project source = tolower(id), isMade = true`
