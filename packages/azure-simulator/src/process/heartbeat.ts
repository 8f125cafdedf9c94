/** Asks a process again and again whether it is there. */
export interface Heartbeat {
  /** it has answered */
  beat(): void
  stop(): void
}

const everyMs = 250

/**
 * Calls `ping`, and `onSilence` if no response to one has arrived for `silenceMs`. It counts its own ticks and not the
 * clock: a suspended machine, or a busy process here, says nothing about the other one.
 */
export function startHeartbeat(of: { silenceMs: number; ping: () => void; onSilence: () => void }): Heartbeat {
  let waiting = 0
  let isWaiting = false
  const timer = setInterval(() => {
    if (!isWaiting) {
      isWaiting = true
      waiting = 0
      return of.ping()
    }
    waiting += everyMs
    if (waiting < of.silenceMs) return
    clearInterval(timer)
    of.onSilence()
  }, everyMs)
  return {
    beat() {
      isWaiting = false
    },
    stop: () => clearInterval(timer),
  }
}
