/** How often the log repeats what is still wrong. */
export const remindMs = 60_000

/** Decides when a lasting fault is reported: at once, when it changes, and then once a minute. */
export interface Reminder {
  /** whether `fault` should be reported now */
  isDue(fault: string): boolean
  /** the fault is over; returns whether there was one */
  end(): boolean
}

/** `now`: ms since 1970. */
export function reminder(now: () => number): Reminder {
  let last: { fault: string; at: number } | undefined
  return {
    isDue(fault) {
      if (last?.fault === fault && now() - last.at < remindMs) return false
      last = { fault, at: now() }
      return true
    },
    end() {
      const wasThere = last !== undefined
      last = undefined
      return wasThere
    },
  }
}
