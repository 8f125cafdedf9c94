import { isJsonObject, numberAt, objectsAt, textAt, valueAt, type JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { invalidParameter, operationNotAllowed, missingParameter, referenceNotFound } from '../../errors.ts'
import type { ArmRequest } from '../../request.ts'
import { hyperVGenerationOf, spelling } from '../../spelling.ts'
import { capabilitiesOf, planOf } from '../image-capabilities.ts'

// A blob has no size here: the size of a Linux image is used.
const blobSizeInGB = 30

/** An image of a virtual machine, or of disks and snapshots, with the facts that Azure reads from them. */
export function imageProperties(request: ArmRequest, sent: JsonObject): JsonObject {
  const machineId = textAt(sent, 'sourceVirtualMachine', 'id')
  return machineId === undefined ? ofDisks(request, sent) : ofMachine(request, existing(request, machineId), sent)
}

/** The purchase plan of the machine, the disk or the snapshot that an image is made of. */
export function planOfSource(request: ArmRequest, sent: JsonObject): JsonObject | undefined {
  const osDisk = valueAt(sent, 'storageProfile', 'osDisk')
  const id = textAt(sent, 'sourceVirtualMachine', 'id') ?? idOfSource(isJsonObject(osDisk) ? osDisk : {})
  return id === undefined ? undefined : planOf(request.tenant, existing(request, id))
}

function idOfSource(disk: JsonObject): string | undefined {
  return textAt(disk, 'snapshot', 'id') ?? textAt(disk, 'managedDisk', 'id')
}

// https://github.com/Azure/azure-sdk-for-go/issues/19665, https://github.com/hashicorp/packer-plugin-azure/issues/287
function assertArchitecture({ tenant }: ArmRequest, source: StoredResource, kind: string): void {
  if (capabilitiesOf(tenant, source).architecture !== 'Arm64') return
  throw operationNotAllowed(
    `Creating an image with ${kind} source that has CPU Architecture 'Arm64' is not supported. Please select a source resource with a supported CPU Architecture: 'x64'.`,
  )
}

function existing({ tenant }: ArmRequest, id: string): StoredResource {
  const found = tenant.store.get(id)
  if (found) return found
  throw referenceNotFound(id)
}

function ofMachine(request: ArmRequest, machine: StoredResource, sent: JsonObject): JsonObject {
  const { tenant } = request
  assertArchitecture(request, machine, 'sourceVirtualMachine')
  if (textAt(machine.properties, 'securityProfile', 'securityType') === 'TrustedLaunch')
    throw operationNotAllowed(
      'Creation of managed images are not supported for virtual machine with TrustedLaunch security type.',
    )
  const generation = textAt(machine.instanceView, 'hyperVGeneration') ?? 'V1'
  const asked = hyperVGenerationOf(textAt(sent, 'hyperVGeneration'))
  // https://github.com/MicrosoftDocs/azure-devops-docs/issues/12527
  if (asked !== undefined && asked !== generation)
    throw invalidParameter(
      `The Input HyperVGeneration property: '${asked}' does not match with the HyperVGeneration property: '${generation.replace('V', 'Gen')}' belonging to source: 'sourceVirtualMachine'`,
      'hyperVGeneration',
    )
  const osDisk = valueAt(machine.properties, 'storageProfile', 'osDisk')
  const diskOf = (disk: JsonObject): JsonObject => {
    const id = textAt(disk, 'managedDisk', 'id')
    return {
      diskSizeGB: disk['diskSizeGB'] ?? (id === undefined ? undefined : tenant.store.get(id)?.properties['diskSizeGB']),
      managedDisk: { id },
      caching: disk['caching'] ?? 'None',
      storageAccountType: textAt(disk, 'managedDisk', 'storageAccountType') ?? 'Standard_LRS',
    }
  }
  return {
    sourceVirtualMachine: { id: machine.id },
    storageProfile: {
      osDisk: {
        osType: textAt(osDisk, 'osType') ?? 'Linux',
        osState: 'Generalized',
        ...diskOf(isJsonObject(osDisk) ? osDisk : {}),
      },
      dataDisks: objectsAt(machine.properties, 'storageProfile', 'dataDisks').map((disk) => ({
        lun: disk['lun'],
        ...diskOf(disk),
      })),
      ...zoneResilience(sent),
    },
    ...hyperVGeneration(asked, generation),
  }
}

function ofDisks(request: ArmRequest, sent: JsonObject): JsonObject {
  const osDisk = valueAt(sent, 'storageProfile', 'osDisk')
  if (!isJsonObject(osDisk)) throw missingParameter('storageProfile.osDisk')
  const sourceOf = (disk: JsonObject) => {
    const id = idOfSource(disk)
    return id === undefined ? undefined : existing(request, id)
  }
  const system = sourceOf(osDisk)
  if (system) assertArchitecture(request, system, textAt(osDisk, 'snapshot', 'id') ? 'snapshot' : 'managedDisk')
  const diskOf = (disk: JsonObject): JsonObject => ({
    diskSizeGB: numberAt(sourceOf(disk)?.properties, 'diskSizeGB') ?? blobSizeInGB,
    caching: 'None',
    storageAccountType: 'Standard_LRS',
    ...disk,
  })
  return {
    storageProfile: {
      osDisk: { ...diskOf(osDisk), ...spelt(osDisk) },
      dataDisks: objectsAt(sent, 'storageProfile', 'dataDisks').map(diskOf),
      ...zoneResilience(sent),
    },
    ...hyperVGeneration(
      hyperVGenerationOf(textAt(sent, 'hyperVGeneration')),
      textAt(system?.properties, 'hyperVGeneration'),
    ),
  }
}

function spelt(osDisk: JsonObject): JsonObject {
  const [osType, osState] = [textAt(osDisk, 'osType'), textAt(osDisk, 'osState')]
  return {
    ...(osType !== undefined && { osType: spelling(['Linux', 'Windows'], osType) }),
    ...(osState !== undefined && { osState: spelling(['Generalized', 'Specialized'], osState) }),
  }
}

// Said only if it was said.
function zoneResilience(sent: JsonObject): JsonObject {
  const zoneResilient = valueAt(sent, 'storageProfile', 'zoneResilient')
  return zoneResilient === undefined ? {} : { zoneResilient }
}

// As requested; otherwise the source's, which is omitted for generation 1.
function hyperVGeneration(asked: string | undefined, ofSource: string | undefined): JsonObject {
  const generation = asked ?? (ofSource === 'V2' ? ofSource : undefined)
  return generation === undefined ? {} : { hyperVGeneration: generation }
}
