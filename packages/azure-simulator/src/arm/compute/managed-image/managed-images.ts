import type { JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { getOperation, listBySubscriptionOperation, listOperation } from '../../collections.ts'
import { durationOf, startOperation } from '../../operations.ts'
import { patchOperation } from '../../patch-operation.ts'
import { presentResource } from '../../present-resource.ts'
import { putOperation } from '../../put-operation.ts'
import type { ArmOperation } from '../../request.ts'
import { deleteOperation } from '../../writing.ts'
import { imageProperties, planOfSource } from './image-properties.ts'

const type = 'Microsoft.Compute/images'

const put = putOperation(type, ({ request, stored, named, sent, startedAt, changing }) => {
  const sourcePlan = stored ? stored.sourcePlan : planOfSource(request, sent)
  const resource: StoredResource = {
    ...named,
    properties: stored?.properties ?? imageProperties(request, sent),
    ...(sourcePlan && { sourcePlan }),
    change: changing(durationOf.managedImagePut),
  }
  request.tenant.store.put(resource)
  const whole = presentResource(resource, startedAt)
  // From disks, the first response has what was sent; from a machine, it already has the disks.
  const ofMachine = sent['sourceVirtualMachine'] !== undefined
  const body: JsonObject = ofMachine
    ? whole
    : { ...whole, properties: { ...sent, provisioningState: resource.change?.state } }
  return { status: stored ? 200 : 201, body, headers: startOperation(request, 'operations', resource) }
})

/** https://learn.microsoft.com/rest/api/compute/images */
export const managedImages: ArmOperation[] = [
  getOperation({ type }),
  listOperation({ type }),
  listBySubscriptionOperation({ type }),
  put,
  patchOperation(type, put.handle),
  deleteOperation({ type, family: 'operations', milliseconds: durationOf.managedImageDelete }),
]
