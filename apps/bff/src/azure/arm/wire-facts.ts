import { resourceNameOf, tryParseResourceId } from '@portal/arm'
import * as z from 'zod/mini'

// What ARM's answers for the several kinds of sources have in common.

export const trackedResource = {
  id: z.string(),
  name: z.string(),
  location: z.string(),
  provisioningState: z.optional(z.string()),
}

export const osType = z.nullish(z.enum(['Linux', 'Windows']))
export const hyperVGeneration = z.nullish(z.enum(['V1', 'V2']))
export const subResource = z.nullish(z.object({ id: z.optional(z.string()) }))

type Defined<T> = { [K in keyof T]?: NonNullable<T[K]> }

/** `facts` without those that Azure leaves out or answers as null. */
export function defined<T extends object>(facts: T): Defined<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the filter makes it so, and Object.fromEntries cannot say it
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== null && value !== undefined),
  ) as Defined<T>
}

/** The name of the resource with that ID; `otherwise` if there is none. */
export function nameInId(id: string | null | undefined, otherwise: string): string {
  const parsed = tryParseResourceId(id ?? '')
  return parsed === undefined ? otherwise : resourceNameOf(parsed)
}
