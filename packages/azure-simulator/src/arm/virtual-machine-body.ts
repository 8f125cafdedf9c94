import { isJsonObject, textAt } from '../json.ts'
import type { JsonObject } from '../json.ts'
import type { StoredResource } from '../store.ts'
import { presentResource } from './present-resource.ts'
import type { ArmReply, ArmRequest } from './request.ts'

/** A virtual machine as a GET shows it, its instance view only to those who ask. Of the resources of Compute it alone has an etag. */
export function presentVirtualMachine(resource: StoredResource, request: ArmRequest): JsonObject {
  const { properties, ...shown } = presentResource(resource, request.clock.now())
  const wantsInstanceView =
    /instanceview/i.test(request.query['$expand'] ?? '') || request.query['statusonly']?.toLowerCase() === 'true'
  const instanceView = wantsInstanceView && { instanceView: resource.instanceView ?? { statuses: [] } }
  return {
    ...shown,
    properties: { ...(isJsonObject(properties) && properties), ...instanceView },
    etag: etagOf(resource),
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
