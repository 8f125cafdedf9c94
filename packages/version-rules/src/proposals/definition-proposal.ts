import type { ImageDefinition, NewImageDefinition } from '@portal/gallery'
import { chosenResources, type ImageSource, type Inventory, type SourceResource } from '@portal/image-version'

/** Values for a new image definition, and the resource that states them. */
export interface DefinitionProposal {
  values: Partial<Omit<NewImageDefinition, 'galleryId' | 'location'>>
  from: {
    type: 'ImageDefinition' | Exclude<SourceResource['type'], 'StorageAccount'>
    name: string
  }
}

/** Everything that an image definition states, for a copy of it. */
export function proposalOfDefinition(definition: ImageDefinition): DefinitionProposal {
  const { id: _id, location: _location, diskControllersStartAt: _start, ...values } = definition
  return { values, from: { type: 'ImageDefinition', name: definition.name } }
}

/**
 * What the source of a version states about the system on its OS disk; undefined if none is chosen, or it is a blob.
 * https://learn.microsoft.com/rest/api/compute/disks/get
 */
export function proposalOfSource(
  source: ImageSource,
  inventory: Pick<Inventory, 'sources'>,
): DefinitionProposal | undefined {
  const resource = chosenResources(source, inventory).find(({ key }) => key === 'os')?.resource
  if (resource === undefined || resource.type === 'StorageAccount') return undefined
  const { osType, hyperVGeneration, architecture, purchasePlan } = resource
  const { diskControllerTypes, isAcceleratedNetworkSupported, isHibernateSupported } = resource
  const stated = {
    osType,
    osState: 'osState' in resource ? resource.osState : undefined,
    hyperVGeneration,
    architecture,
    securityType: securityTypeFor(resource),
    diskControllerTypes,
    isAcceleratedNetworkSupported,
    isHibernateSupported,
    purchasePlan,
  }
  const values = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined))
  return { values, from: { type: resource.type, name: resource.name } }
}

// A system with trusted launch fits two types, so it decides none.
// https://learn.microsoft.com/azure/confidential-computing/create-confidential-vm-from-compute-gallery
function securityTypeFor(resource: SourceResource): 'ConfidentialVM' | 'Standard' | undefined {
  const isConfidential = 'securityType' in resource && (resource.securityType ?? '').startsWith('ConfidentialVM')
  if (isConfidential) return 'ConfidentialVM'
  return resource.hyperVGeneration === 'V1' ? 'Standard' : undefined
}
