import { formatResourceId } from '@portal/arm'
import type { JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import {
  getOperation,
  listBySubscriptionOperation,
  listOperation,
  newResourceId,
  pathOf,
  requestedId,
} from '../../collections.ts'
import { durationOf, startOperation } from '../../operations.ts'
import { patchOperation } from '../../patch-operation.ts'
import { presentResource } from '../../present-resource.ts'
import type { ArmOperation } from '../../request.ts'
import { imageProperties } from './image-properties.ts'
import { deleteOperation, demandIdle, requestedLocation, requestedProperties, requestedTags } from '../../writing.ts'

const type = 'Microsoft.Compute/images'

const put: ArmOperation = {
  method: 'PUT',
  path: pathOf(type),
  action: `${type}/write`,
  handle(request) {
    const requested = requestedId(request, type)
    const stored = request.tenant.store.get(formatResourceId(requested))
    const id = stored?.id ?? newResourceId(request, requested)
    demandIdle(request, stored)
    const location = requestedLocation(request, type, stored)
    const sent = requestedProperties(request)
    const startedAt = request.clock.now()
    const resource: StoredResource = {
      id,
      type,
      name: stored?.name ?? requested.names[0] ?? '',
      location,
      ...requestedTags(request),
      properties: stored?.properties ?? imageProperties(request, sent),
      change: { state: stored ? 'Updating' : 'Creating', startedAt, endsAt: startedAt + durationOf.managedImagePut },
    }
    request.tenant.store.put(resource)
    const whole = presentResource(resource, startedAt)
    // Of disks the first answer says what was sent; of a machine it says the disks already.
    const ofMachine = sent['sourceVirtualMachine'] !== undefined
    const body: JsonObject = ofMachine
      ? whole
      : { ...whole, properties: { ...sent, provisioningState: resource.change?.state } }
    return { status: stored ? 200 : 201, body, headers: startOperation(request, 'operations', resource) }
  },
}

/** https://learn.microsoft.com/rest/api/compute/images */
export const managedImages: ArmOperation[] = [
  getOperation({ type }),
  listOperation({ type }),
  listBySubscriptionOperation({ type }),
  put,
  patchOperation(type, put.handle),
  deleteOperation({ type, family: 'operations', milliseconds: durationOf.managedImageDelete }),
]
