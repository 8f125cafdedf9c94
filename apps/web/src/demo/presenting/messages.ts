import { demoWorld, presenterCheckpoint, scenarioId } from '@portal/portal-api'
import * as z from 'zod/mini'
import { stepAct } from '../steps/step-act.ts'

// What the presenter's window and the audience's say to each other. Any tab of the portal's origin could write to their
// channel: a command can do no more than the demo's own buttons, and no text of a script is ever in one.

const id = z.string().check(z.maxLength(40))

/** What the presenter asks of the audience's window. */
export const presenterCommand = z.discriminatedUnion('type', [
  /** the presenter has come: what does the audience see? */
  z.strictObject({ type: z.literal('hello') }),
  /** to the state in which a step starts */
  z.strictObject({ type: z.literal('start'), id, checkpoint: presenterCheckpoint }),
  z.strictObject({ type: z.literal('person'), id, person: z.string().check(z.maxLength(120)) }),
  z.strictObject({ type: z.literal('rate'), id, rate: z.number().check(z.gte(1), z.lte(1000)) }),
  z.strictObject({ type: z.literal('advance'), id, minutes: z.number().check(z.gt(0), z.lte(1440)) }),
  z.strictObject({ type: z.literal('finish'), id }),
  /** what the demo does in a step of a scenario */
  z.strictObject({ type: z.literal('act'), id, act: stepAct, scenario: scenarioId }),
  z.strictObject({ type: z.literal('reset'), id }),
])
export type PresenterCommand = z.infer<typeof presenterCommand>

/** A command that is answered, by its ID. */
export type AnsweredCommand = Exclude<PresenterCommand, { type: 'hello' }>

/** A command before it has an ID. */
export type PresenterWish = AnsweredCommand extends infer C ? (C extends C ? Omit<C, 'id'> : never) : never

/** What became of a command. */
const commandOutcome = z.enum(['done', 'unknownPage', 'unknownPerson', 'noWorld', 'refused'])
export type CommandOutcome = z.infer<typeof commandOutcome>

/** What the audience sees. */
const audienceState = z.strictObject({
  type: z.literal('state'),
  /** of the page */
  title: z.string(),
  world: z.pick(demoWorld, { me: true, people: true, clock: true, underWay: true }),
  /** when `world` was received, ms since 1970 in real time */
  receivedAt: z.number(),
})
export type AudienceState = z.infer<typeof audienceState>

/** What the audience's window says to the presenter. */
export const audienceMessage = z.discriminatedUnion('type', [
  audienceState,
  z.strictObject({ type: z.literal('done'), id, outcome: commandOutcome }),
])
export type AudienceMessage = z.infer<typeof audienceMessage>

/** The name of the channel of a pair of windows, and of the lock that the audience's window holds while it is open. */
export function lineName(pairing: string): string {
  return `presenter ${pairing}`
}
