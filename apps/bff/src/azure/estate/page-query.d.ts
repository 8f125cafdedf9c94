import { type PageRequest } from '@portal/portal-api'
import { type queryResourceGraphPage } from './resource-graph.ts'
/**
 * The query with `steps` in this order; its rows are sorted by `orders`. The ID is the last criterion, so that rows of
 * equal rank keep their place from page to page.
 */
export declare function pageQuery(
  { subscriptionId, direction, page, size }: PageRequest,
  {
    steps,
    orders,
  }: {
    steps: (string | false)[]
    orders: string[]
  },
): Parameters<typeof queryResourceGraphPage>[2]
/** The step that keeps the rows whose `expression` contains the search text, if there is one. */
export declare function searchStep(expression: string, search: string | undefined): string | false
