import * as api from '@portal/portal-api'
import { operationOutcome } from '../../azure/under-way/operation-outcome.ts'
import { underWayReader } from '../../azure/under-way/under-way.ts'
import { route } from '../route.ts'

/** Azure's operations in progress, and what has become of one; `now` is in ms. */
export function underWayRoutes(now: () => number) {
  const read = underWayReader(now)
  return [
    route(api.listUnderWay, (_, asker) => read(asker)),
    route(api.getOperationOutcome, (asked, { azure }) => operationOutcome(azure, asked)),
  ]
}
