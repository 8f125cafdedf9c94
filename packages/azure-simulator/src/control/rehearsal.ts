import { mostChanges } from '../arm/changes/recorded-changes.ts'
import { scaleSetType } from '../arm/compute/scale-set/scale-set-model.ts'
import { runningMachinesOf } from '../arm/compute/virtual-machine/lost-keys/stop-machines.ts'
import { latestByRegion, versionType } from '../arm/compute/virtual-machine/machine-image.ts'
import { powerOf } from '../arm/compute/virtual-machine/machine-status.ts'
import { deploymentType, isDeployment, runState, type StoredDeployment } from '../arm/deployments/runs.ts'
import { keyType } from '../arm/key-vault/keys/key-location.ts'
import { textAt, valueAt, type JsonObject } from '../json.ts'
import type { ResourceChange } from '../resource-change.ts'
import { isChanging } from '../store/store.ts'
import type { Tenant } from '../world.ts'

/**
 * What was done in a tenant since it began, in order, and what came of it: which machines are without their key, and
 * what each *latest* gave before and gives now. Names of resources and of those who acted, no value of a secret. `keys`
 * are those that can be disabled and enabled.
 */
export function rehearsalOf(tenant: Tenant): JsonObject {
  const { changes, clock, createdAt, store, tenantName } = tenant
  const deployments = store
    .list('', deploymentType)
    .filter(isDeployment)
    .filter(({ deployment }) => deployment.startedAt >= createdAt && deployment.lineage === undefined)
  const recorded = changes.filter(({ at, targetType }) => at >= createdAt && targetType !== deploymentType)
  const correlated = new Set(recorded.map(({ by }) => by.correlationId))
  const acts = [
    ...deployments
      .filter(({ deployment: run }) => run.failure !== undefined || !correlated.has(run.correlationId))
      .map(deploymentAct),
    ...grouped(recorded).map((group) => actOf(tenant, group)),
  ]
  return {
    format: 'rehearsal-report',
    version: 1,
    estate: tenantName,
    from: isoTime(createdAt),
    until: isoTime(clock.now()),
    isCut: changes.length >= mostChanges,
    acts: acts.toSorted((one, other) => one.at.localeCompare(other.at)).slice(-mostChanges),
    stopped: idsOf(
      recorded.filter(({ changes: { power }, by }) => power?.newValue === 'stopped' && by.changedByType === 'System'),
    ).filter((id) => powerIn(tenant, id) === 'stopped'),
    stopping: [
      ...new Set([...tenant.keyLosses.keys()].flatMap((set) => runningMachinesOf(tenant, set).map(({ id }) => id))),
    ],
    latest: latestChanges(tenant),
    keys: store
      .list('', keyType)
      .map(({ id, properties }) => ({ id, isEnabled: valueAt(properties, 'attributes', 'enabled') !== false })),
  }
}

function isoTime(at: number): string {
  return new Date(at).toISOString()
}

function idsOf(changes: readonly ResourceChange[]): string[] {
  return [...new Set(changes.map(({ targetId }) => targetId))]
}

function powerIn({ store }: Tenant, id: string): string | undefined {
  const machine = store.get(id)
  return machine && powerOf(machine)
}

// What changes with every write, and says nothing.
const ofEveryWrite = new Set(['etag', 'properties.attributes.updated'])

function telling({ changes }: ResourceChange): [string, string | null, string | null][] {
  return Object.entries(changes)
    .filter(([path]) => !ofEveryWrite.has(path))
    .map(([path, { previousValue, newValue }]) => [path, previousValue, newValue])
}

/** Changes that one person or program made alike, one after the other; a version of its own is an act of its own. */
function grouped(changes: readonly ResourceChange[]): ResourceChange[][] {
  const groups: { key: string; changes: ResourceChange[] }[] = []
  for (const change of changes) {
    const { changeType, targetType, targetId, by } = change
    const isAlone = targetType === versionType && changeType === 'Create' && by.clientType !== 'ARM Template'
    const key = JSON.stringify([by.changedBy, changeType, targetType, telling(change), isAlone && targetId])
    const last = groups.at(-1)
    if (last?.key === key) last.changes.push(change)
    else groups.push({ key, changes: [change] })
  }
  return groups.map((group) => group.changes)
}

interface Act extends JsonObject {
  at: string
}

const mostProperties = 20

function actOf(tenant: Tenant, group: readonly ResourceChange[]): Act {
  const [first] = group
  if (first === undefined) throw new Error('A group of no changes')
  const { at, by, changeType, targetType } = first
  const ids = idsOf(group)
  const found = ids.flatMap((id) => tenant.store.get(id) ?? [])
  const failure = found.find(({ change }) => change?.failure !== undefined)?.change?.failure
  const isInProgress = found.some((resource) => isChanging(resource, tenant.clock.now()))
  const [version] = changeType === 'Create' && targetType === versionType && found.length === 1 ? found : []
  return {
    at: isoTime(at),
    by: by.changedByType === 'System' ? 'Azure' : by.changedBy,
    done: changeType,
    type: targetType,
    ids,
    changes: telling(first).slice(0, mostProperties),
    outcome: isInProgress ? 'InProgress' : failure === undefined ? 'Succeeded' : 'Failed',
    ...(failure && { message: failure.message.slice(0, 1000) }),
    ...(version && {
      resource: {
        id: version.id,
        location: version.location,
        ...(version.tags && { tags: version.tags }),
        properties: version.properties,
      },
    }),
  }
}

/** One that failed, or that changed no resource: it gives access, or only keeps what somebody asked for. */
function deploymentAct({ id, properties, deployment }: StoredDeployment): Act {
  const state = runState(deployment)
  return {
    at: isoTime(deployment.startedAt),
    by: deployment.caller.name,
    done: 'Deploy',
    type: deploymentType,
    ids: [id],
    changes: [],
    outcome: state === 'Running' ? 'InProgress' : state === 'Succeeded' ? state : 'Failed',
    ...(deployment.failure && { message: deployment.failure.message.slice(0, 1000) }),
    // Of a statement, which creates nothing: its parameters are all there is.
    ...(deployment.steps.length === 0 && { parameters: properties['parameters'] }),
  }
}

/** Where the latest is another one than before the first change, with the scale sets that follow it. */
function latestChanges({ store, clock, firstLatest }: Tenant): JsonObject[] {
  const scaleSets = firstLatest.size === 0 ? [] : store.list('', scaleSetType)
  return [...firstLatest].flatMap(([definitionId, before]) => {
    const now = latestByRegion(store.list(definitionId, versionType), clock.now())
    const id = store.get(definitionId)?.id ?? definitionId
    return [...new Set([...Object.keys(before), ...Object.keys(now)])]
      .filter((region) => before[region] !== now[region])
      .map((region) => ({
        definitionId: id,
        region,
        before: before[region] ?? null,
        now: now[region] ?? null,
        scaleSets: scaleSets
          .filter(({ location, properties }) => {
            const image = textAt(properties, 'virtualMachineProfile', 'storageProfile', 'imageReference', 'id')
            return location === region && image?.toLowerCase() === definitionId
          })
          .map((scaleSet) => scaleSet.id),
      }))
  })
}
