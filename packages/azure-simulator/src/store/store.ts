import type { Clock } from '../clock/clock.ts'
import type { BaseResources } from './base-resources.ts'
import { deepFreeze } from './deep-freeze.ts'
import { createIdIndex } from './id-index.ts'
import type { StoredResource } from './stored-resource.ts'

export type { RegionReplication, StoredResource } from './stored-resource.ts'

export interface Store {
  /** the resource with that ID, in any case; undefined if there is none or its deletion is over. It is frozen */
  get(id: string): StoredResource | undefined
  /** adds, or replaces the one of the same id; freezes it */
  put(resource: StoredResource): void
  /** removes it at once, with everything below it */
  remove(id: string): void
  /** all resources whose id starts with `scope` (a subscription, a group, a parent) and whose type is `type`, by id */
  list(scope: string, type?: string): StoredResource[]
  /** everything there is, by id */
  snapshot(): StoredResource[]
  /** back to what there was at first, or to another beginning */
  reset(base?: BaseResources): void
  /** the resource with that ID, and everything below it, back to what there was at first */
  restore(id: string): void
  /** about how many resources there are */
  count(): number
  /** what this tenant keeps for itself, in resources and in characters of their JSON */
  size(): { resources: number; characters: number }
  /** what this tenant keeps for itself, by ID in lowercase; null: removed from the base */
  changes(): Map<string, StoredResource | null>
  /**
   * what was put (a resource), removed from the base (null) or discarded (undefined) since the last call, by ID in
   * lowercase
   */
  takeChanges(): Map<string, StoredResource | null | undefined>
  /**
   * calls `listener` after each write, and not for a deletion that ends by the clock, until the result is called; only
   * the newest listener is called
   */
  observe(listener: (write: StoreWrite) => void): () => void
}

/** What was there and what is there now: `before` is undefined if it is new, `after` if it was removed. */
export interface StoreWrite {
  before: StoredResource | undefined
  after: StoredResource | undefined
}

interface Kept {
  /** null: removed from the base */
  resource: StoredResource | null
  characters: number
}

/**
 * The resources of one tenant, by ID without regard to case: those of its base, which others share, and its own changes
 * on top, of which `kept` are loaded from storage. Deletions end by the clock. Knows nothing about HTTP.
 */
export function createStore(
  { clock, tenantId }: { clock: Clock; tenantId: string },
  firstBase: BaseResources,
  kept: Map<string, StoredResource | null> = new Map(),
): Store {
  const own = new Map<string, Kept>()
  let [base, ownIndex, characters] = [firstBase, createIdIndex(), 0]
  const untaken = new Set<string>()
  const seenOfBase = new Map<string, StoredResource>()
  let written = (_write: StoreWrite) => {}
  // A deleted resource is removed when its time is over, with everything below it: a group's resources, a vault's keys.
  const leaving = new Set<string>()

  const fromBase = (key: string) => {
    const resource = base.byId.get(key)
    if (resource === undefined) return undefined
    const seen = seenOfBase.get(key) ?? base.seenBy(tenantId, resource)
    if (seen !== resource) seenOfBase.set(key, seen)
    return seen
  }
  const find = (key: string) => {
    const change = own.get(key)
    return change === undefined ? fromBase(key) : (change.resource ?? undefined)
  }
  const forget = (key: string) => {
    characters -= own.get(key)?.characters ?? 0
    own.delete(key)
    untaken.add(key)
  }
  const keep = (key: string, resource: StoredResource | null) => {
    forget(key)
    const size = JSON.stringify(resource).length
    characters += size
    own.set(key, { resource, characters: size })
  }
  const removeOne = (key: string) => {
    const resource = find(key)
    if (resource === undefined) return
    if (base.byId.has(key)) return keep(key, null)
    ownIndex.delete(key, resource.type)
    forget(key)
  }
  const remove = (id: string) => {
    const key = id.toLowerCase()
    for (const below of [...base.index.below(key), ...ownIndex.below(key), key]) removeOne(below)
  }
  const sweep = () => {
    for (const key of leaving) {
      const change = find(key)?.change
      if (change?.state !== 'Deleting') leaving.delete(key)
      else if (change.failure === undefined && clock.now() >= change.endsAt) remove(key)
    }
  }
  const put = (resource: StoredResource) => {
    const key = resource.id.toLowerCase()
    const before = find(key)
    if (!base.byId.has(key) && !own.has(key)) ownIndex.add(key, resource.type)
    keep(key, deepFreeze(resource))
    if (resource.change?.state === 'Deleting') leaving.add(key)
    written({ before, after: resource })
  }
  const list = (scope: string, type?: string) => {
    sweep()
    const prefix = scope.toLowerCase()
    const [ofBase, added] = [base.index.below(prefix, type), ownIndex.below(prefix, type)]
    const keys = added.length === 0 ? ofBase : [...ofBase, ...added].sort()
    return keys.map(find).filter((resource) => resource !== undefined)
  }

  for (const resource of base.byId.values())
    if (resource.change?.state === 'Deleting') leaving.add(resource.id.toLowerCase())
  for (const [key, resource] of kept) {
    if (resource === null) keep(key, null)
    else put(resource)
  }
  untaken.clear()

  return {
    get(id) {
      sweep()
      return find(id.toLowerCase())
    },
    put,
    remove(id) {
      const removed = [find(id.toLowerCase()), ...list(id)].filter((resource) => resource !== undefined)
      remove(id)
      for (const before of removed) written({ before, after: undefined })
    },
    list,
    snapshot: () => list(''),
    reset(other = base) {
      for (const key of own.keys()) forget(key)
      ownIndex = createIdIndex()
      if (other !== base) seenOfBase.clear()
      base = other
    },
    restore(id) {
      for (const key of [...own.keys()].filter((each) => `${each}/`.startsWith(`${id.toLowerCase()}/`))) {
        if (!base.byId.has(key)) ownIndex.delete(key, find(key)?.type ?? '')
        forget(key)
      }
    },
    count: () => base.byId.size + own.size,
    size: () => ({ resources: [...own.values()].filter(({ resource }) => resource !== null).length, characters }),
    changes() {
      sweep()
      return new Map([...own].map(([key, { resource }]) => [key, resource]))
    },
    takeChanges() {
      const changes = new Map([...untaken].map((key) => [key, own.get(key)?.resource]))
      untaken.clear()
      return changes
    },
    observe(listener) {
      const outer = written
      written = listener
      return () => {
        written = outer
      }
    },
  }
}

/** The provisioning state of a resource at `now`: `Creating`, `Updating`, `Deleting`, `Failed` or `Succeeded`. */
export function provisioningState({ change }: StoredResource, now: number): string {
  if (change === undefined) return 'Succeeded'
  if (now < change.endsAt) return change.state
  return change.failure === undefined ? 'Succeeded' : 'Failed'
}

/** Whether an operation on the resource is in progress at `now`. */
export function isChanging({ change }: StoredResource, now: number): boolean {
  return change !== undefined && now < change.endsAt
}
