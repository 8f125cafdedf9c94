import { regionName } from '@portal/arm'
import { rowsPerPage, type PageRequest } from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../arm/clients.ts'
import { kqlText, queryResourceGraphPage } from '../arm/resource-graph.ts'
import { parseSubscriptionId } from '../subscriptions/subscription-id.ts'

/** The page of a list that is asked for, the steps of its query in their order, and the criteria that sort its rows. */
interface ListQuery {
  asked: PageRequest
  steps: (string | false)[]
  orders: string[]
}

/** The query of a page. The ID is the last criterion, so that rows of equal rank keep their place from page to page. */
export function pageQuery({ asked, steps, orders }: ListQuery): Parameters<typeof queryResourceGraphPage>[2] {
  const { subscriptionId, direction, page, size = rowsPerPage } = asked
  const order = [...orders, 'tolower(id)'].map((expression) => `${expression} ${direction}`).join(', ')
  return {
    query: ['Resources', ...steps.filter((step) => step !== false), `order by ${order}`].join('\n| '),
    ...(subscriptionId !== undefined && { subscriptions: [parseSubscriptionId(subscriptionId)] }),
    top: size,
    skip: page * size,
  }
}

/** A page of rows, each checked by `row`. */
export function queryPage<Row extends z.ZodMiniType>(
  azure: Azure,
  row: Row,
  query: ListQuery,
): Promise<{ total: number; rows: z.output<Row>[] }> {
  return queryResourceGraphPage(azure, row, pageQuery(query))
}

/**
 * The row of a list as the graph has it, if the columns have the names of its fields: an optional field without text is
 * left out, and its region has its short name.
 */
export function graphRow<Fields extends z.core.$ZodShape>(row: z.ZodMiniObject<Fields>) {
  const isOptional = (field: string) => row.shape[field] instanceof z.ZodMiniOptional
  const ofGraph = z.transform((cells: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(cells)
        .filter(([field, value]) => value !== '' || !isOptional(field))
        .map(([field, value]) => [
          field,
          field === 'location' && typeof value === 'string' ? regionName(value) : value,
        ]),
    ),
  )
  return z.pipe(z.pipe(z.record(z.string(), z.unknown()), ofGraph), z.object(row.shape))
}

/** The step that keeps the rows whose `expression` contains the search text, if there is one. */
export function searchStep(expression: string, search: string | undefined): string | false {
  const wanted = search?.trim() ?? ''
  return wanted !== '' && `where ${expression} contains ${kqlText(wanted)}`
}
