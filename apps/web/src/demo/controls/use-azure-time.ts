import { useEffect, useState } from 'react'

/**
 * The simulated Azure's time, ISO 8601, every second: from its `now`, received at `receivedAt` (ms since 1970 in real
 * time), it runs `rate` times as fast as the real one. Null: it stands still until it is moved by hand.
 */
export function useAzureTime({ now, rate }: { now: string; rate: number | null }, receivedAt: number): string {
  const [realNow, setRealNow] = useState(receivedAt)
  useEffect(() => {
    if (rate === null) return
    const timer = setInterval(() => setRealNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [rate])
  const passed = Math.max(0, realNow - receivedAt) * (rate ?? 0)
  return new Date(Date.parse(now) + passed).toISOString()
}
