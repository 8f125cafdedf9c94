import { isJsonObject, valueAt, objectsAt, textAt } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { assertTerms } from '../../agreements.ts'
import { assertPolicy } from '../../authorization/policy/assert-policy.ts'
import { guidOf } from '../../guid.ts'
import { durationOf, operationTime, startOperation } from '../../operations.ts'
import { putOperation, type Put } from '../../put-operation.ts'
import type { ArmReply, ArmRequest } from '../../request.ts'
import { machineEnvelope, newDisks, newInstanceView } from './new-machine.ts'
import { shownOsProfile } from './shown-os-profile.ts'
import { nextEtag, replyWithMachine } from './virtual-machine-body.ts'
import { assertEncryptionAtHost, assertScaleSet } from './virtual-machine-refusals.ts'

const type = 'Microsoft.Compute/virtualMachines'

/** 201 for a new machine, which creates its disks; 200 for an update, which leaves them unchanged. */
function put({ request, stored, named, sent, startedAt, changing }: Put): ArmReply {
  const { id, name, location } = named
  assertTerms(request)
  assertPolicy({
    request,
    id,
    name,
    type,
    violationOf: (policy, parameters) => policy.machineViolation?.(sent, parameters),
  })
  assertEncryptionAtHost(request, sent)
  assertScaleSet(request, sent)
  const made = stored ? undefined : newDisks(request, { id, name, location, sent })
  const storageProfile = made?.storageProfile ?? stored?.properties['storageProfile']
  const { osProfile } = sent
  const resource: StoredResource = {
    ...named,
    envelope: { ...stored?.envelope, ...machineEnvelope(request, id), etag: nextEtag(stored) },
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

/** A machine's network interfaces refer to it; the first is the primary one unless the machine says otherwise. */
function attachInterfaces({ tenant }: ArmRequest, machine: StoredResource): void {
  objectsAt(machine.properties, 'networkProfile', 'networkInterfaces').forEach((reference, index) => {
    const found = tenant.store.get(textAt(reference, 'id') ?? '')
    if (found?.type !== 'Microsoft.Network/networkInterfaces') return
    const primary = valueAt(reference, 'properties', 'primary') ?? index === 0
    const virtualMachine = { id: machine.id }
    tenant.store.put({ ...found, properties: { ...found.properties, primary, virtualMachine } })
  })
}
