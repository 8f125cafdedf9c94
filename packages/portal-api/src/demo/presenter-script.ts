import * as z from 'zod/mini'
import { scenarioId } from '../demo.ts'

// What a presenter of the demo reads, step by step, while the audience sees the portal in another window.

/** Where a portal serves the schema, below its own address. */
export const presenterScriptSchemaPath = '/schemas/presenter-script.v1.json'

/** Maximum number of characters of a script's file */
export const longestPresenterScript = 200_000

// One line, or several, without controls and without characters that turn the direction of what follows.
const line = (longest: number) =>
  z.string().check(z.minLength(1), z.maxLength(longest), z.regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u))
const text = z
  .string()
  .check(z.minLength(1), z.maxLength(4000), z.regex(/^(?:[^\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]|\n)+$/u))
const minutes = z.number().check(z.gte(0.25), z.lte(240))

/** The state of the demo in which a step starts; what isn't named stays as it is. */
export const presenterCheckpoint = z.strictObject({
  /** everything as at first */
  reset: z.optional(z.literal(true)),
  /** name of a saved world of this browser */
  world: z.optional(line(60)),
  /** minutes by which Azure's time is moved forward */
  clock: z.optional(z.int().check(z.gte(1), z.lte(1440))),
  /** it has a person and a page of its own */
  scenario: z.optional(scenarioId),
  /** a user name, or its part before the @ */
  person: z.optional(z.string().check(z.maxLength(120), z.regex(/^[\w.-]+(?:@[\w.-]+)?$/))),
  /** code of what the step points at, such as `matrix`: it is scrolled into view, and ringed for a moment */
  point: z.optional(z.string().check(z.regex(/^[\w-]{1,60}$/))),
  /** address below the portal's own */
  page: z.optional(z.string().check(z.maxLength(2000), z.regex(/^\/(?![/\\])[\x21-\x7e]*$/))),
})
export type PresenterCheckpoint = z.infer<typeof presenterCheckpoint>

const presenterStep = z.strictObject({
  title: line(120),
  minutes,
  checkpoint: presenterCheckpoint,
  /** what to do in the audience's window: Markdown's paragraphs, lists, emphasis and code */
  do: text,
  /** what to say meanwhile */
  say: text,
})

/** A script for presenting the demo, as read from its Markdown. */
export const presenterScript = z.strictObject({
  title: line(120),
  language: z.enum(['en', 'it']),
  minutes,
  /** the saved world in which the first step starts, if that names no other state */
  world: z.optional(line(60)),
  steps: z.array(presenterStep).check(z.minLength(1), z.maxLength(60)),
})
export type PresenterScript = z.infer<typeof presenterScript>

/** The JSON Schema of a script, for whoever writes one by a program. */
export function presenterScriptJsonSchema(): unknown {
  return z.toJSONSchema(presenterScript, { target: 'draft-2020-12', io: 'input' })
}
