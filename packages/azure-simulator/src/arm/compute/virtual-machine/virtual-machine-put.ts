import { parseResourceId } from '@portal/arm'
import { isJsonObject, textAt, valueAt, type JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { demandPolicy } from '../../authorization/policy/demand-policy.ts'
import { guidOf } from '../../guid.ts'
import { durationOf, operationTime, startOperation } from '../../operations.ts'
import { putOperation, type Put } from '../../put-operation.ts'
import type { ArmReply, ArmRequest } from '../../request.ts'
import { attachInterfaces } from './attach-interfaces.ts'
import { machineDisks, type MachineDisks } from './machine-disks.ts'
import { machineImage } from './machine-image.ts'
import { shownOsProfile } from './shown-os-profile.ts'
import { nextEtag, replyWithMachine } from './virtual-machine-body.ts'
import { demandEncryptionAtHost, demandOsProfile } from './virtual-machine-refusals.ts'

const type = 'Microsoft.Compute/virtualMachines'

/** 201 for a new machine, which creates its disks; 200 for an update, which leaves them unchanged. */
function put({ request, stored, named, sent, startedAt, changing }: Put): ArmReply {
  const { id, name, location } = named
  demandPolicy({
    request,
    id,
    name,
    type,
    violationOf: (policy, parameters) => policy.machineViolation?.(sent, parameters),
  })
  demandEncryptionAtHost(request, sent)
  const made = stored ? undefined : newDisks(request, { id, name, location, sent })
  const storageProfile = made?.storageProfile ?? stored?.properties['storageProfile']
  const { osProfile } = sent
  const resource: StoredResource = {
    ...named,
    envelope: { ...stored?.envelope, ...envelopeOf(request, id), etag: nextEtag(stored) },
    properties: {
      ...stored?.properties,
      ...sent,
      storageProfile,
      ...(isJsonObject(osProfile) && {
        osProfile: shownOsProfile(osProfile, valueAt(storageProfile, 'osDisk', 'osType')),
      }),
      vmId: stored?.properties['vmId'] ?? guidOf(id),
      timeCreated: stored?.properties['timeCreated'] ?? operationTime(startedAt),
    },
    instanceView: stored?.instanceView ?? newInstanceView(made, startedAt + durationOf.virtualMachinePut),
    change: changing(durationOf.virtualMachinePut),
  }
  for (const disk of made?.disks ?? []) request.tenant.store.put(disk)
  request.tenant.store.put(resource)
  attachInterfaces(request, resource)
  const reply = replyWithMachine(stored ? 200 : 201, resource, request)
  return { ...reply, headers: { ...reply.headers, ...startOperation(request, 'operations', resource) } }
}

/** https://learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update */
export const virtualMachinePut = putOperation(type, put)

function newDisks(
  request: ArmRequest,
  machine: { id: string; name: string; location: string; sent: JsonObject },
): MachineDisks {
  const { id, location, sent } = machine
  const { subscriptionId } = parseResourceId(id)
  const reference = valueAt(sent, 'storageProfile', 'imageReference')
  const image = machineImage(request, reference, { subscriptionId, location })
  if (image) demandOsProfile(sent, image)
  return machineDisks(request, { ...machine, image })
}

// The instance view once the machine and its disks exist, at `readyAt`; its agent has not reported yet.
function newInstanceView(made: MachineDisks | undefined, readyAt: number): JsonObject {
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
