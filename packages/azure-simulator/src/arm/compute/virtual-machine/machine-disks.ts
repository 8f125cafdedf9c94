import { createHash } from 'node:crypto'
import { formatResourceId, parseResourceId } from '@portal/arm'
import { isJsonObject, numberAt, objectsAt, textAt, valueAt, type Json, type JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { ArmRefusal, invalidParameter, referenceNotFound } from '../../errors.ts'
import { guidOf } from '../../guid.ts'
import { diskControllerOf, type System } from '../../refusals/machine/machine-size.ts'
import type { ArmRequest } from '../../request.ts'
import { statedCapabilities } from '../image-capabilities.ts'
import { lostKeyOfSet } from './lost-keys/machine-sets.ts'
import { factsOfImage, type ImageDisk, type MachineImage } from './machine-image.ts'
import { assertMachineSet } from './virtual-machine-refusals.ts'

/** A machine to be created, and its image. */
export interface NewMachine {
  id: string
  name: string
  location: string
  sent: JsonObject
  image: MachineImage | undefined
}

/** The disks of a new machine. */
export interface MachineDisks {
  /** as a GET shows it */
  storageProfile: JsonObject
  /** to be stored; the OS disk first */
  disks: [osDisk: StoredResource, ...dataDisks: StoredResource[]]
  /**
   * V1 unless the image or the OS disk says otherwise: https://learn.microsoft.com/azure/virtual-machines/generation-2
   */
  hyperVGeneration: string
}

/** Creates the disks, or attaches existing ones; a disk without its own set gets that of its image. */
export function machineDisks(request: ArmRequest, machine: NewMachine): MachineDisks {
  const { id, name, sent, image } = machine
  const osAsked = objectAt(valueAt(sent, 'storageProfile', 'osDisk'))
  const osFacts = image && factsOfImage(image)
  const os = diskOf(request, machine, {
    asked: osAsked,
    name: `${name}_OsDisk_1_${hexOf(`${id} os`)}`,
    inImage: image?.osDisk,
    sizeInGB: 30,
    facts: osFacts ?? {
      osType: textAt(osAsked, 'osType') ?? 'Linux',
      hyperVGeneration: isSecuredByType(sent) ? 'V2' : 'V1',
    },
  })
  const asked = new Map(
    objectsAt(sent, 'storageProfile', 'dataDisks').map((disk) => [numberAt(disk, 'lun') ?? 0, disk]),
  )
  const luns = [...new Set([...(image?.dataDisks.keys() ?? []), ...asked.keys()])].toSorted((a, b) => a - b)
  const data = luns.map((lun, index) => {
    const disk = asked.get(lun) ?? {}
    const inImage = image?.dataDisks.get(lun)
    if (!inImage && textAt(disk, 'createOption')?.toLowerCase() === 'fromimage')
      throw invalidParameter(
        'StorageProfile.dataDisks.lun does not have required value(s) for image specified in storage profile.',
        'storageProfile',
      )
    const label = inImage ? `lun_${lun}_${index + 2}` : `disk${index + 2}`
    const generated = `${name}_${label}_${hexOf(`${id} ${lun}`)}`
    const made = diskOf(request, machine, { asked: disk, name: generated, inImage, sizeInGB: 4, facts: {} })
    return { disk: made.disk, shown: { lun, ...made.shown, toBeDetached: false } }
  })
  const reference = valueAt(sent, 'storageProfile', 'imageReference')
  const exactVersion = image?.exactVersion
  const imageReference = isJsonObject(reference) && {
    imageReference: { ...reference, ...(exactVersion !== undefined && { exactVersion }) },
  }
  const osType = os.disk.properties['osType'] ?? osAsked['osType'] ?? 'Linux'
  return {
    storageProfile: {
      ...imageReference,
      diskControllerType: diskControllerOf(sent, systemOf(os.disk)),
      osDisk: { osType, ...os.shown },
      dataDisks: data.map(({ shown }) => shown),
    },
    disks: [os.disk, ...data.map(({ disk }) => disk)],
    hyperVGeneration: textAt(os.disk.properties, 'hyperVGeneration') ?? 'V1',
  }
}

/** The system on an OS disk. */
export function systemOf({ properties }: StoredResource): System {
  const { architecture, diskControllerTypes } = statedCapabilities(properties)
  return { hyperVGeneration: textAt(properties, 'hyperVGeneration') ?? 'V1', architecture, diskControllerTypes }
}

// Trusted launch and confidential machines are of the second generation only.
function isSecuredByType(sent: JsonObject): boolean {
  return textAt(sent, 'securityProfile', 'securityType') !== undefined
}

interface AskedDisk {
  asked: JsonObject
  /** Azure's name for it if the request has none */
  name: string
  inImage: ImageDisk | undefined
  /** if neither the request nor the image has one */
  sizeInGB: number
  /** of an OS disk: its type and its generation */
  facts: JsonObject
}

interface MadeDisk {
  disk: StoredResource
  /** as the machine shows it */
  shown: JsonObject
}

function diskOf(request: ArmRequest, machine: NewMachine, wanted: AskedDisk): MadeDisk {
  const attached = textAt(wanted.asked, 'createOption')?.toLowerCase() === 'attach'
  const id = textAt(wanted.asked, 'managedDisk', 'id')
  return attached && id !== undefined
    ? attachedDisk(request, machine, { asked: wanted.asked, id })
    : newDisk(request, machine, wanted)
}

/** An existing disk, attached. Throws 404 if it does not exist, 409 if another machine has it. */
function attachedDisk(request: ArmRequest, machine: NewMachine, { asked, id }: { asked: JsonObject; id: string }) {
  const disk = request.tenant.store.get(id)
  if (disk === undefined) throw referenceNotFound(id)
  const owner = textAt(disk.envelope, 'managedBy')
  if (owner !== undefined && owner.toLowerCase() !== machine.id.toLowerCase())
    throw new ArmRefusal(409, {
      code: 'ConflictingUserInput',
      message: `Disk '${disk.name}' cannot be attached as the disk is already owned by VM '${owner}'.`,
    })
  const setId = textAt(disk.properties, 'encryption', 'diskEncryptionSetId')
  const problem = setId === undefined ? undefined : lostKeyOfSet(request.tenant, setId)
  if (problem) throw new ArmRefusal(400, problem)
  const managedDisk = {
    ...(setId !== undefined && { diskEncryptionSet: { id: setId } }),
    storageAccountType: textAt(disk.envelope, 'sku', 'name') ?? 'Standard_LRS',
    id: disk.id,
  }
  return {
    disk: {
      ...disk,
      envelope: { ...disk.envelope, managedBy: machine.id },
      properties: {
        ...disk.properties,
        LastOwnershipUpdateTime: new Date(request.clock.now()).toISOString(),
        diskState: 'Attached',
      },
    },
    shown: {
      ...shownAs(asked, 'Attach'),
      name: disk.name,
      managedDisk,
      diskSizeGB: numberAt(disk.properties, 'diskSizeGB'),
    },
  }
}

function newDisk(request: ArmRequest, machine: NewMachine, wanted: AskedDisk): MadeDisk {
  const { id, location, image } = machine
  const { asked, inImage, facts } = wanted
  const setId = textAt(asked, 'managedDisk', 'diskEncryptionSet', 'id') ?? inImage?.diskEncryptionSetId
  const assertSet = (set: { id: string; isConfidential: boolean }) =>
    assertMachineSet(request, { ...set, machineId: id, location, image })
  if (setId !== undefined) assertSet({ id: setId, isConfidential: false })
  const confidentialSetId = textAt(asked, 'managedDisk', 'securityProfile', 'diskEncryptionSet', 'id')
  if (confidentialSetId !== undefined) assertSet({ id: confidentialSetId, isConfidential: true })
  const securityProfile = valueAt(asked, 'managedDisk', 'securityProfile')
  const sku = textAt(asked, 'managedDisk', 'storageAccountType') ?? 'Premium_LRS'
  const name = textAt(asked, 'name') ?? wanted.name
  const diskId = formatResourceId({ ...parseResourceId(id), types: ['disks'], names: [name] })
  const diskSizeGB = numberAt(asked, 'diskSizeGB') ?? inImage?.sizeInGB ?? wanted.sizeInGB
  const isOs = facts['osType'] !== undefined
  const creationData = inImage?.creationData ?? { createOption: isOs ? 'FromImage' : 'Empty' }
  const { zones } = request.body
  const disk: StoredResource = {
    id: diskId,
    type: 'Microsoft.Compute/disks',
    name,
    location,
    envelope: { managedBy: id, sku: { name: sku }, ...(Array.isArray(zones) && { zones }) },
    properties: {
      ...facts,
      creationData,
      diskSizeGB,
      diskSizeBytes: diskSizeGB * 1024 ** 3,
      encryption: setId
        ? { type: request.tenant.store.get(setId)?.properties['encryptionType'], diskEncryptionSetId: setId }
        : { type: 'EncryptionAtRestWithPlatformKey' },
      networkAccessPolicy: 'AllowAll',
      publicNetworkAccess: 'Enabled',
      timeCreated: new Date(request.clock.now()).toISOString(),
      LastOwnershipUpdateTime: new Date(request.clock.now()).toISOString(),
      diskState: 'Attached',
      uniqueId: guidOf(`disk ${diskId}`),
    },
  }
  const managedDisk = {
    ...(setId !== undefined && { diskEncryptionSet: { id: setId } }),
    ...(isJsonObject(securityProfile) && { securityProfile }),
    storageAccountType: sku,
    id: diskId,
  }
  return { disk, shown: { ...shownAs(asked, textAt(creationData, 'createOption')), name, managedDisk, diskSizeGB } }
}

/** A sent disk as a machine returns it, with defaults for the rest. */
function shownAs(asked: JsonObject, createOption: string | undefined): JsonObject {
  return {
    createOption,
    caching: asked['caching'] ?? 'None',
    ...(asked['writeAcceleratorEnabled'] !== undefined && {
      writeAcceleratorEnabled: asked['writeAcceleratorEnabled'],
    }),
    ...(asked['diffDiskSettings'] !== undefined && { diffDiskSettings: asked['diffDiskSettings'] }),
    deleteOption: asked['deleteOption'] ?? 'Detach',
  }
}

function objectAt(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {}
}

function hexOf(text: string): string {
  return createHash('sha256').update(text.toLowerCase()).digest('hex').slice(0, 32)
}
