import { useEffect, useState } from 'react'

/**
 * Milliseconds until `end` (ISO 8601, in real time: a person waits for it), in whole seconds, second by second; 0 once
 * it is over, or without an end.
 */
export function useTimeLeft(end: string | undefined): number {
  const [now, setNow] = useState(Date.now)
  const left = end === undefined ? 0 : Date.parse(end) - now
  const isOver = !(left > 0)
  useEffect(() => {
    if (isOver) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [isOver])
  return isOver ? 0 : Math.ceil(left / 1000) * 1000
}
