import { spend } from '../../../budget/work-budget.ts'
import type { JsonObject } from '../../../json.ts'
import { changeRetention, type ResourceChange } from '../../../resource-change.ts'
import { allowedScopes } from '../../authorization/access.ts'
import { changesOfGraph, rotationOf } from '../../changes/recorded-changes.ts'
import { diskEncryptionSetType } from '../../compute/disk-encryption-set/disk-encryption-set-at.ts'
import { guidOf } from '../../guid.ts'
import type { ArmRequest } from '../../request.ts'
import type { Row } from '../values.ts'
import { emptyCells } from './empty-cells.ts'

/**
 * The table resourcechanges: what was done in the last 14 days, by the clock, to resources that the caller can read.
 * https://learn.microsoft.com/azure/governance/resource-graph/changes/get-resource-changes
 */
export function changeRows(request: ArmRequest, subscriptionIds: string[]): Row[] {
  const { tenant, clock } = request
  const now = clock.now()
  const asked = new Set(subscriptionIds)
  const rotations = subscriptionIds.flatMap((subscriptionId) =>
    tenant.store.list(`/subscriptions/${subscriptionId}`, diskEncryptionSetType).flatMap((set) => rotationOf(set, now)),
  )
  const canRead = reading(request)
  return [...changesOfGraph(tenant.changes), ...rotations]
    .filter(({ at }) => at <= now && at >= now - changeRetention)
    .filter(({ targetId }) => asked.has(targetId.split('/')[2] ?? ''))
    .filter(canRead)
    .map((change) => rowOf(request, change))
}

function reading({ tenant, caller }: ArmRequest): (change: ResourceChange) => boolean {
  const byType = new Map<string, (scope: string) => boolean>()
  return ({ targetId, targetType }) => {
    const known = byType.get(targetType) ?? allowedScopes(tenant, caller, `${targetType}/read`)
    byType.set(targetType, known)
    return known(targetId)
  }
}

function rowOf({ tenant }: ArmRequest, change: ResourceChange): Row {
  const { targetId, targetType } = change
  const [, , subscriptionId = '', , group = ''] = targetId.split('/')
  const name = nameOf(change)
  spend(40 + Object.keys(change.changes).length * 8)
  return {
    ...emptyCells,
    id: `${targetId}/providers/Microsoft.Resources/changes/${name}`,
    name,
    type: 'microsoft.resources/changes',
    tenantId: tenant.tenantId,
    resourceGroup: group.toLowerCase(),
    subscriptionId,
    properties: {
      targetResourceId: targetId,
      targetResourceType: targetType.toLowerCase(),
      changeType: change.changeType,
      changeAttributes: attributesOf(change),
      changes: change.changes,
    },
  }
}

function attributesOf(change: ResourceChange): JsonObject {
  const { at, by, changes, changeType } = change
  return {
    ...(changeType !== 'Create' && { previousResourceSnapshotId: snapshotId(change, 'before') }),
    ...(changeType !== 'Delete' && { newResourceSnapshotId: snapshotId(change, 'after') }),
    correlationId: by.correlationId,
    changedByType: by.changedByType,
    changesCount: Object.keys(changes).length,
    clientType: by.clientType,
    changedBy: by.changedBy,
    operation: by.operation,
    timestamp: new Date(at).toISOString(),
  }
}

// In Azure it begins with the time counted down, so that the newest is first.
function nameOf({ at, targetId, changeType, changes }: ResourceChange): string {
  return `${countedDown(at)}_${guidOf(`change ${targetId} ${changeType} ${at} ${Object.keys(changes).join()}`)}`
}

function snapshotId({ at, targetId }: ResourceChange, side: string): string {
  return `${countedDown(at)}_${guidOf(`snapshot ${side} ${targetId} ${at}`)}_${Math.floor(at / 1000)}`
}

function countedDown(at: number): string {
  return `${8_640_000_000_000_000 - at}`.padStart(20, '0')
}
