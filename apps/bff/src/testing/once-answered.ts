import type { ManualClock } from '@portal/azure-simulator'
import { vi } from 'vitest'

/**
 * The answer to what waits for work of Azure's. The clock moves until it is there: Azure may have received a request
 * and not begun its work yet, which then counts from the moment it begins.
 */
export async function onceAnswered<T>(reply: Promise<T>, clock: ManualClock): Promise<T> {
  let isAnswered = false
  const settled = () => (isAnswered = true)
  reply.then(settled, settled)
  await vi.waitUntil(
    () => {
      clock.advance(1000)
      return isAnswered
    },
    { timeout: 15_000, interval: 100 },
  )
  return reply
}
