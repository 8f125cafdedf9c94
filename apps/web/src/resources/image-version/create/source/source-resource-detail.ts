import type { SourceDisk, SourceResource } from '@portal/image-version'

/** A source in one line of facts, for example `Snapshot · Linux · 30 GB`; '' if nothing is known about its disks. */
export function sourceResourceDetail(
  resource: SourceResource,
  kinds: Readonly<Record<'Disk' | 'Snapshot', string>>,
): string {
  const kind = resource.type === 'Disk' || resource.type === 'Snapshot' ? kinds[resource.type] : ''
  const facts = [kind, resource.osType, resource.hyperVGeneration, disksOf(resource).map(sizeOf).join(' + ')]
  return facts.filter((fact) => fact !== undefined && fact !== '').join(' · ')
}

function disksOf(resource: SourceResource): SourceDisk[] {
  switch (resource.type) {
    case 'ManagedImage':
    case 'VirtualMachine':
    case 'ImageVersion':
      return [resource.osDisk, ...resource.dataDisks.map((dataDisk) => dataDisk.disk)]
    case 'Disk':
    case 'Snapshot':
      return [resource.disk]
    case 'StorageAccount':
      return []
  }
}

function sizeOf(disk: SourceDisk): string {
  return disk.sizeInGB === undefined ? '?' : `${disk.sizeInGB} GB`
}
