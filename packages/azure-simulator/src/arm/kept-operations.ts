import type { Operation } from '../operation.ts'
import type { Tenant } from '../world.ts'

const most = 1_000
// They hold what a deployment would change, all of it.
const mostForecasts = 5

/**
 * Enters an operation; the oldest of those that are over go where there are many, as Azure forgets them after some
 * days.
 */
export function keepOperation({ operations, clock }: Tenant, operation: Operation): void {
  operations.set(operation.id, operation)
  if (operation.family === 'whatIf') {
    const forecasts = [...operations.values()].filter(({ family }) => family === 'whatIf')
    for (const { id } of forecasts.slice(0, -mostForecasts)) operations.delete(id)
  }
  if (operations.size <= most) return
  const now = clock.now()
  for (const { id, endsAt } of operations.values()) {
    if (operations.size <= most) return
    if (endsAt <= now) operations.delete(id)
  }
}
