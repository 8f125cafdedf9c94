import * as z from 'zod/mini'
import { endpoint, get, post, put, nothing } from './endpoint.ts'

// Only a portal on the simulated Azure has these; elsewhere there is nothing at their addresses.

const person = z.object({
  objectId: z.string(),
  userPrincipalName: z.string(),
  displayName: z.string(),
  jobTitle: z.object({ en: z.string(), it: z.string() }),
})
export type Person = z.infer<typeof person>

/** The caller's simulated Azure. */
export const demoWorld = z.object({
  /** object ID of the caller */
  me: z.string(),
  people: z.array(person),
  /** `now`: Azure's time, ISO 8601; `rate`: how many times as fast as real time; null if the clock is moved by hand */
  clock: z.object({ now: z.string(), rate: z.nullable(z.number()) }),
  /** the number of operations in progress */
  underWay: z.number(),
  /** it blocked the simulated Azure: its changes are lost, and a reset reopens it */
  isSetAside: z.boolean(),
  /** the last events of Event Grid that happened, the latest first; a demo sends none over the network */
  events: z.array(z.object({ at: z.string(), eventType: z.string(), subject: z.string() })),
  /** when the simulated Azure was last restarted because it did not answer, ISO 8601; null: never */
  restartedAt: z.nullable(z.string()),
})
export type DemoWorld = z.infer<typeof demoWorld>

export const getDemo = get('/api/demo', nothing, demoWorld)

/** Lets Azure's time run `rate` times as fast as the real one. */
export const changeDemoClock = put(
  '/api/demo/clock',
  z.strictObject({ rate: z.number().check(z.minimum(1), z.maximum(1000)) }),
  demoWorld,
)

/** Moves Azure's time on, by a day at most. */
export const advanceDemoClock = post(
  '/api/demo/advance',
  z.strictObject({ minutes: z.number().check(z.gt(0), z.lte(1440)) }),
  demoWorld,
)

/** Moves Azure's time to the end of all operations in progress. */
export const finishDemoWork = post('/api/demo/finish', nothing, demoWorld)

/** Resets everything to the demo's initial state; its users stay signed in. */
export const resetDemo = post('/api/demo/reset', nothing, demoWorld)

/** The file of a simulated Azure's state, as far as the portal reads it; the simulated Azure checks all of it. */
export const savedWorld = z.looseObject({
  format: z.literal('simulated-azure-world'),
  version: z.number(),
  /** its time, ms since 1970 */
  clock: z.looseObject({ now: z.number() }),
})
export type SavedWorld = z.infer<typeof savedWorld>

/** The state of the caller's simulated Azure. */
export const saveDemoWorld = get('/api/demo/saved-world', nothing, savedWorld)

/** Puts the caller's simulated Azure into the state of a file; its users stay signed in. */
export const openDemoWorld = endpoint({
  method: 'PUT',
  path: '/api/demo/saved-world',
  /** bytes */
  largestRequest: 3 * 1024 ** 2,
  request: z.strictObject({
    /** its text: the limits of other requests are those of plans */
    file: z.string(),
  }),
  response: demoWorld,
})

/** Opens the text of a copied estate in the caller's simulated Azure; its people are then those of the copy. */
export const openDemoCopy = endpoint({
  method: 'PUT',
  path: '/api/demo/copy',
  /** bytes */
  largestRequest: 3 * 1024 ** 2,
  request: z.strictObject({ file: z.string() }),
  response: demoWorld,
})

/** What the world can show. The browser has a text for each. */
export const scenarioId = z.enum([
  'tour',
  'encrypted-version',
  'set-not-granted',
  'key-disabled',
  'key-expired',
  'key-expires-soon',
  'vault-without-purge-protection',
  'vault-in-another-region',
  'vault-behind-firewall',
  'rotation-failed',
  'key-in-another-tenant',
  'key-outage',
  'no-set-in-region',
  'region-fails',
  'slow-region',
  'policy-denies-platform-keys',
  'source-in-another-subscription',
  'trusted-launch-machine',
  'source-too-large',
  'source-with-plan',
  'terms-not-accepted',
  'versions-busy',
  'throttled',
  'number-in-recycle-bin',
  'size-requires-nvme',
  'clean-up',
  'reader',
  'no-right-on-sets',
  'second-factor',
  'no-subscription',
])
export type ScenarioId = z.infer<typeof scenarioId>

const scenarioCategory = z.enum(['firstSteps', 'keys', 'regions', 'policies', 'rights', 'limits'])
export type ScenarioCategory = z.infer<typeof scenarioCategory>

export const scenario = z.object({
  id: scenarioId,
  category: scenarioCategory,
  /** about how long it takes */
  minutes: z.number(),
  /** what to choose, or where: resources and regions */
  resourceIds: z.array(z.string()),
  /** user name of the person for it */
  persona: z.string(),
  /** the new version of the image definition in `resourceIds` that is ready for it */
  draft: z.optional(
    z.object({
      version: z.string(),
      tab: z.enum(['basics', 'replication', 'encryption', 'review']),
      /** a managed image or a virtual machine; or an OS disk and data disks, by LUN; none: the user chooses it */
      sourceIds: z.array(z.string()),
      /** the version's own region first; `sets` for the OS disk and each LUN: none at all for platform-managed keys */
      regions: z.array(z.object({ name: z.string(), sets: z.array(z.string()) })),
    }),
  ),
})
export type Scenario = z.infer<typeof scenario>

export const listScenarios = get('/api/demo/scenarios', nothing, z.array(scenario))

/** IDs of what the caller has created and a scenario deletes when it begins. */
export const listRemovedByScenario = get(
  '/api/demo/scenarios/removed',
  z.strictObject({ id: scenarioId }),
  z.array(z.string()),
)

/** Puts back what an earlier try of a scenario changed. */
export const beginScenario = post('/api/demo/scenarios/begin', z.strictObject({ id: scenarioId }), demoWorld)

/** Enables or disables the key of a scenario, as someone with access to its vault would. */
export const changeScenarioKey = post(
  '/api/demo/scenarios/key',
  z.strictObject({ id: scenarioId, enabled: z.boolean() }),
  demoWorld,
)
