import { isIdOf, subscriptionIdOf } from '@portal/arm'
import type { Inventory, SourceDisk, SourceResource } from '../inventory.ts'
import type { IssuePath } from '../issue.ts'
import type { DiskKey, ImageSource } from '../plan.ts'

/** A resource in the plan's source: its place in the plan, and Azure's facts about it. */
export interface ChosenResource {
  path: IssuePath
  /** '' while none is chosen */
  id: string
  /** the disk it becomes; 'os' for a source of whole images */
  key: DiskKey
  /** the allowed ARM types */
  types: readonly string[]
  /** absent if Azure has none with that ID, or it has another type */
  resource: SourceResource | undefined
}

/** A disk inside the chosen source, with the field of the plan that it comes from. */
export interface ChosenDisk {
  path: IssuePath
  key: DiskKey
  disk: SourceDisk
}

const managedImage = ['Microsoft.Compute/images']
const diskOrSnapshot = ['Microsoft.Compute/disks', 'Microsoft.Compute/snapshots']
const virtualMachine = ['Microsoft.Compute/virtualMachines']
const imageVersion = ['Microsoft.Compute/galleries/images/versions']
const storageAccount = ['Microsoft.Storage/storageAccounts']

/** The resources that a source names, blank ones too: the OS disk first, then the data disks as the plan lists them. */
export function chosenResources(source: ImageSource, inventory: Pick<Inventory, 'sources'>): ChosenResource[] {
  const chosen = (path: IssuePath, id: string, types: readonly string[]): ChosenResource => ({
    path: ['source', ...path],
    id,
    key: 'os',
    types,
    resource: types.some((type) => isIdOf(type, id)) ? sourceResourceById(inventory, id) : undefined,
  })
  switch (source.type) {
    case 'ManagedImage':
      return [chosen(['id'], source.id, managedImage)]
    case 'VirtualMachine':
      return [chosen(['id'], source.id, virtualMachine)]
    case 'ImageVersion':
      return [chosen(['id'], source.id, imageVersion)]
    case 'DisksAndSnapshots':
      return [
        chosen(['osDiskId'], source.osDiskId, diskOrSnapshot),
        ...source.dataDisks.map(({ lun, id }, index) => ({
          ...chosen(['dataDisks', index, 'id'], id, diskOrSnapshot),
          key: lun,
        })),
      ]
    case 'StorageBlobs':
      return [chosen(['storageAccountId'], source.storageAccountId, storageAccount)]
  }
}

/** The disks of the source, as far as Azure has them: the OS disk, then the data disks in the source's own order. */
export function chosenDisks(source: ImageSource, inventory: Inventory): ChosenDisk[] {
  return chosenResources(source, inventory).flatMap(({ path, key, resource }): ChosenDisk[] => {
    if (resource === undefined) return []
    if ('disk' in resource) return [{ path, key, disk: { ...resource.disk, name: resource.name } }]
    if (!('osDisk' in resource)) return []
    const dataDisks = resource.dataDisks.map(({ lun, disk }) => ({ path, key: lun, disk }))
    return [{ path, key: 'os', disk: resource.osDisk }, ...dataDisks]
  })
}

/** The resource with that ID among the possible sources, whatever the case of the ID. */
export function sourceResourceById(inventory: Pick<Inventory, 'sources'>, id: string): SourceResource | undefined {
  const wanted = id.toLowerCase()
  return inventory.sources.find((resource) => resource.id.toLowerCase() === wanted)
}

/** Whether the resource is in that subscription; true for '', which means not chosen yet. */
export function isInSubscription(resource: SourceResource, subscriptionId: string): boolean {
  return subscriptionId === '' || subscriptionIdOf(resource.id) === subscriptionId.toLowerCase()
}
