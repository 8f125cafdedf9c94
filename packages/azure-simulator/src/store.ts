import type { ArmErrorDetail } from '@portal/arm'
import type { Clock } from './clock.ts'
import type { JsonObject } from './json.ts'

/** What Azure is doing to a resource, from when to when; once `endsAt` is past, it is done (or has failed). */
export interface Change {
  state: 'Creating' | 'Updating' | 'Deleting'
  /** milliseconds of the clock */
  startedAt: number
  endsAt: number
  failure?: ArmErrorDetail
}

/** How an image version reaches one region: from when to when, and what goes wrong at the end, if anything. */
export interface RegionReplication {
  startedAt: number
  endsAt: number
  /** text of the failure in this region */
  failure?: string
}

/** A resource as it is kept. `properties` is what a GET shows when nothing is under way, less `provisioningState`. */
export interface StoredResource {
  /** ARM's spelling, with the names as they were first written */
  id: string
  /** `Microsoft.Compute/galleries/images` */
  type: string
  name: string
  location: string
  tags?: JsonObject
  /** keys beside `properties`: sku, identity, kind */
  envelope?: JsonObject
  properties: JsonObject
  change?: Change
  /** of a virtual machine: what `$expand=instanceView` adds */
  instanceView?: JsonObject
  /** of an image version: by short region name */
  replication?: Record<string, RegionReplication>
  /** of an image version: its storage profile until Azure has read the source */
  storageProfileWhileCreating?: JsonObject
}

export interface Store {
  /** the resource of that id, in any case; undefined if there is none or its deletion is over */
  get(id: string): StoredResource | undefined
  /** adds, or replaces the one of the same id */
  put(resource: StoredResource): void
  /** takes it away at once, with everything below it */
  remove(id: string): void
  /** all resources whose id starts with `scope` (a subscription, a group, a parent) and whose type is `type`, by id */
  list(scope: string, type?: string): StoredResource[]
  /** a copy of everything, for `reset` */
  snapshot(): StoredResource[]
  /** puts a snapshot in the place of what there is */
  reset(resources: StoredResource[]): void
}

/** The resources of one tenant, by id without regard to case. Deletions end by the clock. Knows nothing of HTTP. */
export function createStore(clock: Clock, seed: StoredResource[] = []): Store {
  const byId = new Map<string, StoredResource>()
  const isGone = ({ change }: StoredResource) =>
    change?.state === 'Deleting' && change.failure === undefined && clock.now() >= change.endsAt

  const remove = (id: string) => {
    const key = id.toLowerCase()
    for (const other of byId.keys()) if (other === key || other.startsWith(`${key}/`)) byId.delete(other)
  }
  // What is deleted goes when its time is over, and with it all that is below: a group's resources, a vault's keys.
  const leaving = new Set<string>()
  const sweep = () => {
    for (const key of leaving) {
      const resource = byId.get(key)
      if (resource?.change?.state !== 'Deleting') leaving.delete(key)
      else if (isGone(resource)) remove(key)
    }
  }
  const get = (id: string) => {
    sweep()
    return byId.get(id.toLowerCase())
  }
  const put = (resource: StoredResource) => {
    const key = resource.id.toLowerCase()
    byId.set(key, resource)
    if (resource.change?.state === 'Deleting') leaving.add(key)
  }
  const reset = (resources: StoredResource[]) => {
    byId.clear()
    for (const resource of structuredClone(resources)) put(resource)
  }

  reset(seed)
  return {
    get,
    put,
    remove,
    list(scope, type) {
      sweep()
      const prefix = `${scope.toLowerCase()}/`
      return [...byId.values()]
        .filter((resource) => resource.id.toLowerCase().startsWith(prefix))
        .filter((resource) => type === undefined || resource.type.toLowerCase() === type.toLowerCase())
        .sort((one, other) => (one.id.toLowerCase() < other.id.toLowerCase() ? -1 : 1))
    },
    snapshot: () => structuredClone([...byId.values()]),
    reset,
  }
}

/** ARM's word for where a resource stands at `now`: `Creating`, `Updating`, `Deleting`, `Failed` or `Succeeded`. */
export function provisioningState({ change }: StoredResource, now: number): string {
  if (change === undefined) return 'Succeeded'
  if (now < change.endsAt) return change.state
  return change.failure === undefined ? 'Succeeded' : 'Failed'
}

/** Whether Azure is still at work on the resource at `now`. */
export function isChanging({ change }: StoredResource, now: number): boolean {
  return change !== undefined && now < change.endsAt
}
