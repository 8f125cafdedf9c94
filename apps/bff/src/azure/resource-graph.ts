import * as z from 'zod/mini'
import { allOf, answered } from './answered.ts'
import { armUrl } from './arm-request.ts'
import type { Azure } from './clients.ts'

const apiVersion = '2024-04-01'

const graphPage = z.object({ data: z.array(z.unknown()), $skipToken: z.nullish(z.string()) })

/**
 * Every row that a query finds among what the caller may read, each checked by `schema`; in all their subscriptions
 * unless some are named. The graph lags behind ARM by up to some minutes. Text goes into a query by `kqlText` only.
 * https://learn.microsoft.com/rest/api/azureresourcegraph/resourcegraph/resources/resources
 */
export function queryResourceGraph<Schema extends z.ZodMiniType>(
  azure: Azure,
  schema: Schema,
  { query, subscriptions }: { query: string; subscriptions?: string[] },
): Promise<z.output<Schema>[]> {
  const url = armUrl('/providers/Microsoft.ResourceGraph/resources', { 'api-version': apiVersion })
  return allOf(schema, {
    async *byPage() {
      for (let skipToken: string | null | undefined = ''; typeof skipToken === 'string';) {
        const options = { resultFormat: 'objectArray', ...(skipToken !== '' && { $skipToken: skipToken }) }
        const body = { query, options, ...(subscriptions && { subscriptions }) }
        const page: z.output<typeof graphPage> = await answered(graphPage, azure.send({ method: 'POST', url, body }))
        yield page.data
        skipToken = page.$skipToken
      }
    },
  })
}

/** `text` as a literal of the query language. https://learn.microsoft.com/kusto/query/scalar-data-types/string */
export function kqlText(text: string): string {
  return `'${text.replaceAll('\\', String.raw`\\`).replaceAll("'", String.raw`\'`)}'`
}
