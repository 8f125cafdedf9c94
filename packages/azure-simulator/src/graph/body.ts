import * as z from 'zod/mini'
import type { JsonObject } from '../json.ts'
import { badRequest } from './errors.ts'

/** A body that fits its schema. Throws 400 Request_BadRequest, naming the property; `resource` as in `Application`. */
export function parsedBody<T extends z.ZodMiniType>(schema: T, body: JsonObject, resource: string): z.infer<T> {
  const parsed = z.safeParse(schema, body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  if (issue?.code === 'unrecognized_keys') throw badRequest(`Invalid property '${issue.keys[0] ?? ''}'.`)
  throw badRequest(
    `Invalid value specified for property '${issue?.path.join('.') ?? ''}' of resource '${resource}'.`,
    'InvalidValue',
  )
}

/** ISO 8601 with its zone. */
export const dateTime = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/))

export const guid = z.string().check(z.regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i))

/** Without omitted values. */
export function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.entries forgets which key has which value
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
