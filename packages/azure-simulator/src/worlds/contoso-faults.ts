import type { StoredResource } from '../store/store.ts'
import type { WriteFault } from '../world.ts'
import { governed, production } from './contoso-places.ts'
import { computeId, gallery, imageDefinition, imageVersion, resourceGroup } from './resource-builders.ts'

// What goes wrong in Contoso if the user chooses it, besides keys (contoso-key-faults.ts).

const disks = {
  sourceId: computeId(production, 'images/myImage'),
  osDiskGB: 30,
  dataDisks: [{ lun: 0, sizeInGB: 128 }],
}
const westUS = { name: 'West US', short: 'westus' }

function definitionWithVersion(inGallery: StoredResource, name: string): StoredResource[] {
  const definition = imageDefinition(inGallery, {
    name,
    osType: 'Linux',
    osState: 'Generalized',
    offer: name,
    sku: 'ubuntu-24_04-gen2',
  })
  const version = { ...disks, name: '1.0.0', publishedDate: '2025-08-20T06:15:33.0417729+00:00', regions: [westUS] }
  return [definition, imageVersion(definition, version)]
}

/** Definitions of contosoGallery whose versions can't simply be written. */
export function faultyDefinitions(contosoGallery: StoredResource): StoredResource[] {
  return ['ubuntu-busy', 'ubuntu-throttled'].flatMap((name) => definitionWithVersion(contosoGallery, name))
}

/** What happens at them. */
export const writeFaults: WriteFault[] = [
  { definitionId: computeId(production, 'galleries/contosoGallery/images/ubuntu-busy'), fault: 'busy' },
  { definitionId: computeId(production, 'galleries/contosoGallery/images/ubuntu-throttled'), fault: 'throttled' },
]

/** The group where a policy denies platform-managed keys, with a compliant gallery. */
export function governedResources(): StoredResource[] {
  const governedGallery = gallery(governed, {
    name: 'governedGallery',
    location: 'westus',
    description: 'Images that only keys of Contoso may encrypt',
  })
  const definition = imageDefinition(governedGallery, {
    name: 'ubuntu-governed',
    osType: 'Linux',
    osState: 'Generalized',
    offer: 'governed',
    sku: 'ubuntu-24_04-gen2',
  })
  const sets = [1, 2].map((number) => computeId(production, `diskEncryptionSets/WestUSDiskEncryptionSet${number}`))
  const group = resourceGroup(governed, 'westus')
  return [
    group,
    governedGallery,
    definition,
    imageVersion(definition, {
      ...disks,
      name: '1.0.0',
      publishedDate: '2025-08-27T12:44:09.6620184+00:00',
      regions: [{ ...westUS, sets }],
    }),
    {
      id: `${group.id}/providers/Microsoft.Authorization/policyAssignments/customer-keys-only`,
      type: 'Microsoft.Authorization/policyAssignments',
      name: 'customer-keys-only',
      location: '',
      properties: {
        displayName: 'Disks are encrypted with keys of Contoso',
        policyDefinitionId: '/providers/Microsoft.Authorization/policyDefinitions/702dd420-7fcc-42c5-afe8-4026edd20fe0',
        scope: group.id,
        notScopes: [],
        parameters: { effect: { value: 'Deny' } },
        enforcementMode: 'Default',
      },
    },
  ]
}
