import { formatResourceId, parseResourceId, resourceType } from '@portal/arm'
import type { listRecordedChanges as endpoint, RecordedChange, RecordedChanges, RequestOf } from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../arm/clients.ts'
import { kqlText, queryResourceGraphPage } from '../arm/resource-graph.ts'
import { defined } from '../arm/wire-facts.ts'

const mostChanges = 500

const value = z.nullish(z.unknown())
const row = z.object({
  id: z.string(),
  resourceId: z.string(),
  changeType: z.enum(['Create', 'Update', 'Delete']),
  changedAt: z.string(),
  changedBy: z.string(),
  changedByType: z.string(),
  client: z.string(),
  operation: z.string(),
  changes: z.nullish(z.record(z.string(), z.object({ previousValue: value, newValue: value }))),
})

/**
 * What Azure recorded about these resources and about the vaults of the sets among them; the latest first. Azure keeps
 * changes for 14 days. One query, whatever the number of resources.
 * https://learn.microsoft.com/azure/governance/resource-graph/changes/get-resource-changes
 */
export async function recordedChanges(
  azure: Azure,
  { resourceIds }: RequestOf<typeof endpoint>,
): Promise<RecordedChanges> {
  const parsed = resourceIds.map(parseResourceId)
  const idsOf = (those: typeof parsed) =>
    `(${those.map((id) => kqlText(formatResourceId(id).toLowerCase())).join(', ')})`
  const sets = parsed.filter((id) => resourceType(id).toLowerCase() === 'microsoft.compute/diskencryptionsets')
  const vaults = `Resources
  | where type =~ 'microsoft.compute/diskencryptionsets' and tolower(id) in ${idsOf(sets)}
  | extend target = tolower(tostring(properties.activeKey.sourceVault.id))
  | summarize sets = count() by target`
  const query = [
    'resourcechanges',
    'extend target = tolower(tostring(properties.targetResourceId))',
    ...(sets.length > 0
      ? [`join kind=leftouter (${vaults}) on target`, `where target in ${idsOf(parsed)} or isnotnull(sets)`]
      : [`where target in ${idsOf(parsed)}`]),
    `project id, resourceId = tostring(properties.targetResourceId), changeType = tostring(properties.changeType),
      changedAt = tostring(properties.changeAttributes.timestamp),
      changedBy = tostring(properties.changeAttributes.changedBy),
      changedByType = tostring(properties.changeAttributes.changedByType),
      client = tostring(properties.changeAttributes.clientType),
      operation = tostring(properties.changeAttributes.operation), changes = properties.changes`,
    'order by changedAt desc, id asc',
  ].join('\n| ')
  const { total, rows } = await queryResourceGraphPage(azure, row, { query, top: mostChanges, skip: 0 })
  return { total, changes: rows.map(toChange) }
}

// What Azure says where it knows nothing.
const said = (text: string) => (text === '' || text === 'Unspecified' ? undefined : text)

function toChange({ changes, ...change }: z.output<typeof row>): RecordedChange {
  const { id, resourceId, changeType, changedAt, changedBy, changedByType, client, operation } = change
  return {
    id,
    resourceId,
    changeType,
    time: changedAt,
    ...defined({
      changedBy: said(changedBy),
      changedByType: said(changedByType),
      client: said(client),
      operation: said(operation),
    }),
    properties: Object.entries(changes ?? {}).map(([path, { previousValue, newValue }]) => ({
      path,
      ...defined({ before: textOf(previousValue), after: textOf(newValue) }),
    })),
  }
}

function textOf(stored: unknown): string | undefined {
  if (stored === null || stored === undefined) return undefined
  return typeof stored === 'string' ? stored : JSON.stringify(stored)
}
