import { formatResourceId, sameRegion, type ResourceId } from '@portal/arm'
import { isJsonObject, numberAt, valueAt, type Json, type JsonObject } from '../../../../json.ts'
import type { StoredResource } from '../../../../store/store.ts'
import { assertAccess } from '../../../authorization/access.ts'
import { invalidParameter, invalidRequestContent, operationNotAllowed } from '../../../errors.ts'
import type { ArmRequest } from '../../../request.ts'

// The periods came with this api-version: https://github.com/Azure/azure-rest-api-specs/pull/44214
const periodsSince = '2026-03-03'
const periods = { retentionPeriodInDays: 7, gracePeriodInDays: 0 }
const longest = 365

/** What becomes of a version of the gallery that is deleted; the periods in days. */
export interface SoftDeletePolicy {
  isOn: boolean
  retentionPeriodInDays: number
  gracePeriodInDays: number
}

/**
 * The policy in force. Without periods a version waits for the 7 days of older api-versions, and has no grace (our
 * reading).
 */
export function softDeletePolicyOf({ properties }: StoredResource): SoftDeletePolicy {
  const at = (key: keyof typeof periods) => numberAt(properties, 'softDeletePolicy', key) ?? periods[key]
  return {
    isOn: valueAt(properties, 'softDeletePolicy', 'isSoftDeleteEnabled') === true,
    retentionPeriodInDays: at('retentionPeriodInDays'),
    gracePeriodInDays: at('gracePeriodInDays'),
  }
}

/** The properties of a gallery in an API version: older ones do not have the periods. */
export function withPolicyOf(apiVersion: string, gallery: StoredResource): JsonObject {
  const policy = gallery.properties['softDeletePolicy']
  if (!isJsonObject(policy)) return gallery.properties
  const { isOn: isSoftDeleteEnabled, ...days } = softDeletePolicyOf(gallery)
  const shown = { isSoftDeleteEnabled, ...(apiVersion >= periodsSince && days) }
  return { ...gallery.properties, softDeletePolicy: shown }
}

/**
 * The policy of a gallery after a PUT; omitted parts stay. Throws 400 for periods that are not days, 403 if the caller
 * turns it on without permission to share the gallery (Owner and Compute Gallery Sharing Admin have it, Contributor
 * does not), and 409 if definitions or versions are in other regions.
 * https://learn.microsoft.com/azure/virtual-machines/soft-delete-gallery
 */
export function requestedPolicy(
  request: ArmRequest,
  sent: Json | undefined,
  gallery: { requested: ResourceId; location: string; stored: StoredResource | undefined },
): { softDeletePolicy?: JsonObject } {
  const before = gallery.stored?.properties['softDeletePolicy']
  const kept = isJsonObject(before) ? before : undefined
  if (sent === undefined || sent === null) return kept ? { softDeletePolicy: kept } : {}
  if (!isJsonObject(sent)) throw invalidRequestContent("Unexpected value at path 'properties.softDeletePolicy'")
  const policy: JsonObject = { ...kept }
  if (typeof sent['isSoftDeleteEnabled'] === 'boolean') policy['isSoftDeleteEnabled'] = sent['isSoftDeleteEnabled']
  if (request.apiVersion >= periodsSince)
    for (const [key, least] of [
      ['retentionPeriodInDays', 1],
      ['gracePeriodInDays', 0],
    ] as const)
      if (sent[key] !== undefined && sent[key] !== null) policy[key] = days(sent[key], key, least)
  if (policy['isSoftDeleteEnabled'] === true && kept?.['isSoftDeleteEnabled'] !== true)
    assertMayTurnOn(request, gallery)
  return { softDeletePolicy: policy }
}

// That Azure has bounds is likely, and which is our reading: none are public.
function days(sent: Json, key: string, least: number): number {
  if (typeof sent === 'number' && Number.isInteger(sent) && sent >= least && sent <= longest) return sent
  throw invalidParameter(
    `The value of parameter gallery.properties.softDeletePolicy.${key} is invalid. It must be a whole number of days from ${least} to ${longest}.`,
    `gallery.properties.softDeletePolicy.${key}`,
  )
}

function assertMayTurnOn(
  { tenant, caller }: ArmRequest,
  { requested, location, stored }: { requested: ResourceId; location: string; stored: StoredResource | undefined },
): void {
  const scope = stored?.id ?? formatResourceId(requested)
  assertAccess(tenant, caller, { action: 'Microsoft.Compute/galleries/share/action', scope })
  // A lock has no region.
  const elsewhere = tenant.store
    .list(scope)
    .find((below) => below.location !== '' && !sameRegion(below.location, location))
  if (elsewhere)
    throw operationNotAllowed(
      `Soft delete cannot be enabled on gallery '${requested.names[0]}' because '${elsewhere.name}' is in location '${elsewhere.location}' and the gallery is in location '${location}'.`,
    )
}
