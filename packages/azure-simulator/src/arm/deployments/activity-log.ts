import { tryParseResourceId } from '@portal/arm'
import type { DeploymentRun, DeploymentWrite } from '../../deployment-run.ts'
import type { JsonObject } from '../../json.ts'
import { assertAccess } from '../authorization/access.ts'
import { presentedPage } from '../collections.ts'
import { ArmRefusal } from '../errors.ts'
import { guidOf } from '../guid.ts'
import { parameter, operation, type ArmOperation, type ArmReply, type ArmRequest } from '../request.ts'
import { deploymentAt, deploymentType } from './runs.ts'

const filterPattern = /^eventTimestamp ge '([^']+)'(?: and eventTimestamp le '([^']+)')? and resourceUri eq '([^']+)'$/
const retentionMs = 90 * 24 * 3_600_000

/**
 * Azure's activity log, as far as it is about the writes of one deployment.
 * https://learn.microsoft.com/rest/api/monitor/activity-logs/list
 */
export const activityLog: ArmOperation = operation(
  'GET /subscriptions/:subscriptionId/providers/Microsoft.Insights/eventtypes/management/values',
  undefined,
  listed,
)

/** Every write of a deployment that is known, the latest last. */
export function writesOf({ earlierWrites = [], caller, correlationId, startedAt }: DeploymentRun): DeploymentWrite[] {
  const { objectId, name } = caller
  return [...earlierWrites, { caller: { objectId, name }, correlationId, at: startedAt }]
}

function listed(request: ArmRequest): ArmReply {
  const { tenant, caller, clock, query } = request
  const [, from = '', to = '', id = ''] = filterPattern.exec(query['$filter'] ?? '') ?? []
  const start = Date.parse(from)
  if (Number.isNaN(start) || start < clock.now() - retentionMs)
    throw new ArmRefusal(400, { code: 'BadRequest', message: 'The filter has no start time within the last 90 days.' })
  if (!id.toLowerCase().startsWith(`/subscriptions/${parameter(request, 'subscriptionId').toLowerCase()}/`))
    throw new ArmRefusal(400, { code: 'BadRequest', message: 'The filter names no resource of the subscription.' })
  assertAccess(tenant, caller, { action: 'Microsoft.Insights/eventtypes/values/Read', scope: id })
  const found = tryParseResourceId(id) && deploymentAt(tenant, id)
  const writes = found === undefined ? [] : writesOf(found.deployment)
  const end = to === '' ? clock.now() : Date.parse(to)
  return presentedPage(request, writes.filter(({ at }) => at >= start && at <= end).toReversed(), (write) =>
    eventOf(request, found?.id ?? id, write),
  )
}

function eventOf({ tenant }: ArmRequest, id: string, { caller, correlationId, at }: DeploymentWrite): JsonObject {
  const user = tenant.users.find(({ id: objectId }) => objectId === caller.objectId)
  const time = new Date(at).toISOString()
  const localized = (value: string, localizedValue = value) => ({ value, localizedValue })
  return {
    authorization: { action: `${deploymentType}/write`, scope: id },
    caller: caller.name,
    category: localized('Administrative'),
    claims: {
      'http://schemas.microsoft.com/identity/claims/objectidentifier': caller.objectId,
      ...(user ? { 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn': caller.name } : { appid: caller.name }),
    },
    correlationId,
    eventDataId: guidOf(`event of ${id} ${correlationId}`),
    eventName: localized('EndRequest', 'End request'),
    eventTimestamp: time,
    level: 'Informational',
    operationId: correlationId,
    operationName: localized(`${deploymentType}/write`, 'Create Deployment'),
    resourceGroupName: id.split('/')[4] ?? '',
    resourceId: id,
    resourceProviderName: localized('Microsoft.Resources', 'Microsoft Resources'),
    status: localized('Succeeded'),
    submissionTimestamp: time,
    subscriptionId: id.split('/')[2] ?? '',
    tenantId: tenant.tenantId,
  }
}
