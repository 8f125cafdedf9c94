import { createHash } from 'node:crypto'
import { formatResourceId } from '@portal/arm'
import { isJsonObject, numberAt, objectsAt, textAt, valueAt } from '../json.ts'
import type { Json, JsonObject } from '../json.ts'
import type { StoredResource } from '../store.ts'
import { newResourceId, requestedId } from './collections.ts'
import { invalidParameter } from './errors.ts'
import { guidOf } from './guid.ts'
import { durationOf, operationTime, startOperation } from './operations.ts'
import type { ArmReply, ArmRequest } from './request.ts'
import { demandPolicy } from './policy/demand-policy.ts'
import { nextEtag, replyWithMachine } from './virtual-machine-body.ts'
import { machineImage } from './virtual-machine-image.ts'
import { demandEncryptionAtHost, demandMachineSet, demandOsProfile } from './virtual-machine-refusals.ts'
import { demandIdle, requestedLocation, requestedProperties, requestedTags } from './writing.ts'

const type = 'Microsoft.Compute/virtualMachines'

/** 201 for a new machine, which makes its disks; 200 for an update, which leaves them as they are. */
export function putVirtualMachine(request: ArmRequest): ArmReply {
  const requested = requestedId(request, type)
  const stored = request.tenant.store.get(formatResourceId(requested))
  const id = stored?.id ?? newResourceId(request, requested)
  const name = stored?.name ?? requested.names[0] ?? ''
  demandIdle(request, stored)
  const location = requestedLocation(request, type, stored)
  const sent = requestedProperties(request)
  demandPolicy({
    request,
    id,
    name,
    type,
    violationOf: (policy, parameters) => policy.machineViolation(sent, parameters),
  })
  demandEncryptionAtHost(request, sent)
  const startedAt = request.clock.now()
  const made = stored ? undefined : newDisks(request, { id, name, location, sent })
  const { osProfile } = sent
  const resource: StoredResource = {
    id,
    type,
    name,
    location,
    ...requestedTags(request),
    envelope: { ...envelopeOf(request, id), etag: nextEtag(stored) },
    properties: {
      ...stored?.properties,
      ...sent,
      storageProfile: made?.storageProfile ?? stored?.properties['storageProfile'],
      ...(isJsonObject(osProfile) && {
        osProfile: shownOsProfile(osProfile),
      }),
      vmId: stored?.properties['vmId'] ?? guidOf(id),
      timeCreated: stored?.properties['timeCreated'] ?? operationTime(startedAt),
    },
    instanceView: stored?.instanceView ?? newInstanceView(made, startedAt + durationOf.virtualMachinePut),
    change: { state: stored ? 'Updating' : 'Creating', startedAt, endsAt: startedAt + durationOf.virtualMachinePut },
  }
  for (const disk of made?.disks ?? []) request.tenant.store.put(disk)
  request.tenant.store.put(resource)
  const reply = replyWithMachine(stored ? 200 : 201, resource, request)
  return { ...reply, headers: { ...reply.headers, ...startOperation(request, 'operations', resource) } }
}

// What is to be seen once the machine and its disks are there, at `readyAt`; its agent has not spoken yet.
function newInstanceView(made: ReturnType<typeof newDisks> | undefined, readyAt: number): JsonObject {
  const time = operationTime(readyAt)
  const provisioned = {
    code: 'ProvisioningState/succeeded',
    level: 'Info',
    displayStatus: 'Provisioning succeeded',
    time,
  }
  const unavailable = { code: 'ProvisioningState/Unavailable', level: 'Warning', displayStatus: 'Not Ready', time }
  return {
    vmAgent: { vmAgentVersion: 'Unknown', statuses: [unavailable] },
    disks: made?.disks.map(({ name }) => ({ name, statuses: [provisioned] })) ?? [],
    hyperVGeneration: made?.hyperVGeneration,
    statuses: [provisioned, { code: 'PowerState/running', level: 'Info', displayStatus: 'VM running' }],
  }
}

function envelopeOf({ body, tenant }: ArmRequest, id: string): JsonObject {
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

// The password is never told again.
function shownOsProfile({ adminPassword: _, ...sent }: JsonObject): JsonObject {
  const { linuxConfiguration: linux } = sent
  const patchSettings = { patchMode: 'ImageDefault', assessmentMode: 'ImageDefault' }
  return {
    ...sent,
    ...(isJsonObject(linux) && { linuxConfiguration: { provisionVMAgent: true, patchSettings, ...linux } }),
    secrets: [],
    allowExtensionOperations: true,
    requireGuestProvisionSignal: true,
  }
}

interface NewMachine {
  id: string
  name: string
  location: string
  sent: JsonObject
}

/** The storage profile as a GET shows it, and the disks in it. A disk with no set of its own takes that of its image. */
function newDisks(request: ArmRequest, machine: NewMachine) {
  const { id, name, location, sent } = machine
  const imageId = textAt(sent, 'storageProfile', 'imageReference', 'id')
  const image = imageId === undefined ? undefined : machineImage(request, imageId, location)
  if (image) demandOsProfile(sent, image)
  const disks: StoredResource[] = []
  const diskOf = (asked: JsonObject, facts: { name: string; sizeInGB: number; inherited: string | undefined }) => {
    const setId = textAt(asked, 'managedDisk', 'diskEncryptionSet', 'id') ?? facts.inherited
    const demandSet = (set: { id: string; isConfidential: boolean }) =>
      demandMachineSet(request, { ...set, machineId: id, location, image })
    if (setId !== undefined) demandSet({ id: setId, isConfidential: false })
    const confidentialSetId = textAt(asked, 'managedDisk', 'securityProfile', 'diskEncryptionSet', 'id')
    if (confidentialSetId !== undefined) demandSet({ id: confidentialSetId, isConfidential: true })
    const securityProfile = valueAt(asked, 'managedDisk', 'securityProfile')
    const sku = textAt(asked, 'managedDisk', 'storageAccountType') ?? 'Premium_LRS'
    const diskId = `${id.slice(0, id.toLowerCase().indexOf('/providers/'))}/providers/Microsoft.Compute/disks/${facts.name}`
    const diskSizeGB = numberAt(asked, 'diskSizeGB') ?? facts.sizeInGB
    disks.push({
      id: diskId,
      type: 'Microsoft.Compute/disks',
      name: facts.name,
      location,
      envelope: { managedBy: id, sku: { name: sku } },
      properties: {
        creationData: { createOption: 'FromImage' },
        diskSizeGB,
        diskSizeBytes: diskSizeGB * 1024 ** 3,
        encryption: setId
          ? { type: request.tenant.store.get(setId)?.properties['encryptionType'], diskEncryptionSetId: setId }
          : { type: 'EncryptionAtRestWithPlatformKey' },
        timeCreated: new Date(request.clock.now()).toISOString(),
        diskState: 'Attached',
        uniqueId: guidOf(`disk ${diskId}`),
      },
    })
    const managedDisk = {
      ...(setId !== undefined && { diskEncryptionSet: { id: setId } }),
      ...(isJsonObject(securityProfile) && { securityProfile }),
      storageAccountType: sku,
      id: diskId,
    }
    return { name: facts.name, caching: asked['caching'] ?? 'None', managedDisk, deleteOption: 'Detach', diskSizeGB }
  }

  const osAsked = objectAt(valueAt(sent, 'storageProfile', 'osDisk'))
  const osType = image?.definition.properties['osType'] ?? osAsked['osType'] ?? 'Linux'
  const osDisk = {
    osType,
    createOption: 'FromImage',
    ...diskOf(osAsked, {
      name: textAt(osAsked, 'name') ?? `${name}_OsDisk_1_${hexOf(`${id} os`)}`,
      sizeInGB: image?.osDisk.sizeInGB ?? 30,
      inherited: image?.osDisk.diskEncryptionSetId,
    }),
  }
  const asked = new Map(
    objectsAt(sent, 'storageProfile', 'dataDisks').map((disk) => [numberAt(disk, 'lun') ?? 0, disk]),
  )
  const luns = [...new Set([...(image?.dataDisks.keys() ?? []), ...asked.keys()])].toSorted((a, b) => a - b)
  const dataDisks = luns.map((lun, index) => {
    const disk = asked.get(lun) ?? {}
    const inImage = image?.dataDisks.get(lun)
    if (!inImage && textAt(disk, 'createOption')?.toLowerCase() === 'fromimage')
      throw invalidParameter(
        'StorageProfile.dataDisks.lun does not have required value(s) for image specified in storage profile.',
        'storageProfile',
      )
    const label = inImage ? `lun_${lun}_${index + 2}` : `disk${index + 2}`
    return {
      lun,
      createOption: inImage ? 'FromImage' : 'Empty',
      ...diskOf(disk, {
        name: textAt(disk, 'name') ?? `${name}_${label}_${hexOf(`${id} ${lun}`)}`,
        sizeInGB: inImage?.sizeInGB ?? 4,
        inherited: inImage?.diskEncryptionSetId,
      }),
      toBeDetached: false,
    }
  })
  const reference = valueAt(sent, 'storageProfile', 'imageReference')
  const imageReference = isJsonObject(reference) && {
    imageReference: { ...reference, ...(image && { exactVersion: image.version.name }) },
  }
  return {
    storageProfile: { ...imageReference, osDisk, dataDisks },
    disks,
    hyperVGeneration: image?.definition.properties['hyperVGeneration'] ?? 'V2',
  }
}

function objectAt(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {}
}

function hexOf(text: string): string {
  return createHash('sha256').update(text.toLowerCase()).digest('hex').slice(0, 32)
}
