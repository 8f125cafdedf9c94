import {
  chosenDisks,
  chosenResources,
  errorAt,
  type ImageVersionPlan,
  type Inventory,
  type Issue,
  warningAt,
} from '@portal/image-version'

const tebibyte = 1024

// A disk has up to 2 TB; a shallow version supports 32 TB. For data disks, one of Azure's pages says 1 TB, another 2:
// between the two, a warning. https://learn.microsoft.com/azure/virtual-machines/azure-compute-gallery
// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
export function sourceSizeIssues(plan: ImageVersionPlan, inventory: Inventory): Issue[] {
  const isShallow = plan.replicationMode === 'Shallow'
  const limit = isShallow ? 32 * tebibyte : 2 * tebibyte
  return chosenDisks(plan.source, inventory).flatMap(({ path, key, disk: { name, sizeInGB = 0 } }) => {
    if (sizeInGB > limit) return [errorAt(path, 'SourceTooLarge', { name, sizeInGB, maxSizeInGB: limit })]
    if (isShallow || key === 'os' || sizeInGB <= tebibyte) return []
    return [warningAt(path, 'SourceTooLarge', { name, sizeInGB, maxSizeInGB: tebibyte })]
  })
}

// A virtual machine with an ephemeral OS disk, an Ultra disk or unmanaged disks cannot be a source; nor can an Ultra
// disk.
// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
export function sourceDiskKindIssues({ source }: ImageVersionPlan, inventory: Inventory): Issue[] {
  const machine = chosenResources(source, inventory)[0]
  const name = machine?.resource?.name ?? ''
  const unmanaged =
    machine?.resource?.type === 'VirtualMachine' && machine.resource.hasUnmanagedDisks
      ? [errorAt(machine.path, 'SourceUnmanagedDisks', { name })]
      : []
  const disks = chosenDisks(source, inventory).flatMap(({ path, key, disk }) => [
    ...(key === 'os' && disk.isEphemeral === true ? [errorAt(path, 'SourceEphemeralOsDisk', { name })] : []),
    ...(disk.storageAccountType === 'UltraSSD_LRS'
      ? [errorAt(path, 'SourceUltraDisk', { name, disk: disk.name })]
      : []),
  ])
  return [...unmanaged, ...disks]
}
