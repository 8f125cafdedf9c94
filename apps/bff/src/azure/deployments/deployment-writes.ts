import { apiVersions, formatResourceId, sameResourceId, type ResourceId } from '@portal/arm'
import * as z from 'zod/mini'
import { ArmRefusal } from '../arm/arm-reply.ts'
import { armUrl, listAt } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'
import { allOf } from '../arm/sdk-answers.ts'
import { deploymentType } from './deployments.ts'

/** One write of a deployment, as Azure recorded it. */
export interface DeploymentWrite {
  /** ISO 8601 */
  time: string
  /** user name of a person, application ID of a program */
  by: string
  /** object ID in Microsoft Entra ID; undefined if the record has none */
  objectId: string | undefined
  isUser: boolean
}

const text = z.object({ value: z.string() })
const objectIdClaim = 'http://schemas.microsoft.com/identity/claims/objectidentifier'
const userNameClaim = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn'

const event = z.object({
  operationName: text,
  status: text,
  eventTimestamp: z.string(),
  operationId: z.nullish(z.string()),
  resourceId: z.nullish(z.string()),
  caller: z.nullish(z.string()),
  claims: z.nullish(z.record(z.string(), z.string())),
})
type Event = z.output<typeof event>

// Azure keeps the log for 90 days and refuses a start before that.
// https://learn.microsoft.com/azure/azure-monitor/platform/activity-log#retention-period
const dayMs = 24 * 3_600_000
const storedDays = 89

/**
 * Who wrote a deployment, by Azure's activity log, the earliest first. Azure needs minutes until a write is in the log,
 * and keeps it for 90 days. Undefined if the user may not read the log.
 * https://learn.microsoft.com/rest/api/monitor/activity-logs/list
 */
export async function deploymentWrites(azure: Azure, deployment: ResourceId): Promise<DeploymentWrite[] | undefined> {
  const id = formatResourceId(deployment)
  const since = new Date(Date.parse(azure.now()) - storedDays * dayMs).toISOString()
  const url = armUrl(
    `/subscriptions/${deployment.subscriptionId}/providers/Microsoft.Insights/eventtypes/management/values`,
    {
      'api-version': apiVersions.activityLog.version,
      $filter: `eventTimestamp ge '${since}' and eventTimestamp le '${azure.now()}' and resourceUri eq '${id}'`,
      $select: 'operationName,status,eventTimestamp,operationId,resourceId,caller,claims',
    },
  )
  const events = await allOf(event, listAt(azure, url)).catch((error: unknown) => {
    if (error instanceof ArmRefusal && [400, 403, 404].includes(error.status)) return undefined
    throw error
  })
  return events && writesIn(events.filter((each) => isWriteOf(id, each)))
}

function isWriteOf(id: string, { operationName, status, resourceId }: Event): boolean {
  const isWrite = operationName.value.toLowerCase() === `${deploymentType}/write`.toLowerCase()
  return isWrite && status.value !== 'Failed' && sameResourceId(resourceId ?? '', id)
}

// One write has several events: that it began, was accepted and succeeded.
function writesIn(events: Event[]): DeploymentWrite[] {
  const sorted = events.toSorted((one, other) => one.eventTimestamp.localeCompare(other.eventTimestamp))
  const first = Map.groupBy(sorted, ({ operationId, eventTimestamp }) => operationId ?? eventTimestamp)
  return [...first.values()].flatMap(([one]) => (one === undefined ? [] : [toWrite(one)]))
}

function toWrite({ eventTimestamp, caller, claims }: Event): DeploymentWrite {
  const objectId = claims?.[objectIdClaim]
  return { time: eventTimestamp, by: caller ?? '', objectId, isUser: claims?.[userNameClaim] !== undefined }
}
