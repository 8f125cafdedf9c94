import { isJsonObject, textAt, type JsonObject } from '../../../json.ts'
import type { StoredResource } from '../../../store/store.ts'
import { presentResource } from '../../present-resource.ts'
import type { ArmReply, ArmRequest } from '../../request.ts'

/**
 * A virtual machine as a GET returns it, its instance view only on request. Of Compute's resources, it alone has an
 * etag, in its body since 2024.
 */
export function presentVirtualMachine(resource: StoredResource, request: ArmRequest): JsonObject {
  const { properties, ...shown } = presentResource(resource, request.clock.now())
  const wantsInstanceView =
    /instanceview/i.test(request.query['$expand'] ?? '') || request.query['statusonly']?.toLowerCase() === 'true'
  const instanceView = wantsInstanceView && { instanceView: resource.instanceView ?? { statuses: [] } }
  const within = isJsonObject(properties) ? properties : {}
  return {
    ...shown,
    properties: { ...within, ...inVersion(within, request.apiVersion), ...instanceView },
    ...(request.apiVersion >= '2024-07-01' && { etag: etagOf(resource) }),
  }
}

// What the API versions of machines added over time.
function inVersion({ storageProfile, timeCreated }: JsonObject, apiVersion: string): JsonObject {
  const { diskControllerType = 'SCSI', ...storage } = isJsonObject(storageProfile) ? storageProfile : {}
  const controller = apiVersion >= '2022-08-01' && { diskControllerType }
  return {
    ...(isJsonObject(storageProfile) && { storageProfile: { ...controller, ...storage } }),
    timeCreated: apiVersion >= '2021-11-01' ? timeCreated : undefined,
  }
}

/** The machine as a whole answer: its etag is a header, too. */
export function replyWithMachine(status: number, resource: StoredResource, request: ArmRequest): ArmReply {
  return { status, body: presentVirtualMachine(resource, request), headers: { etag: etagOf(resource) } }
}

/** The etag of the next state of a machine: they are counted. */
export function nextEtag(stored: StoredResource | undefined): string {
  return stored === undefined ? '"1"' : `"${Number(etagOf(stored).slice(1, -1)) + 1}"`
}

function etagOf({ envelope }: StoredResource): string {
  return textAt(envelope, 'etag') ?? '"1"'
}
