import type { Operation } from '../operation.ts'
import type { Tenant } from '../world.ts'

const most = 1_000
// They contain everything that a deployment would change.
const mostWhatIfs = 5

/**
 * Adds an operation; if there are many, the oldest finished ones are removed, as Azure removes them after some days.
 */
export function keepOperation({ operations, clock }: Tenant, operation: Operation): void {
  operations.set(operation.id, operation)
  if (operation.family === 'whatIf') {
    const whatIfs = [...operations.values()].filter(({ family }) => family === 'whatIf')
    for (const { id } of whatIfs.slice(0, -mostWhatIfs)) operations.delete(id)
  }
  if (operations.size <= most) return
  const now = clock.now()
  for (const { id, endsAt } of operations.values()) {
    if (operations.size <= most) return
    if (endsAt <= now) operations.delete(id)
  }
}
