import { isDeepStrictEqual } from 'node:util'
import { isJsonObject, numberAt, textAt, valueAt, type Json, type JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { assertTerms } from '../../agreements.ts'
import { assertPolicy } from '../../authorization/policy/assert-policy.ts'
import { invalidParameter, propertyChangeNotAllowed, invalidValue } from '../../errors.ts'
import { guidOf } from '../../guid.ts'
import { durationOf, operationTime, startOperation } from '../../operations.ts'
import { putOperation, type Put } from '../../put-operation.ts'
import type { ArmReply, ArmRequest } from '../../request.ts'
import { machineEnvelope } from '../virtual-machine/new-machine.ts'
import { shownOsProfile } from '../virtual-machine/shown-os-profile.ts'
import { nextEtag } from '../virtual-machine/virtual-machine-body.ts'
import { assertEncryptionAtHost } from '../virtual-machine/virtual-machine-refusals.ts'
import { presentScaleSet } from './scale-set-body.ts'
import { assertModel, scale, upgradeInstance } from './scale-set-instances.ts'
import { capacityOf, instancesOf, isFlexible, scaleSetType as type, upgradesByItself } from './scale-set-model.ts'

// https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-orchestration-modes
const modes = ['Uniform', 'Flexible']
const mostInstances = 1000

/** 201 for a new scale set, 200 for a change: of its model, or of the number of its instances. */
function put({ request, stored, named, sent, startedAt, changing }: Put): ArmReply {
  const { id, name } = named
  assertTerms(request)
  const profile = sent['virtualMachineProfile']
  if (isJsonObject(profile)) {
    assertPolicy({
      request,
      id,
      name,
      type,
      violationOf(policy, parameters) {
        const violation = policy.machineViolation?.(profile, parameters)
        return violation && { ...violation, ...inModel(violation) }
      },
    })
    assertEncryptionAtHost(request, profile)
  }
  const orchestrationMode = modeOf(sent, stored)
  const resource: StoredResource = {
    ...named,
    envelope: {
      ...stored?.envelope,
      ...machineEnvelope(request, id),
      sku: skuOf(request, stored),
      etag: nextEtag(stored),
    },
    properties: {
      singlePlacementGroup: false,
      overprovision: orchestrationMode === 'Uniform',
      platformFaultDomainCount: orchestrationMode === 'Uniform' ? 5 : 1,
      ...stored?.properties,
      ...sent,
      orchestrationMode,
      upgradePolicy: isJsonObject(sent['upgradePolicy']) ? sent['upgradePolicy'] : { mode: 'Manual' },
      ...(isJsonObject(profile) && { virtualMachineProfile: shownProfile(profile) }),
      uniqueId: stored?.properties['uniqueId'] ?? guidOf(`scale set ${id}`),
      timeCreated: stored?.properties['timeCreated'] ?? operationTime(startedAt),
    },
    change: changing(durationOf.scaleSetPut),
  }
  const isNewModel = stored === undefined || !isDeepStrictEqual(modelOf(stored), modelOf(resource))
  const grows = capacityOf(resource) > (stored ? instancesOf(request, stored).length : 0)
  if (isNewModel || grows) assertModel(request, resource)
  request.tenant.store.put(resource)
  if (isNewModel) applyModel(request, resource)
  scale(request, resource)
  const headers = startOperation(request, 'operations', resource)
  return { status: stored ? 200 : 201, body: presentScaleSet(resource, request), headers }
}

/** https://learn.microsoft.com/rest/api/compute/virtual-machine-scale-sets/create-or-update */
export const scaleSetPut = putOperation(type, put)

function modeOf(sent: JsonObject, stored: StoredResource | undefined): Json {
  const before = stored?.properties['orchestrationMode']
  const mode = sent['orchestrationMode'] ?? before ?? 'Uniform'
  if (!modes.some((one) => one === mode)) throw invalidValue('orchestrationMode')
  if (stored && mode !== before) throw propertyChangeNotAllowed('orchestrationMode')
  return mode
}

function skuOf({ body }: ArmRequest, stored: StoredResource | undefined): JsonObject {
  const sku = isJsonObject(body['sku']) ? body['sku'] : valueAt(stored?.envelope, 'sku')
  const capacity = numberAt(sku, 'capacity') ?? 0
  if (!Number.isInteger(capacity) || capacity < 0 || capacity > mostInstances)
    throw invalidParameter(`The value '${capacity}' of parameter sku.capacity is invalid.`, 'sku.capacity')
  return { tier: 'Standard', ...(isJsonObject(sku) && sku), capacity }
}

// What instances are created from: not the capacity, nor the policies.
function modelOf({ properties, envelope }: StoredResource): Json[] {
  return [properties['virtualMachineProfile'] ?? null, textAt(envelope, 'sku', 'name') ?? null]
}

// Flexible instances are machines of their own: a new model is for those created next.
function applyModel(request: ArmRequest, scaleSet: StoredResource): void {
  if (isFlexible(scaleSet)) return
  for (const instance of instancesOf(request, scaleSet))
    if (upgradesByItself(scaleSet)) upgradeInstance(request, scaleSet, instance)
    else request.tenant.store.put({ ...instance, properties: { ...instance.properties, latestModelApplied: false } })
}

function inModel({ expression, path }: { expression: string; path: string }): { expression: string; path: string } {
  return {
    expression: expression.replace('/virtualMachines/', '/virtualMachineScaleSets/virtualMachineProfile.'),
    path: path.replace('properties.', 'properties.virtualMachineProfile.'),
  }
}

function shownProfile(profile: JsonObject): JsonObject {
  const { osProfile, ...rest } = profile
  if (!isJsonObject(osProfile)) return rest
  const isWindows = isJsonObject(osProfile['windowsConfiguration'])
  return { ...rest, osProfile: shownOsProfile(osProfile, isWindows ? 'Windows' : 'Linux') }
}
