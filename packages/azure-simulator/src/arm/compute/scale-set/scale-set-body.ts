import { isJsonObject, textAt, type JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { presentResource } from '../../present-resource.ts'
import type { ArmRequest } from '../../request.ts'

/** A scale set as a GET returns it, or one of its uniform instances; that of 2024 and later has its etag. */
export function presentScaleSet(resource: StoredResource, request: ArmRequest): JsonObject {
  const { etag, properties, ...shown } = presentResource(resource, request.clock.now())
  const wantsInstanceView = /instanceview/i.test(request.query['$expand'] ?? '')
  return {
    ...shown,
    properties: {
      ...(isJsonObject(properties) && properties),
      ...(wantsInstanceView && resource.instanceView && { instanceView: resource.instanceView }),
    },
    ...(request.apiVersion >= '2024-07-01' && { etag: textAt({ etag }, 'etag') ?? '"1"' }),
  }
}
