import { isJsonObject, type Json, type JsonObject } from '../json.ts'
import type { StoredResource } from '../store/store.ts'
import { pathOf, requestedResource } from './collections.ts'
import { operation, type ArmOperation, type ArmReply, type ArmRequest } from './request.ts'

/**
 * PATCH of a type: its PUT, with omitted parts taken from the resource; tags are replaced as a whole. `answer` is for
 * types whose response differs from that to a PUT. Throws 404 if it does not exist.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types
 */
export function patchOperation(
  type: string,
  put: (request: ArmRequest) => ArmReply,
  answer: (reply: ArmReply, before: { stored: StoredResource; request: ArmRequest }) => ArmReply = (reply) => reply,
): ArmOperation {
  return operation(`PATCH ${pathOf(type)}`, `${type}/write`, (request) => {
    const stored = requestedResource(request, type)
    const { location, tags, envelope = {}, properties } = stored
    const body = {
      location,
      ...merged({ ...envelope, properties }, request.body),
      tags: request.body['tags'] ?? tags,
    }
    return answer(put({ ...request, body }), { stored, request })
  })
}

/** The merge of https://www.rfc-editor.org/rfc/rfc7396: null removes, lists are replaced. */
function merged(before: JsonObject, change: JsonObject): JsonObject {
  const entries = Object.entries(change).map(([key, value]): [string, Json | undefined] => {
    const stored = before[key]
    if (isJsonObject(value)) return [key, merged(isJsonObject(stored) ? stored : {}, value)]
    return [key, value === null ? undefined : value]
  })
  return { ...before, ...Object.fromEntries(entries) }
}
