import { isJsonObject, objectsAt, textAt, valueAt, type JsonObject } from '../../../json.ts'
import { badRequest, invalidParameter, missingParameter, referenceNotFound } from '../../errors.ts'
import type { ArmRequest } from '../../request.ts'
import { registrableFeature } from '../../resources/features/features.ts'
import { registrationState } from '../../resources/registrations.ts'
import { assertUsableSet } from '../disk-encryption-set/assert-usable-set.ts'
import type { MachineImage } from './machine-image.ts'

// The words are from Microsoft's page on troubleshooting image galleries and from public reports; if the code is not
// public, it is our reading. https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images

/** Throws if a machine from a generalized image has no `osProfile`, or one from a specialized image has one. */
export function assertOsProfile(sent: JsonObject, { osState }: MachineImage): void {
  const isSpecialized = osState === 'Specialized'
  if (isSpecialized && sent['osProfile'] !== undefined)
    throw invalidParameter("Parameter 'osProfile' is not allowed.", 'osProfile')
  if (!isSpecialized && sent['osProfile'] === undefined) throw missingParameter('osProfile')
}

/** Throws if a disk would be a blob: Azure has retired unmanaged disks. */
export function assertManagedDisks(sent: JsonObject): void {
  const disks = [valueAt(sent, 'storageProfile', 'osDisk'), ...objectsAt(sent, 'storageProfile', 'dataDisks')]
  if (disks.some((disk) => isJsonObject(valueAt(disk, 'vhd'))))
    throw badRequest(
      'Unmanaged disks have been retired. Please migrate to Managed Disks. More details available here: https://learn.microsoft.com/en-us/azure/virtual-machines/unmanaged-disks-deprecation',
    )
}

/** Throws if the subscription lacks the feature that encryption at host requires. */
export function assertEncryptionAtHost(request: ArmRequest, sent: JsonObject): void {
  if (valueAt(sent, 'securityProfile', 'encryptionAtHost') !== true) return
  const feature = registrableFeature(request, 'Microsoft.Compute/EncryptionAtHost')
  if (registrationState(request.tenant, feature, request.clock.now()) === 'Registered') return
  throw invalidParameter(
    "The property 'securityProfile.encryptionAtHost' is not valid because the 'Microsoft.Compute/EncryptionAtHost' feature is not enabled for this subscription.",
    'securityProfile.encryptionAtHost',
  )
}

/** Throws unless the scale set that a machine names is there, and flexible: our reading of what Azure refuses. */
export function assertScaleSet({ tenant }: ArmRequest, sent: JsonObject): void {
  const id = textAt(sent, 'virtualMachineScaleSet', 'id')
  if (id === undefined) return
  const scaleSet = tenant.store.get(id)
  if (scaleSet?.type !== 'Microsoft.Compute/virtualMachineScaleSets') throw referenceNotFound(id)
  if (scaleSet.properties['orchestrationMode'] !== 'Flexible')
    throw invalidParameter(
      `Virtual machine scale set ${id} is not of orchestration mode Flexible, and takes no virtual machines.`,
      'virtualMachineScaleSet',
    )
}

/** A set that a disk of a machine would have, its own or that of its image. */
export interface MachineSet {
  id: string
  machineId: string
  location: string
  image: MachineImage | undefined
  /** it is for the guest state of a confidential machine */
  isConfidential: boolean
}

/** Throws unless the set is of the machine's subscription and region, of the right kind, and its key can be used. */
export function assertMachineSet(request: ArmRequest, set: MachineSet): void {
  const { id, machineId, location, image, isConfidential } = set
  const [own = '', other = ''] = [machineId, id].map((text) => text.split('/')[2]?.toLowerCase())
  if (own !== other)
    throw invalidParameter(
      `Disk encryption set ${id} in Azure Compute Gallery ${image?.id ?? ''} belongs to subscription ${other} and cannot be used with resource '' in subscription ${own}`,
    )
  assertUsableSet(request, id, location)
  const type = textAt(request.tenant.store.get(id)?.properties, 'encryptionType') ?? ''
  if ((type === 'ConfidentialVmEncryptedWithCustomerKey') !== isConfidential)
    throw invalidParameter(
      `The type of the Disk Encryption Set in the request is ${type}, which cannot be used for this disk.`,
      'managedDisk.diskEncryptionSet',
    )
}
