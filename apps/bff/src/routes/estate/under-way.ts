import * as api from '@portal/portal-api'
import { underWayReader } from '../../azure/deployments/under-way.ts'
import { route } from '../route.ts'

/** Azure's operations in progress; `now` is in ms. */
export function underWayRoutes(now: () => number) {
  const read = underWayReader(now)
  return [route(api.listUnderWay, (_, asker) => read(asker))]
}
