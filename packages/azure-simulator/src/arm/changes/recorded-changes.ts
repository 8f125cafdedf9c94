import { type JsonObject, isJsonObject, type Json } from '../../json.ts'
import { system, type ChangeActor, type ResourceChange, type PropertyChange } from '../../resource-change.ts'
import type { StoredResource, StoreWrite } from '../../store/store.ts'
import type { Tenant } from '../../world.ts'
import { diskEncryptionSetAt } from '../compute/disk-encryption-set/disk-encryption-set-at.ts'
import { noteLatest } from '../compute/virtual-machine/machine-image.ts'
import { powerOf } from '../compute/virtual-machine/machine-status.ts'
import { keyVersionType } from '../key-vault/keys/key-location.ts'
import { resourceGroupType } from '../resources/resource-groups.ts'
import { isProxy } from '../resources/resources.ts'

/** Who acts, and when if not now: a step of a deployment is done at its own time, in milliseconds of the clock. */
interface Acting {
  actor: ChangeActor
  at?: number
}

/** The newest of a tenant. Resource Graph has no such limit. */
export const mostChanges = 300

/** The result of `work`; what it changes in resources is recorded as changed by `acting`. */
export function recordingChanges<T>(tenant: Tenant, acting: Acting, work: () => T): T {
  const stop = tenant.store.observe((write) => record(tenant, acting, write))
  try {
    return work()
  } finally {
    stop()
  }
}

function record(tenant: Tenant, acting: Acting, { before, after }: StoreWrite): void {
  const { actor, at = tenant.clock.now() } = acting
  noteLatest(tenant, { before, after })
  const add = (resource: StoredResource, change: Pick<ResourceChange, 'changeType' | 'at'>) => {
    const { id: targetId, type: targetType } = resource
    if (isTracked(targetType) || targetType === keyVersionType)
      keep(tenant, { targetId, targetType, by: actor, changes: {}, ...change })
  }
  if (after === undefined) {
    if (before && !isLeaving(before)) add(before, { changeType: 'Delete', at })
    return
  }
  if (before === undefined) return add(after, { changeType: 'Create', at })
  if (isLeaving(after)) {
    if (isLeaving(before)) return
    const end = after.change?.endsAt ?? at
    for (const gone of [after, ...tenant.store.list(after.id)]) add(gone, { changeType: 'Delete', at: end })
    return
  }
  // Of what the graph has no records, a rehearsal still reports keys and machines that change their state.
  if (isTracked(after.type) || after.type === keyVersionType || powerOf(before) !== powerOf(after))
    recordUpdate(tenant, { before, after, at, actor })
}

interface Update {
  before: StoredResource
  after: StoredResource
  at: number
  actor: ChangeActor
}

function recordUpdate(tenant: Tenant, { before, after, at, actor }: Update): void {
  for (const change of rotationOf(before, at)) keep(tenant, change)
  const category = actor.changedByType === 'System' ? 'System' : 'User'
  const changes = propertyChanges(comparedAt(before, at), comparedAt(after, at), category)
  const { id: targetId, type: targetType } = after
  if (Object.keys(changes).length > 0)
    keep(tenant, { at, targetId, targetType, changeType: 'Update', by: actor, changes })
}

/** The finished rotation of a set to a newer version of its key: Azure does it, without a request. */
export function rotationOf(set: StoredResource, now: number): ResourceChange[] {
  const { keyRotation, id: targetId, type: targetType } = set
  if (keyRotation === undefined || now < keyRotation.endsAt) return []
  const changes = propertyChanges(comparedAt(set, keyRotation.startsAt - 1), comparedAt(set, now), 'System')
  return [{ at: keyRotation.endsAt, targetId, targetType, changeType: 'Update', by: system, changes }]
}

/** The changes as Resource Graph has them: of the table Resources, without keys, groups and power states. */
export function changesOfGraph(all: readonly ResourceChange[]): ResourceChange[] {
  return all.flatMap((change) => {
    const { power, ...changes } = change.changes
    if (!isTracked(change.targetType) || (power && Object.keys(changes).length === 0)) return []
    return power === undefined ? [change] : [{ ...change, changes }]
  })
}

function isTracked(type: string): boolean {
  return type !== resourceGroupType && !isProxy(type)
}

function isLeaving({ change }: StoredResource): boolean {
  return change?.state === 'Deleting' && change.failure === undefined
}

function comparedAt(resource: StoredResource, now: number): JsonObject {
  const { tags, envelope, properties, location } = diskEncryptionSetAt(resource, now)
  const power = powerOf(resource)
  return { location, ...(tags && { tags }), ...envelope, ...(power !== undefined && { power }), properties }
}

function keep({ changes }: Tenant, change: ResourceChange): void {
  changes.push(change)
  changes.splice(0, Math.max(changes.length - mostChanges, 0))
}

// What one record keeps at most; a longer text is cut, and says so.
const mostProperties = 64
const longestText = 500

/**
 * The properties that differ, by path: `tags.owner`, `properties.publishingProfile.targetRegions[0].name`.
 * https://learn.microsoft.com/azure/governance/resource-graph/changes/get-resource-changes#understand-change-event-properties
 */
function propertyChanges(
  before: JsonObject,
  after: JsonObject,
  changeCategory: PropertyChange['changeCategory'],
): Record<string, PropertyChange> {
  const [old, current] = [leavesOf(before), leavesOf(after)]
  const differing = [...new Set([...old.keys(), ...current.keys()])].filter(
    (path) => old.get(path) !== current.get(path),
  )
  return Object.fromEntries(
    differing.slice(0, mostProperties).map((path) => {
      const [previousValue, newValue] = [shown(old.get(path)), shown(current.get(path))]
      const propertyChangeType = !old.has(path) ? 'Insert' : !current.has(path) ? 'Remove' : 'Update'
      const isTruncated = [old.get(path), current.get(path)].some((text) => (text?.length ?? 0) > longestText)
      return [
        path,
        { previousValue, newValue, propertyChangeType, changeCategory, isTruncated: isTruncated ? 'true' : 'false' },
      ]
    }),
  )
}

function shown(text: string | undefined): string | null {
  return text?.slice(0, longestText) ?? null
}

/** Texts, numbers and the like, as text, by their paths. */
function leavesOf(value: JsonObject): Map<string, string> {
  const leaves = new Map<string, string>()
  const collect = (part: Json | undefined, path: string) => {
    if (part === undefined || part === null) return
    if (Array.isArray(part)) {
      for (const [index, item] of part.entries()) collect(item, `${path}[${index}]`)
    } else if (isJsonObject(part)) {
      for (const [key, item] of Object.entries(part)) collect(item, path === '' ? key : `${path}.${key}`)
    } else leaves.set(path, String(part))
  }
  collect(value, '')
  return leaves
}
