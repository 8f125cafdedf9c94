import type { ArmErrorDetail } from '@portal/arm'
import * as z from 'zod/mini'
import { roleNames } from '../built-in-roles.ts'
import type { Json, JsonObject } from '../json.ts'
import type { StoredResource } from '../store/store.ts'

// The largest that the simulator itself would write; beyond them, a file was not made by it.
const mostText = 4096
const mostItems = 5000
const firstTime = Date.parse('2000-01-01')
const lastTime = Date.parse('2100-01-01')

const text = z.string().check(z.maxLength(mostText))
const time = z.number().check(z.minimum(firstTime), z.maximum(lastTime))
const list = <Item extends z.ZodMiniType>(item: Item) => z.array(item).check(z.maxLength(mostItems))
const guid = z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/))

const json: z.ZodMiniType<Json> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(json), z.record(z.string(), json)]),
)
const jsonObject: z.ZodMiniType<JsonObject> = z.record(z.string(), json)

const failure: z.ZodMiniType<ArmErrorDetail> = z.lazy(() =>
  z.strictObject({
    code: text,
    message: z.string(),
    target: z.exactOptional(text),
    details: z.exactOptional(list(failure)),
  }),
)
const change = z.strictObject({
  state: z.enum(['Creating', 'Updating', 'Deleting']),
  startedAt: time,
  endsAt: time,
  failure: z.exactOptional(failure),
})
const replication = z.record(
  text,
  z.strictObject({ startedAt: time, endsAt: time, failure: z.exactOptional(z.string()) }),
)
const keyRotation = z.strictObject({ to: text, startsAt: time, endsAt: time, failure: z.exactOptional(failure) })
const step = z.strictObject({
  operationId: text,
  id: text,
  type: text,
  name: text,
  apiVersion: text,
  source: jsonObject,
  copyIndexes: z.record(z.string(), z.number()),
  dependsOn: list(text),
  startedAt: z.exactOptional(time),
  endsAt: z.exactOptional(time),
  statusCode: z.exactOptional(text),
  failure: z.exactOptional(failure),
})
const deployment = z.strictObject({
  template: jsonObject,
  values: jsonObject,
  // Files of before December 2026 have the contexts.
  caller: z.strictObject({ objectId: text, name: text, authenticationContexts: z.exactOptional(list(text)) }),
  apiVersion: text,
  correlationId: text,
  startedAt: time,
  earlierWrites: z.exactOptional(
    list(z.strictObject({ caller: z.strictObject({ objectId: text, name: text }), correlationId: text, at: time })),
  ),
  steps: list(step),
  lineage: z.exactOptional(z.strictObject({ root: text, level: z.number() })),
  canceledAt: z.exactOptional(time),
  endedAt: z.exactOptional(time),
  failure: z.exactOptional(failure),
})

const resource: z.ZodMiniType<StoredResource> = z.lazy(() =>
  z.strictObject({
    id: text,
    type: text,
    name: text,
    location: text,
    tags: z.exactOptional(jsonObject),
    envelope: z.exactOptional(jsonObject),
    properties: jsonObject,
    change: z.exactOptional(change),
    keyRotation: z.exactOptional(keyRotation),
    deployment: z.exactOptional(deployment),
    recoverable: z.exactOptional(list(resource)),
    instanceView: z.exactOptional(jsonObject),
    replication: z.exactOptional(replication),
    failedRegions: z.exactOptional(list(text)),
    storageProfileWhileCreating: z.exactOptional(jsonObject),
    sourcePlan: z.exactOptional(jsonObject),
  }),
)

const roleAssignment = z.strictObject({
  principalId: text,
  role: z.enum(roleNames()),
  scope: text,
  name: z.exactOptional(text),
  createdAt: z.exactOptional(time),
  createdBy: z.exactOptional(text),
  updatedAt: z.exactOptional(time),
  updatedBy: z.exactOptional(text),
  description: z.exactOptional(text),
  condition: z.exactOptional(z.string()),
  conditionVersion: z.exactOptional(text),
})
const operation = z.strictObject({
  id: text,
  family: z.enum(['capsOperations', 'DiskOperations', 'operations', 'networkOperations']),
  subscriptionId: text,
  startedAt: time,
  endsAt: time,
  failure: z.exactOptional(failure),
  retryAfter: z.exactOptional(z.number()),
  outputId: z.exactOptional(text),
  output: z.exactOptional(jsonObject),
})
const changeOfResource = z.strictObject({
  at: time,
  targetId: text,
  targetType: text,
  changeType: z.enum(['Create', 'Update', 'Delete']),
  by: z.strictObject({
    changedBy: text,
    changedByType: z.enum(['User', 'Application', 'System']),
    clientType: text,
    operation: text,
    correlationId: text,
  }),
  changes: z.record(
    z.string(),
    z.strictObject({
      previousValue: z.nullable(z.string()),
      newValue: z.nullable(z.string()),
      propertyChangeType: z.enum(['Update', 'Insert', 'Remove']),
      changeCategory: z.enum(['User', 'System']),
      isTruncated: z.enum(['true', 'false']),
    }),
  ),
})

const copied = z.strictObject({
  tenantName: text,
  users: list(
    z.strictObject({
      id: text,
      userPrincipalName: text,
      displayName: text,
      jobTitle: z.strictObject({ en: text, it: text }),
    }),
  ),
  groups: z.exactOptional(list(z.strictObject({ id: text, displayName: text, members: list(text) }))),
  subscriptions: list(z.strictObject({ subscriptionId: guid, displayName: text })),
})

/** A file with the state of a simulated Azure. Times are milliseconds since 1970. */
export const savedWorld = z.strictObject({
  format: z.literal('simulated-azure-world'),
  version: z.literal(1),
  /** the tenant ID of the world that it began as */
  of: guid,
  /** `rate`: how many times as fast as real time; null if the clock is moved by hand */
  clock: z.strictObject({ now: time, rate: z.nullable(z.number().check(z.minimum(1), z.maximum(1000))) }),
  createdAt: time,
  /** whose estate it is, if a copy of one was opened: then nothing is of the world's beginning */
  copied: z.exactOptional(copied),
  roleAssignments: list(roleAssignment),
  operations: list(operation),
  registrations: list(z.strictObject({ name: text, to: z.enum(['Registered', 'Unregistered']), endsAt: time })),
  keyLosses: list(z.strictObject({ id: text, since: time })),
  changes: list(changeOfResource),
  /** absent in files of before December 2026 */
  firstLatest: z.exactOptional(list(z.strictObject({ id: text, byRegion: z.record(text, text) }))),
  /** those that differ from the beginning, or were not there */
  resources: list(resource),
  /** IDs in lower case of those that were there and are no longer */
  removed: list(text),
})
export type SavedWorld = z.infer<typeof savedWorld>
