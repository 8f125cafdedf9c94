import * as z from 'zod/mini'

/**
 * How long ago a version was published, or a machine or disk was created, by Azure's clock: less than 30 days, 90 days,
 * a year, or longer; `unknown` if Azure has no date of it.
 */
export const age = z.enum(['month', 'quarter', 'year', 'older', 'unknown'])
export type Age = z.infer<typeof age>
