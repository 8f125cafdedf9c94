import { rowsPerPage, type PageRequest } from '@portal/portal-api'
import { kqlText, type queryResourceGraphPage } from '../arm/resource-graph.ts'
import { parseSubscriptionId } from '../subscriptions/subscription-id.ts'

/**
 * The query with `steps` in this order; its rows are sorted by `orders`. The ID is the last criterion, so that rows of
 * equal rank keep their place from page to page.
 */
export function pageQuery(
  { subscriptionId, direction, page, size = rowsPerPage }: PageRequest,
  { steps, orders }: { steps: (string | false)[]; orders: string[] },
): Parameters<typeof queryResourceGraphPage>[2] {
  const order = [...orders, 'tolower(id)'].map((expression) => `${expression} ${direction}`).join(', ')
  return {
    query: ['Resources', ...steps.filter((step) => step !== false), `order by ${order}`].join('\n| '),
    ...(subscriptionId !== undefined && { subscriptions: [parseSubscriptionId(subscriptionId)] }),
    top: size,
    skip: page * size,
  }
}

/** The step that keeps the rows whose `expression` contains the search text, if there is one. */
export function searchStep(expression: string, search: string | undefined): string | false {
  const wanted = search?.trim() ?? ''
  return wanted !== '' && `where ${expression} contains ${kqlText(wanted)}`
}
