import type * as z from 'zod/mini'

/** What was kept as JSON, or undefined where that is nothing or of another form. */
export function keptAs<Kept>(schema: z.ZodMiniType<Kept>, text: string | undefined): Kept | undefined {
  if (text === undefined) return undefined
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
