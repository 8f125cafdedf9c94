import type { ManualClock } from '@portal/azure-simulator'
import { vi } from 'vitest'

/**
 * The response to a request that waits for Azure's work. The clock moves until it arrives: Azure might have received a
 * request and not started its work yet, which counts from the moment it starts.
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
