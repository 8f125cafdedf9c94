import * as z from 'zod/mini'
import { ArmRefusal, NoClearAnswer } from './arm-reply.ts'

const maxPages = 200

/**
 * The response of an SDK call, with the parts that the portal relies on validated by `schema`. Throws `NoClearAnswer`
 * if they are missing: the SDK itself validates nothing.
 */
export async function answered<Schema extends z.core.$ZodType>(
  schema: Schema,
  call: Promise<unknown>,
): Promise<z.output<Schema>> {
  return parsed(schema, await ofForm(call))
}

/**
 * Every item of a list, page by page, each checked by `schema`. One that `fits` stays as ARM wrote it, with all that it
 * has. Throws `NoClearAnswer` after 200 pages.
 */
export async function allOf<Schema extends z.core.$ZodType>(
  schema: Schema,
  list: PagedList,
  fits?: (item: unknown) => item is z.output<Schema>,
): Promise<z.output<Schema>[]> {
  const items: z.output<Schema>[] = []
  const pages = list.byPage()
  for (let count = 0; ; count += 1) {
    const page = await ofForm(pages.next())
    if (page.done === true) return items
    if (count >= maxPages) throw new NoClearAnswer('form')
    for (const item of page.value) items.push(fits?.(item) ? item : parsed(schema, item))
  }
}

export interface PagedList {
  byPage(): AsyncIterator<unknown[], unknown>
}

/** The response, or undefined if ARM says that there is none or that the user has no permission to see it. */
export async function unlessHidden<T>(call: Promise<T>): Promise<T | undefined> {
  return call.catch((error: unknown) => {
    if (error instanceof ArmRefusal && (error.status === 404 || error.status === 403)) return undefined
    throw error
  })
}

/** The response, or undefined if ARM has no such resource. */
export async function ifThere<T>(call: Promise<T>): Promise<T | undefined> {
  return call.catch((error: unknown) => {
    if (error instanceof ArmRefusal && error.status === 404) return undefined
    throw error
  })
}

/** `value` according to `schema`. Throws `NoClearAnswer` if it is something else. */
export function parsed<Schema extends z.core.$ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = z.safeParse(schema, value)
  if (!result.success) throw new NoClearAnswer('form', { cause: result.error })
  return result.data
}

// The SDK stumbles with a TypeError, or its own RestError, over JSON that is not of ARM's form.
async function ofForm<T>(call: Promise<T>): Promise<T> {
  return call.catch((error: unknown) => {
    const stumbled = error instanceof TypeError || (error instanceof Error && error.name === 'RestError')
    throw stumbled ? new NoClearAnswer('form', { cause: error }) : error
  })
}
