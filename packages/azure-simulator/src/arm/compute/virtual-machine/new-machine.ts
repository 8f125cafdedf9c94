import { isIdOf, parseResourceId } from '@portal/arm'
import { isJsonObject, objectsAt, textAt, valueAt, type JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { assertLinkedAccess } from '../../authorization/access.ts'
import { guidOf } from '../../guid.ts'
import { operationTime } from '../../operations.ts'
import { assertSecurityType } from '../../refusals/machine/machine-security.ts'
import { assertDataDisks, assertFittingSize } from '../../refusals/machine/machine-size.ts'
import { assertPlan } from '../../refusals/machine/purchase-plan.ts'
import type { ArmRequest } from '../../request.ts'
import { planOf } from '../image-capabilities.ts'
import { machineDisks, systemOf, type MachineDisks } from './machine-disks.ts'
import { machineImage, type ImagePlan, type MachineImage } from './machine-image.ts'
import { assertManagedDisks, assertOsProfile } from './virtual-machine-refusals.ts'

/**
 * The disks of a new machine, or of a new instance of a scale set. Throws if its image is not in the region, a set
 * can't be used, or its size, its security type or its plan does not fit. `sent` are the properties of a machine.
 */
export function newDisks(
  request: ArmRequest,
  machine: { id: string; name: string; location: string; sent: JsonObject },
): MachineDisks {
  const { id, location, sent } = machine
  const { subscriptionId } = parseResourceId(id)
  const reference = valueAt(sent, 'storageProfile', 'imageReference')
  assertManagedDisks(sent)
  const assertLinked = (type: string, ids: (string | undefined)[]) => {
    const linked = ids.flatMap((one) => (one === undefined ? [] : [{ action: `${type}/read`, scope: one }]))
    assertLinkedAccess(request.tenant, request.caller, { action: `${machineType}/write`, scope: id, linked })
  }
  const imageId = textAt(reference, 'id')
  if (imageId !== undefined && isIdOf(versionType, imageId)) assertLinked(versionType, [imageId])
  const image = machineImage(request, reference, { subscriptionId, location })
  // Documented for a set that the request names; that Azure checks those of the version too is our strict reading.
  assertLinked(setType, [...namedSets(sent), ...setsOfImage(image)])
  if (image) assertOsProfile(sent, image)
  const made = machineDisks(request, { ...machine, image })
  const [osDisk, ...dataDisks] = made.disks
  assertFittingSize(sent, systemOf(osDisk))
  assertDataDisks(sent, dataDisks.length)
  assertSecurityType(sent, image?.securityType)
  const plan = image ? image.plan : planOfDisk(request, osDisk)
  if (plan) assertPlan({ ...plan, id, sent: request.body['plan'], osDiskName: osDisk.name })
  return made
}

const machineType = 'Microsoft.Compute/virtualMachines'
const versionType = 'Microsoft.Compute/galleries/images/versions'
const setType = 'Microsoft.Compute/diskEncryptionSets'

function namedSets(sent: JsonObject): string[] {
  const disks = [valueAt(sent, 'storageProfile', 'osDisk'), ...objectsAt(sent, 'storageProfile', 'dataDisks')]
  return disks.flatMap((disk) => textAt(disk, 'managedDisk', 'diskEncryptionSet', 'id') ?? [])
}

function setsOfImage(image: MachineImage | undefined): (string | undefined)[] {
  return image ? [image.osDisk, ...image.dataDisks.values()].map((disk) => disk.diskEncryptionSetId) : []
}

function planOfDisk({ tenant }: ArmRequest, disk: StoredResource): ImagePlan {
  return { needed: planOf(tenant, disk), stated: undefined, isOfGallery: false }
}

/** The instance view once the machine and its disks exist, at `readyAt` (ms); its agent has not reported yet. */
export function newInstanceView(made: MachineDisks | undefined, readyAt: number): JsonObject {
  const time = operationTime(readyAt)
  const provisioned = {
    code: 'ProvisioningState/succeeded',
    level: 'Info',
    displayStatus: 'Provisioning succeeded',
    time,
  }
  const unavailable = {
    code: 'ProvisioningState/Unavailable',
    level: 'Warning',
    displayStatus: 'Not Ready',
    message: 'VM status blob is found but not yet populated.',
    time,
  }
  return {
    vmAgent: { vmAgentVersion: 'Unknown', extensionHandlers: [], statuses: [unavailable] },
    disks: made?.disks.map(({ name }) => ({ name, statuses: [provisioned] })) ?? [],
    hyperVGeneration: made?.hyperVGeneration,
    statuses: [provisioned, { code: 'PowerState/running', level: 'Info', displayStatus: 'VM running' }],
  }
}

/** What a machine has next to its properties: plan, identity, zones. */
export function machineEnvelope({ body, tenant }: ArmRequest, id: string): JsonObject {
  const { zones, identity, plan } = body
  const hasPrincipal = /SystemAssigned/i.test(textAt(identity, 'type') ?? '')
  return {
    ...(plan !== undefined && { plan }),
    ...(isJsonObject(identity) && {
      identity: { ...identity, ...(hasPrincipal && { principalId: guidOf(id), tenantId: tenant.tenantId }) },
    }),
    ...(zones !== undefined && { zones }),
  }
}
