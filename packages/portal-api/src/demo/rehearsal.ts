import { shownText } from '@portal/arm'
import * as z from 'zod/mini'
import { demoWorld } from '../demo.ts'
import { get, post, nothing } from '../endpoint.ts'

const resourceId = shownText(1024)
const time = z.iso.datetime()
const list = <Item extends z.ZodMiniType>(item: Item, most = 1000) => z.array(item).check(z.maxLength(most))
const value = z.nullable(z.string().check(z.maxLength(600)))

/** What somebody did in a rehearsal, to one resource or to several alike, and what came of it. */
const rehearsedAct = z.strictObject({
  at: time,
  /** user name, client ID of a program, or `Azure` */
  by: shownText(256),
  done: z.enum(['Create', 'Update', 'Delete', 'Deploy']),
  /** `Microsoft.Compute/galleries/images/versions` */
  type: shownText(256),
  ids: list(resourceId),
  /** properties by path, before and after */
  changes: list(z.tuple([shownText(512), value, value]), 20),
  outcome: z.enum(['Succeeded', 'Failed', 'InProgress']),
  /** of a failure */
  message: z.optional(z.string().check(z.maxLength(1000))),
  /** of a deployment that creates nothing, and states what was asked for */
  parameters: z.optional(z.record(z.string(), z.unknown())),
  /** the only image version that was created, as Azure has it */
  resource: z.optional(z.looseObject({ id: resourceId })),
})
export type RehearsedAct = z.infer<typeof rehearsedAct>

/** What was done in a simulated Azure since its beginning, for the file that is opened on the real one. */
export const rehearsalReport = z.strictObject({
  format: z.literal('rehearsal-report'),
  version: z.literal(1),
  /** name of the directory */
  estate: shownText(256),
  from: time,
  until: time,
  /** only the latest changes are in it */
  isCut: z.boolean(),
  acts: list(rehearsedAct),
  /** machines and instances that stopped because of a key, and those that will at the end of its hour */
  stopped: list(resourceId, 5000),
  stopping: list(resourceId, 5000),
  /** where *latest* is another version than before, and the scale sets that follow it; null: none */
  latest: list(
    z.strictObject({
      definitionId: resourceId,
      region: shownText(64),
      before: z.nullable(shownText(80)),
      now: z.nullable(shownText(80)),
      scaleSets: list(resourceId),
    }),
  ),
})
export type RehearsalReport = z.infer<typeof rehearsalReport>

/** characters; a report of a thousand acts with its versions */
export const longestRehearsal = 4 * 1024 ** 2

/** The report of the caller's simulated Azure, and the keys that can be disabled and enabled there. */
export const getRehearsal = get(
  '/api/demo/rehearsal',
  nothing,
  z.extend(rehearsalReport, { keys: z.array(z.object({ id: z.string(), isEnabled: z.boolean() })) }),
)

/** Enables or disables a key, by its ID, as someone with access to its vault would. */
export const changeDemoKey = post(
  '/api/demo/key',
  z.strictObject({ id: z.string().check(z.maxLength(1024)), enabled: z.boolean() }),
  demoWorld,
)
