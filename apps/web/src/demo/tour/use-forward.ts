import { useState } from 'react'

// A replication of some minutes, seen in a few steps. What the pages then read is within what the portal answers.
const moves = [2.5, 2.4, 8]
const pauseMs = 1200

/** Moves time on in a few steps, with a pause after each to look at. */
export function useForward(send: (minutes: number) => Promise<unknown>) {
  const [isRunning, setRunning] = useState(false)
  const run = async () => {
    setRunning(true)
    try {
      for (const [index, minutes] of moves.entries()) {
        if (index > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs))
        await send(minutes)
      }
    } catch {
      // The bar says why.
    } finally {
      setRunning(false)
    }
  }
  return { isRunning, run: () => void run() }
}
