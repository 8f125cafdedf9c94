import type { JsonObject } from './json.ts'

/** Who changed a resource, and how: the words of `changeAttributes` in Resource Graph. */
export interface ChangeActor {
  /** user name, client ID of a program, or `System` */
  changedBy: string
  changedByType: 'User' | 'Application' | 'System'
  /** `Azure Portal`, `Azure CLI`, `ARM Template`; `Unspecified` if the client did not say */
  clientType: string
  /** the permission that was used, in lowercase: `microsoft.compute/disks/write` */
  operation: string
  correlationId: string
}

/** One property before and after; null: it was, or is, not there. */
export interface PropertyChange extends JsonObject {
  previousValue: string | null
  newValue: string | null
  propertyChangeType: 'Update' | 'Insert' | 'Remove'
  changeCategory: 'User' | 'System'
  isTruncated: 'true' | 'false'
}

/** What happened to one resource at one time. */
export interface ResourceChange {
  /** milliseconds of the clock; a deletion is recorded before its end */
  at: number
  targetId: string
  /** `Microsoft.Compute/disks` */
  targetType: string
  changeType: 'Create' | 'Update' | 'Delete'
  by: ChangeActor
  /** by path, `properties.publishingProfile.excludeFromLatest`; empty unless it is an update */
  changes: Record<string, PropertyChange>
}

/** A change from before the world was started: `ago` in milliseconds before that. */
export interface PastChange extends Omit<ResourceChange, 'at'> {
  ago: number
}

/** Resource Graph keeps changes for 14 days: https://learn.microsoft.com/azure/governance/resource-graph/changes/resource-graph-changes */
export const changeRetention = 14 * 24 * 60 * 60_000

/** Azure itself, as Resource Graph names it. */
export const system: ChangeActor = {
  changedBy: 'System',
  changedByType: 'System',
  clientType: 'Unspecified',
  operation: 'Unspecified',
  correlationId: '00000000-0000-0000-0000-000000000000',
}

/** The changes from before a start, once its time is known. */
export function pastChanges(history: PastChange[], startedAt: number): ResourceChange[] {
  return history.map(({ ago, ...change }) => ({ ...change, at: startedAt - ago }))
}
