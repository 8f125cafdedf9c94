import * as z from 'zod/mini'

/** Rows in a page of every list. */
export const rowsPerPage = 100

/**
 * The most rows that one query returns, for a file of all of them:
 * https://learn.microsoft.com/azure/governance/resource-graph/concepts/work-with-data
 */
export const mostRowsPerPage = 1000

/** Letters of a search: as many as the longest name has. */
export const longestSearch = 90

/** Which resources a list is about. */
export const estatePart = {
  /** of one subscription only */
  subscriptionId: z.optional(z.string()),
  /** text that a name contains; blank: all */
  search: z.optional(z.string().check(z.maxLength(longestSearch))),
}

/** The parameters of every list. */
export const estatePage = {
  ...estatePart,
  direction: z.enum(['asc', 'desc']),
  /** from 0 */
  page: z.coerce.number<number>().check(z.int(), z.minimum(0), z.maximum(10_000)),
  /** rows in each page; `rowsPerPage` unless given */
  size: z.optional(z.coerce.number<number>().check(z.int(), z.minimum(1), z.maximum(mostRowsPerPage))),
}

/** A page of rows, and how many rows all pages have together. */
export function pageOf<Row extends z.ZodMiniType>(row: Row) {
  return z.strictObject({ total: z.number(), rows: z.array(row) })
}
