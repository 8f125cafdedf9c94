import { isIdOf, sameRegion } from '@portal/arm'
import { regionDisplayName } from '@portal/disk-encryption'
import {
  chosenResources,
  errorAt,
  type ImageVersionPlan,
  type Inventory,
  type Issue,
  warningAt,
} from '@portal/image-version'

// The source of the version is chosen, has the chosen type, and exists.
// https://learn.microsoft.com/azure/virtual-machines/image-version
export function sourceIssues({ source }: ImageVersionPlan, inventory: Inventory): Issue[] {
  return chosenResources(source, inventory).flatMap(({ path, id, types, resource }) => {
    if (id === '')
      return [errorAt(path, source.type === 'StorageBlobs' ? 'StorageAccountRequired' : 'SourceRequired', {})]
    if (!types.some((type) => isIdOf(type, id))) return [errorAt(path, 'SourceInvalid', { id })]
    return resource === undefined ? [errorAt(path, 'SourceNotFound', { id })] : []
  })
}

// The source is in the version's region.
// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
export function sourceRegionIssues({ source, location }: ImageVersionPlan, inventory: Inventory): Issue[] {
  return chosenResources(source, inventory).flatMap(({ path, resource }) => {
    if (resource === undefined || location === '' || sameRegion(resource.location, location)) return []
    const sourceRegion = regionDisplayName(inventory, resource.location)
    const region = regionDisplayName(inventory, location)
    return [errorAt(path, 'SourceInAnotherRegion', { name: resource.name, sourceRegion, region })]
  })
}

// A managed image must be finished before it is used. For other sources, the documentation does not say so: a warning.
// https://learn.microsoft.com/azure/virtual-machines/image-version
export function sourceReadinessIssues({ source }: ImageVersionPlan, inventory: Inventory): Issue[] {
  return chosenResources(source, inventory).flatMap(({ path, resource }) => {
    if (resource === undefined || resource.provisioningState === 'Succeeded') return []
    const params = { name: resource.name, state: resource.provisioningState }
    return [(resource.type === 'ManagedImage' ? errorAt : warningAt)(path, 'SourceNotReady', params)]
  })
}

// Azure advises to stop a machine before it is captured.
// https://learn.microsoft.com/azure/virtual-machines/image-version
export function runningMachineIssues({ source }: ImageVersionPlan, inventory: Inventory): Issue[] {
  return chosenResources(source, inventory).flatMap(({ path, resource }) =>
    resource?.type === 'VirtualMachine' && resource.isRunning === true
      ? [warningAt(path, 'SourceMachineRunning', { name: resource.name })]
      : [],
  )
}

// Each disk of the image comes from a different disk or snapshot.
// https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
export function sourceDuplicateIssues({ source }: ImageVersionPlan, inventory: Inventory): Issue[] {
  const chosen = chosenResources(source, inventory)
  const ids = chosen.map(({ id }) => id.toLowerCase())
  return chosen.flatMap(({ path, id, resource }, index) => {
    if (id === '' || ids.indexOf(id.toLowerCase()) === index) return []
    return [errorAt(path, 'SourceDuplicate', { name: resource?.name ?? id })]
  })
}
