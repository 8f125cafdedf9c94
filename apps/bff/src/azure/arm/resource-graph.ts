import { apiVersions } from '@portal/arm'
import * as z from 'zod/mini'
import { armUrl } from './arm-request.ts'
import type { Azure } from './clients.ts'
import { allOf, answered } from './sdk-answers.ts'

/**
 * A query of the graph: in all the caller's subscriptions unless some are named. Text goes into `query` only through
 * `kqlText`.
 */
interface GraphQuery {
  query: string
  subscriptions?: string[]
}

const graphPage = z.object({ data: z.array(z.unknown()), $skipToken: z.nullish(z.string()) })

/**
 * Every row that a query finds among what the caller can read, each validated with `schema`. The graph lags behind ARM
 * by up to a few minutes. https://learn.microsoft.com/rest/api/azureresourcegraph/resourcegraph/resources/resources
 */
export function queryResourceGraph<Schema extends z.ZodMiniType>(
  azure: Azure,
  schema: Schema,
  query: GraphQuery,
): Promise<z.output<Schema>[]> {
  return allOf(schema, {
    async *byPage() {
      for (let skipToken: string | null | undefined = ''; typeof skipToken === 'string';) {
        const options = skipToken === '' ? {} : { $skipToken: skipToken }
        const page: z.output<typeof graphPage> = await askGraph(azure, graphPage, { ...query, options })
        yield page.data
        skipToken = page.$skipToken
      }
    },
  })
}

/** `top` rows (at most 1000) of a query after `skip` others, and the total count. */
export async function queryResourceGraphPage<Schema extends z.ZodMiniType>(
  azure: Azure,
  schema: Schema,
  { top, skip, ...query }: GraphQuery & { top: number; skip: number },
): Promise<{ total: number; rows: z.output<Schema>[] }> {
  const page = z.object({ totalRecords: z.number(), data: z.array(schema) })
  const { totalRecords, data } = await askGraph(azure, page, { ...query, options: { $top: top, $skip: skip } })
  return { total: totalRecords, rows: data }
}

function askGraph<Schema extends z.ZodMiniType>(
  azure: Azure,
  schema: Schema,
  { options, ...query }: GraphQuery & { options: object },
): Promise<z.output<Schema>> {
  const url = armUrl('/providers/Microsoft.ResourceGraph/resources', {
    'api-version': apiVersions.resourceGraph.version,
  })
  const body = { ...query, options: { resultFormat: 'objectArray', ...options } }
  return answered(schema, azure.send({ method: 'POST', url, body }))
}

const controls = /\p{Cc}/gu

/**
 * `text` as a literal of the query language, whatever it contains: it can't end the literal. Control characters, which
 * no name in Azure has, become blanks. https://learn.microsoft.com/kusto/query/scalar-data-types/string
 */
export function kqlText(text: string): string {
  return `'${text.replaceAll(controls, ' ').replaceAll(/['\\]/g, String.raw`\$&`)}'`
}
