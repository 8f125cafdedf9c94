import { isDeeperThan } from '@portal/arm/estate-copy'
import * as z from 'zod/mini'
import { isSystemClock } from '../clock/clock.ts'
import type { DeploymentRun } from '../deployment-run.ts'
import { isJsonObject, textAt, type Json, type JsonObject } from '../json.ts'
import type { Operation } from '../operation.ts'
import type { StoredResource } from '../store/store.ts'
import { beginningOf, resetTenant, stateOf, type FrozenWorld, type StoredTenant, type Tenant } from '../world.ts'
import { resourceFault } from './resource-fault.ts'
import { SavedWorldRefused } from './saved-world-refused.ts'
import { savedWorld, type SavedWorld } from './saved-world-schema.ts'
import { worldOfCopy } from './world-of-copy.ts'

/**
 * The state of a tenant as a file that another tenant of the same world can open: what differs from the world's
 * beginning, and the time. Its directory and who is signed in are not part of it. No ID of a sandbox, which is its only
 * key, and no value of a secure parameter is in it.
 */
export function savedWorldOf(tenant: Tenant, { facts }: FrozenWorld): SavedWorld {
  const { clock, createdAt, store, tenantId } = tenant
  const { roleAssignments, operations, registrations, keyLosses, changes, firstLatest, copied } = stateOf(tenant)
  const saved: SavedWorld = {
    format: 'simulated-azure-world',
    version: 1,
    of: facts.tenantId,
    clock: { now: clock.now(), rate: isSystemClock(clock) ? clock.rate : null },
    createdAt,
    ...(copied && { copied }),
    roleAssignments,
    operations: [...operations.values()].flatMap(withoutForecast),
    registrations: [...registrations].map(([name, registration]) => ({ name, ...registration })),
    keyLosses: [...keyLosses].map(([id, since]) => ({ id, since })),
    changes,
    firstLatest: [...firstLatest].map(([id, byRegion]) => ({ id, byRegion })),
    resources: [...store.changes().values()].filter((resource) => resource !== null).map(shown),
    removed: [...store.changes()].filter(([, resource]) => resource === null).map(([id]) => id),
  }
  return withTenant(saved, tenantId, facts.tenantId)
}

/** A tenant, the world that it began as, and what advances its deployments to its time. */
interface Opening {
  tenant: Tenant
  frozen: FrozenWorld
  settle: (tenant: Tenant) => void
}

/**
 * Puts a tenant into the state of a file. Throws `SavedWorldRefused`, and then nothing has changed: for a file of
 * another form or another world, or one that is larger than a sandbox may be.
 */
export function openSavedWorld({ tenant, frozen, settle }: Opening, file: unknown): void {
  const opened = stateIn(checked(file, tenant, frozen), tenant)
  const before = stateNow(tenant)
  try {
    put(tenant, frozen, opened)
    settle(tenant)
  } catch (error) {
    put(tenant, frozen, before)
    throw new SavedWorldRefused('resources', 'not a resource of Azure', { cause: error })
  }
}

/**
 * The state of a tenant of that world that a copy of an estate describes, at its time, with the pace of its clock.
 * Throws `EstateCopyRefused` or `SavedWorldRefused`.
 */
export function savedWorldOfCopy(lines: Iterable<string>, { facts }: FrozenWorld, rate: number | null): SavedWorld {
  const { world, takenAt } = worldOfCopy(lines)
  const { tenantId, tenantName, users, groups = [], subscriptions, roleAssignments, resources } = world
  const saved: SavedWorld = {
    format: 'simulated-azure-world',
    version: 1,
    of: facts.tenantId,
    clock: { now: takenAt, rate },
    createdAt: takenAt,
    copied: { tenantName, users, groups, subscriptions },
    roleAssignments,
    operations: [],
    registrations: [],
    keyLosses: [],
    changes: [],
    resources,
    removed: [],
  }
  return withTenant(saved, tenantId, facts.tenantId)
}

/** What a tenant is at a time; `rate` of its clock, if that runs. */
interface StateAtTime extends StoredTenant {
  now: number
  rate: number | null
}

function stateNow(tenant: Tenant): StateAtTime {
  const { clock, createdAt, store } = tenant
  const rate = isSystemClock(clock) ? clock.rate : null
  return { now: clock.now(), rate, createdAt, state: stateOf(tenant), resources: store.changes() }
}

function stateIn(saved: SavedWorld, { directoryChanges }: Tenant): StateAtTime {
  const {
    clock,
    createdAt,
    copied,
    roleAssignments,
    operations,
    registrations,
    keyLosses,
    changes,
    firstLatest = [],
    resources,
    removed,
  } = saved
  return {
    ...clock,
    createdAt,
    state: {
      roleAssignments,
      operations: new Map(operations.map((operation) => [operation.id, operation])),
      registrations: new Map(registrations.map(({ name, to, endsAt }) => [name, { to, endsAt }])),
      keyLosses: new Map(keyLosses.map(({ id, since }) => [id, since])),
      changes,
      firstLatest: new Map(firstLatest.map(({ id, byRegion }) => [id, byRegion])),
      directoryChanges,
      copied,
    },
    resources: new Map([
      ...removed.map((id) => [id, null] as const),
      ...resources.map((resource) => [resource.id.toLowerCase(), resource] as const),
    ]),
  }
}

function put(tenant: Tenant, frozen: FrozenWorld, { now, rate, createdAt, state, resources }: StateAtTime): void {
  const { clock, store } = tenant
  resetTenant(tenant, beginningOf(frozen, state.copied))
  clock.moveTo(now)
  if (isSystemClock(clock) && rate !== null) clock.setRate(rate)
  for (const [id, resource] of resources) if (resource === null) store.remove(id)
  for (const resource of resources.values()) if (resource !== null) store.put(resource)
  Object.assign(tenant, state, { createdAt })
}

function checked(file: unknown, tenant: Tenant, frozen: FrozenWorld): SavedWorld {
  if (isDeeperThan(deepest, file)) throw new SavedWorldRefused('', 'nested too deeply')
  const parsed = z.safeParse(savedWorld, file)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new SavedWorldRefused(issue?.path.join('.') ?? '', issue?.message ?? 'not as expected')
  }
  const saved = parsed.data
  const { facts, base } = beginningOf(frozen, saved.copied)
  if (saved.of !== facts.tenantId) throw new SavedWorldRefused('of', 'another world')
  const subscriptions = new Set(facts.subscriptions.map(({ subscriptionId }) => subscriptionId.toLowerCase()))
  const seen = new Set<string>()
  for (const [index, resource] of saved.resources.entries()) {
    const key = resource.id.toLowerCase()
    const fault = seen.has(key) ? 'the same ID twice' : resourceFault(resource, subscriptions)
    if (fault !== undefined) throw new SavedWorldRefused(`resources.${index}`, fault)
    seen.add(key)
  }
  for (const [index, id] of saved.removed.entries())
    if (!base.byId.has(id) || seen.has(id)) throw new SavedWorldRefused(`removed.${index}`, 'no resource of this world')
  const { quota } = tenant
  const characters = saved.resources.reduce((sum, resource) => sum + JSON.stringify(resource).length, 0)
  if (quota && (saved.resources.length > quota.resources || characters > quota.characters))
    throw new SavedWorldRefused('resources', 'more than a sandbox may hold', { isTooLarge: true })
  return withTenant(saved, facts.tenantId, tenant.tenantId)
}

// As deep as ARM's templates, and the file around them.
const deepest = 64

function shown(resource: StoredResource): StoredResource {
  const { deployment } = resource
  return deployment === undefined ? resource : { ...resource, deployment: withoutSecrets(deployment) }
}

// A forecast contains everything that a deployment would change, and nobody waits for it anymore.
function withoutForecast({ family, ...operation }: Operation): SavedWorld['operations'] {
  return family === 'whatIf' ? [] : [{ ...operation, family }]
}

/** The same with another tenant's ID: some resources name their tenant. */
export function withTenant<Saved extends object>(saved: Saved, from: string, to: string): Saved {
  if (from === to) return saved
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one GUID in the place of another
  return JSON.parse(JSON.stringify(saved).replaceAll(from, to)) as Saved
}

/**
 * A deployment without the values of its secure parameters: those given, the defaults in its template, and both of the
 * templates inside it. Others of the same type take their place, so that the deployment goes on: the simulator keeps no
 * password. https://learn.microsoft.com/azure/azure-resource-manager/templates/best-practices#security-recommendations-for-parameters
 */
function withoutSecrets({ template, values, steps, ...run }: DeploymentRun): DeploymentRun {
  return {
    ...run,
    template: cleaned(template),
    values: replaced(values, template, placeholder),
    steps: steps.map((step) => ({ ...step, source: cleaned(step.source) })),
  }
}

function cleaned(part: JsonObject): JsonObject {
  const inside = mapped(part, cleanedValue)
  const { template, parameters } = inside
  if (!isJsonObject(parameters)) return inside
  return { ...inside, parameters: replaced(withoutDefaults(parameters), template, withoutValue) }
}

function cleanedValue(value: Json): Json {
  if (Array.isArray(value)) return value.map(cleanedValue)
  return isJsonObject(value) ? cleaned(value) : value
}

function withoutDefaults(declared: JsonObject): JsonObject {
  return mapped(declared, (parameter) =>
    isSecure(parameter) && isJsonObject(parameter) && parameter['defaultValue'] !== undefined
      ? { ...parameter, defaultValue: placeholder(parameter['defaultValue']) }
      : parameter,
  )
}

/** `values` by the name of a parameter, with another for each that `template` declares as secure. */
function replaced(values: JsonObject, template: Json | undefined, other: (value: Json) => Json): JsonObject {
  const declared = isJsonObject(template) && isJsonObject(template['parameters']) ? template['parameters'] : {}
  return mapped(values, (value, name) => (isSecure(declared[name]) ? other(value) : value))
}

// A reference to a secret of a key vault is none.
function withoutValue(given: Json): Json {
  return isJsonObject(given) && given['value'] !== undefined ? { ...given, value: placeholder(given['value']) } : given
}

function isSecure(parameter: Json | undefined): boolean {
  return /^secure/i.test(textAt(parameter, 'type') ?? '')
}

function placeholder(value: Json): Json {
  return typeof value === 'string' ? 'Saved-without-secrets-1' : {}
}

function mapped(object: JsonObject, other: (value: Json, name: string) => Json): JsonObject {
  const entries = Object.entries(object)
  return Object.fromEntries(entries.map(([name, value]) => [name, value === undefined ? value : other(value, name)]))
}
