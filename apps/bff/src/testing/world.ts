import { contoso, type StoredResource, type World } from '@portal/azure-simulator'

const securityTypes = ['TrustedLaunchSupported', 'TrustedLaunchAndConfidentialVmSupported', 'ConfidentialVMSupported']

/** Contoso with more types of definitions and sources than a demo needs; `now` is in ms. */
export function testWorld(now: number): World {
  const world = contoso({ now })
  const copies = [
    ...securityTypes.map((value) =>
      copyOf(world, ['galleries/contosoGallery/images/ubuntu-web', `galleries/contosoGallery/images/${value}`], {
        features: [{ name: 'SecurityType', value }],
      }),
    ),
    copyOf(world, ['galleries/contosoGallery/images/ubuntu-web', 'galleries/contosoGallery/images/generation-1'], {
      hyperVGeneration: 'V1',
    }),
    copyOf(world, ['snapshots/myOSSnapshot', 'snapshots/ofNoKnownGeneration'], { hyperVGeneration: undefined }),
    copyOf(world, ['galleries/sharedGallery', 'galleries/groupsGallery'], {
      sharingProfile: { permissions: 'Groups' },
    }),
    copyOf(
      world,
      ['galleries/sharedGallery/images/ubuntu-community', 'galleries/groupsGallery/images/ubuntu-groups'],
      {},
    ),
    copyOf(world, ['virtualMachines/web-template-vm', 'virtualMachines/unmanaged-vm'], {
      storageProfile: {
        osDisk: { osType: 'Linux', name: 'os', vhd: { uri: 'https://contosovhds.blob.core.windows.net/vhds/os.vhd' } },
      },
    }),
    ...['EncryptedWithPmk', 'EncryptedWithCmk'].map((type, index) =>
      copyOf(
        world,
        [
          'galleries/contosoGallery/images/ubuntu-web/versions/1.0.0',
          `galleries/contosoGallery/images/confidential-ledger/versions/${index}.0.0`,
        ],
        { publishingProfile: { targetRegions: [confidentialRegion(world, type)] } },
      ),
    ),
  ]
  return { ...world, resources: [...world.resources, ...copies] }
}

function confidentialRegion(world: World, confidentialVMEncryptionType: string) {
  const set = resourceAt(world, 'diskEncryptionSets/WestUSConfidentialEncryptionSet')
  const securityProfile = {
    confidentialVMEncryptionType,
    ...(confidentialVMEncryptionType === 'EncryptedWithCmk' && { secureVMDiskEncryptionSetId: set.id }),
  }
  return { name: 'West US', regionalReplicaCount: 1, encryption: { osDiskImage: { securityProfile } } }
}

/** The resource at the first path, at the second, with some of its properties changed. */
function copyOf(world: World, [from, to]: [string, string], properties: StoredResource['properties']): StoredResource {
  const resource = resourceAt(world, from)
  const name = to.split('/').at(-1) ?? ''
  return {
    ...resource,
    id: resource.id.replace(from, to),
    name,
    properties: { ...resource.properties, ...properties },
  }
}

/** `path` is the part after `Microsoft.Compute`. */
function resourceAt({ resources }: World, path: string): StoredResource {
  const found = resources.find(({ id }) => id.endsWith(`/Microsoft.Compute/${path}`))
  if (found === undefined) throw new Error(`Contoso has no ${path}`)
  return found
}
