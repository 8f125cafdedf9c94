import * as z from 'zod/mini'

/** A date of ARM's JSON, in any form of ISO 8601 that it answers. */
export const armDate = z.string().check(z.refine((date) => !Number.isNaN(Date.parse(date))))
