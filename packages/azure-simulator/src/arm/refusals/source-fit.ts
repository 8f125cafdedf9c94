import { objectsAt, textAt, valueAt } from '../../json.ts'
import type { StoredResource } from '../../store/store.ts'
import { capabilitiesOf, definedCapabilities } from '../compute/image-capabilities.ts'
import { encryptionSetsOf, type ImageVersionSource } from '../compute/image-version/image-version-source.ts'
import { invalidParameter } from '../errors.ts'
import type { Proposal } from './proposal.ts'

const target = 'galleryImageVersion.properties.storageProfile'

/** The source matches the definition, and is of a type that images can be created from. */
export function assertSourceFits(proposal: Proposal, source: ImageVersionSource): void {
  const [first] = source.resources
  if (first === undefined || source.kind === 'Vhd') return
  if (source.kind === 'VirtualMachine') assertUsableMachine(first)
  if (source.kind === 'Disks') for (const disk of source.resources) assertUsableDisk(disk)
  // Azure's own words for this one are not public.
  if (source.kind === 'ImageVersion' && encryptionSetsOf(first).length > 0)
    throw invalidParameter(
      `The gallery image version '${first.id}' is encrypted with customer managed keys and cannot be the source of another gallery image version.`,
      `${target}.source.id`,
    )
  assertSameKind(proposal, factsOf(proposal, source.kind, first))
  assertSameCapabilities(proposal, first)
}

interface Facts {
  id: string
  osState: string | undefined
  osType: string | undefined
  hyperVGeneration: string | undefined
}

function factsOf({ request }: Proposal, kind: ImageVersionSource['kind'], resource: StoredResource): Facts {
  const { id, properties, instanceView } = resource
  if (kind === 'ManagedImage')
    return {
      id,
      osState: textAt(properties, 'storageProfile', 'osDisk', 'osState') ?? 'Generalized',
      osType: textAt(properties, 'storageProfile', 'osDisk', 'osType'),
      // It says so if it is of generation 2.
      hyperVGeneration: textAt(properties, 'hyperVGeneration') ?? 'V1',
    }
  if (kind === 'VirtualMachine') {
    const isGeneralized = objectsAt(instanceView, 'statuses').some(({ code }) => code === 'OSState/generalized')
    return {
      id,
      osState: isGeneralized ? 'Generalized' : 'Specialized',
      osType: textAt(properties, 'storageProfile', 'osDisk', 'osType'),
      hyperVGeneration: textAt(instanceView, 'hyperVGeneration'),
    }
  }
  if (kind === 'ImageVersion') {
    const definition = request.tenant.store.get(id.split('/').slice(0, -2).join('/'))?.properties
    return {
      id,
      osState: textAt(definition, 'osState'),
      osType: textAt(definition, 'osType'),
      hyperVGeneration: textAt(definition, 'hyperVGeneration') ?? 'V1',
    }
  }
  // A disk does not have the generalized state, and its generation is optional.
  return {
    id,
    osState: undefined,
    osType: textAt(properties, 'osType'),
    hyperVGeneration: textAt(properties, 'hyperVGeneration'),
  }
}

function assertSameKind({ definition }: Proposal, source: Facts): void {
  const [osState, osType, hyperVGeneration] = ['osState', 'osType', 'hyperVGeneration'].map(
    (property) => textAt(definition.properties, property) ?? '',
  )
  if (source.osState !== undefined && source.osState !== osState)
    throw invalidParameter(
      `Cannot create Gallery Image Version from: ${source.id} since the OS State in the parent gallery image ('${osState}') is not '${source.osState}'.`,
      target,
    )
  if (source.osType !== undefined && source.osType !== osType)
    throw invalidParameter(
      `The resource with id '${source.id}' has a different OS type ['${source.osType}'] than the parent gallery image OS type generation ['${osType}']`,
      target,
    )
  if (source.hyperVGeneration !== undefined && source.hyperVGeneration !== hyperVGeneration)
    throw invalidParameter(
      `The resource with id '${source.id}' has a different Hypervisor generation ['${source.hyperVGeneration}'] than the parent gallery image Hypervisor generation ['${hyperVGeneration}']`,
      target,
    )
}

// The words for the architecture are ours, like those for the generation.
// The others: https://github.com/Azure/bicep-registry-modules/issues/4374
function assertSameCapabilities({ definition, name, request }: Proposal, source: StoredResource): void {
  const [here, there] = [definedCapabilities(definition.properties, name), capabilitiesOf(request.tenant, source)]
  if (there.architecture !== undefined && there.architecture !== here.architecture)
    throw invalidParameter(
      `The resource with id '${source.id}' has a different architecture ['${there.architecture}'] than the parent gallery image architecture ['${here.architecture}']`,
      target,
    )
  const [asked, found] = [here, there].map(({ acceleratedNetwork }) => acceleratedNetwork)
  if (asked !== undefined && found !== undefined && asked !== found)
    throw invalidParameter(
      `The gallery image version source '${source.id}' contains gallery image property 'IsAcceleratedNetworkSupported' which has a different value ['${found ? 'True' : 'False'}'] than the input gallery image property value ['${asked ? 'True' : 'False'}'].`,
      target,
    )
}

function assertUsableMachine({ id, properties }: StoredResource): void {
  const path = `${target}.source.virtualMachineId`
  if (valueAt(properties, 'storageProfile', 'osDisk', 'diffDiskSettings', 'option') === 'Local')
    throw invalidParameter(`Source virtual machine ${id} cannot contain an ephemeral OS disk.`, path)
  const ultra = objectsAt(properties, 'storageProfile', 'dataDisks').find(
    (disk) => valueAt(disk, 'managedDisk', 'storageAccountType') === 'UltraSSD_LRS',
  )
  if (ultra)
    throw invalidParameter(
      `Source virtual machine ${id} cannot contain disk ['${textAt(ultra, 'managedDisk', 'id')}'] stored in an UltraSSD account type`,
      path,
    )
  if (valueAt(properties, 'storageProfile', 'osDisk', 'vhd') !== undefined)
    throw invalidParameter(`Source virtual machine ${id} cannot contain unmanaged disks.`, path)
}

function assertUsableDisk({ id, envelope }: StoredResource): void {
  if (textAt(envelope, 'sku', 'name') === 'UltraSSD_LRS')
    throw invalidParameter(`Source disk ${id} cannot be stored in an UltraSSD account type.`, target)
}
