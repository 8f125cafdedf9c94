import { textAt, type JsonObject } from '../../../json.ts'
import { sizeNamed, type VirtualMachineSize } from '../../compute/virtual-machine/virtual-machine-sizes.ts'
import { ArmRefusal, badRequest, invalidParameter } from '../../errors.ts'

/** The system that a machine is to start. */
export interface System {
  hyperVGeneration: string
  /** undefined: not known */
  architecture: string | undefined
  /** undefined: SCSI */
  diskControllerTypes: string | undefined
}

/**
 * Throws Azure's refusal of a machine whose size can't start its system; a size that is not in the list is not judged.
 * The words are Azure's, from public reports. https://learn.microsoft.com/azure/virtual-machines/sizes/overview
 */
export function assertFittingSize(sent: JsonObject, system: System): void {
  const size = sizeOf(sent)
  if (size === undefined) return
  assertGeneration(size, system)
  assertArchitecture(size, system)
  assertController(size, system, textAt(sent, 'storageProfile', 'diskControllerType'))
}

/**
 * Throws Azure's refusal of more data disks than the size can have.
 * https://github.com/kubernetes-sigs/azuredisk-csi-driver/pull/2883
 */
export function assertDataDisks(sent: JsonObject, count: number): void {
  const { maxDataDiskCount: max = Infinity } = sizeOf(sent) ?? {}
  if (count <= max) return
  throw new ArmRefusal(409, {
    code: 'OperationNotAllowed',
    message: `The maximum number of data disks allowed to be attached to a VM of this size is ${max}.`,
    target: 'dataDisks',
  })
}

/**
 * The controller of a machine's disks: the one that was asked for; otherwise SCSI, if its size and its system have it.
 * https://learn.microsoft.com/azure/virtual-machines/nvme-overview
 */
export function diskControllerOf(sent: JsonObject, system: System): string {
  const asked = textAt(sent, 'storageProfile', 'diskControllerType')
  const size = sizeOf(sent)
  const isScsi = size === undefined || controllersIn(size.diskControllerTypes).includes('SCSI')
  return asked ?? (isScsi && controllersIn(system.diskControllerTypes).includes('SCSI') ? 'SCSI' : 'NVMe')
}

function sizeOf(sent: JsonObject): VirtualMachineSize | undefined {
  return sizeNamed(textAt(sent, 'hardwareProfile', 'vmSize'))
}

function controllersIn(types: string | undefined): string[] {
  return (types ?? 'SCSI').split(',').map((type) => type.trim())
}

// https://github.com/redhat-developer/mapt/issues/489
function assertGeneration({ name, hyperVGenerations }: VirtualMachineSize, { hyperVGeneration }: System): void {
  if (hyperVGenerations.split(',').includes(hyperVGeneration)) return
  const number = hyperVGeneration.replace('V', '')
  throw badRequest(
    `The selected VM size '${name}' cannot boot Hypervisor Generation '${number}'. If this was a Create operation please check that the Hypervisor Generation of the Image matches the Hypervisor Generation of the selected VM Size. If this was an Update operation please select a Hypervisor Generation '${number}' VM Size. For more information, see https://aka.ms/azuregen2vm`,
  )
}

// https://github.com/microsoft/lisa/pull/4560
function assertArchitecture({ name, architecture }: VirtualMachineSize, system: System): void {
  if (system.architecture === undefined || system.architecture === architecture) return
  throw badRequest(
    `Cannot create a VM of size '${name}' because this VM size only supports a CPU Architecture of '${architecture}', but an image or disk with CPU Architecture '${system.architecture}' was given. Please check that the CPU Architecture of the image or disk is compatible with that of the VM size.`,
  )
}

// https://github.com/kubernetes-sigs/image-builder/pull/1875, https://github.com/Azure/FederalAVD/issues/20
function assertController(
  { name, diskControllerTypes }: VirtualMachineSize,
  system: System,
  asked: string | undefined,
): void {
  const [ofSize, ofSystem] = [diskControllerTypes, system.diskControllerTypes].map(controllersIn)
  const where =
    'Please query sku api at https://aka.ms/azure-compute-skus  to determine supported disk controller types for the VM size.'
  if (asked !== undefined && !ofSize?.includes(asked))
    throw invalidParameter(
      `The VM size '${name}' cannot boot with DiskControllerType '${asked}'. Please check that the disk controller type provided is one of the supported disk controller types for the VM size '${name}'. ${where}`,
      'storageProfile.diskControllerType',
    )
  const possible = asked === undefined ? ofSize : [asked]
  if (possible?.some((type) => ofSystem?.includes(type))) return
  throw invalidParameter(
    `The VM size '${name}' cannot boot with OS image or disk. Please check that disk controller types supported by the OS image or disk is one of the supported disk controller types for the VM size '${name}'. ${where}`,
    'vmSize',
  )
}
