import * as z from 'zod/mini'
import type { Azure } from '../arm/clients.ts'
/**
 * A query of the graph: in all the caller's subscriptions unless some are named. Text goes into `query` only through
 * `kqlText`.
 */
interface GraphQuery {
  query: string
  subscriptions?: string[]
}
/**
 * Every row that a query finds among what the caller can read, each validated with `schema`. The graph lags behind ARM
 * by up to a few minutes. https://learn.microsoft.com/rest/api/azureresourcegraph/resourcegraph/resources/resources
 */
export declare function queryResourceGraph<Schema extends z.ZodMiniType>(
  azure: Azure,
  schema: Schema,
  query: GraphQuery,
): Promise<z.output<Schema>[]>
/** `top` rows (at most 1000) of a query after `skip` others, and the total count. */
export declare function queryResourceGraphPage<Schema extends z.ZodMiniType>(
  azure: Azure,
  schema: Schema,
  {
    top,
    skip,
    ...query
  }: GraphQuery & {
    top: number
    skip: number
  },
): Promise<{
  total: number
  rows: z.output<Schema>[]
}>
/**
 * `text` as a literal of the query language, whatever it contains: it can't end the literal. Control characters, which
 * no name in Azure has, become blanks. https://learn.microsoft.com/kusto/query/scalar-data-types/string
 */
export declare function kqlText(text: string): string
export {}
