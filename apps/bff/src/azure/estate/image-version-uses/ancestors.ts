import { formatResourceId, tryParseResourceId, type ResourceId } from '@portal/arm'
import { revocationOf } from '@portal/image-version'
import type { Ancestor, listAncestors, ResponseOf } from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../../arm/clients.ts'
import { kqlText, queryResourceGraph } from '../../arm/resource-graph.ts'

const mostAncestors = 12

const row = z.object({ id: z.string(), source: z.string(), tags: z.nullish(z.record(z.string(), z.string())) })

/** What a version was made from, and that in turn, until Azure stores or shows no more. */
export async function ancestorsOf(azure: Azure, version: ResourceId): Promise<ResponseOf<typeof listAncestors>> {
  const ancestors: Ancestor[] = []
  const known = new Set<string>()
  let next = formatResourceId(version)
  for (;;) {
    const [found] = await queryResourceGraph(azure, row, { query: sourceQuery(next) })
    if (known.size > 0)
      ancestors.push({
        id: found?.id ?? next,
        kind: kindOf(next),
        isRevoked: found !== undefined && revocationOf({ id: found.id, tags: found.tags ?? {} }) !== undefined,
      })
    if (found === undefined) return { ancestors, end: 'NotFound' }
    known.add(next.toLowerCase())
    // A machine that follows latest, and of which Azure does not say what it got.
    if (found.source.endsWith('/versions/')) {
      const id = found.source.replace(/\/versions\/$/, '')
      return { ancestors: [...ancestors, { id, kind: 'other', isRevoked: false }], end: 'VersionUnknown' }
    }
    if (found.source === '' || known.has(found.source.toLowerCase())) return { ancestors, end: 'Origin' }
    if (known.size > mostAncestors) return { ancestors, end: 'TooMany' }
    next = found.source
  }
}

const kinds = new Map<string, Ancestor['kind']>([
  ['galleries/images/versions', 'imageVersion'],
  ['virtualmachines', 'virtualMachine'],
  ['images', 'managedImage'],
  ['snapshots', 'snapshot'],
  ['disks', 'disk'],
])

function kindOf(id: string): Ancestor['kind'] {
  return kinds.get(tryParseResourceId(id)?.types.join('/').toLowerCase() ?? '') ?? 'other'
}

/**
 * A resource with the ID of what it was made from: https://learn.microsoft.com/rest/api/compute/gallery-image-versions,
 * …/images, …/virtual-machines and …/disks. A machine that got a disk attached goes back to that disk.
 */
function sourceQuery(id: string): string {
  return [
    'Resources',
    `where id =~ ${kqlText(id)}`,
    'extend profile = properties.storageProfile, creation = properties.creationData',
    `extend disk = iff(type !~ 'microsoft.compute/virtualmachines' or profile.osDisk.createOption =~ 'Attach',
      tostring(profile.osDisk.managedDisk.id), '')`,
    'extend image = coalesce(tostring(creation.galleryImageReference.id), tostring(profile.imageReference.id))',
    `extend version = iff(image contains '/versions/' or image !contains '/galleries/', image,
      strcat(image, '/versions/', tostring(profile.imageReference.exactVersion)))`,
    `extend source = coalesce(tostring(profile.source.virtualMachineId), tostring(profile.source.id),
      tostring(profile.osDiskImage.source.id), tostring(properties.sourceVirtualMachine.id), disk,
      tostring(profile.osDisk.snapshot.id), tostring(creation.sourceResourceId), version)`,
    'project id, source, tags',
  ].join('\n| ')
}
