import type { ImageDefinition } from '@portal/gallery'
import type { SourceResource } from '@portal/image-version'

/**
 * Of the disks and snapshots among `sources`, those that can be the OS disk of a version of `definition`, or one of its
 * data disks. Azure gives an operating system to OS disks only. https://learn.microsoft.com/rest/api/compute/disks/get
 */
export function fittingDisks(
  sources: readonly SourceResource[],
  use: 'os' | 'data',
  definition: ImageDefinition | undefined,
): SourceResource[] {
  return sources.filter(({ type, osType }) => {
    if (type !== 'Disk' && type !== 'Snapshot') return false
    if (use === 'data') return osType === undefined
    return osType !== undefined && (definition === undefined || osType === definition.osType)
  })
}
