import type { RefusalEvent } from '../refusals/refusal.ts'
import type { Logger } from './log.ts'
import type { Telemetry } from './telemetry-events.ts'

/** The lines of the log that a sender can cause repeatedly, even without signing in. */
export interface SummedLines {
  /**
   * Writes `line`, and counts it. If the same line was written within the last minute, it is only counted, and one line
   * at the end of the minute has the number (`more`). `details` are written with it, but do not distinguish lines: the
   * correlation ID, for example.
   */
  write(line: RefusalEvent, details?: Record<string, unknown>): void
  /** Writes the numbers so far. */
  close(): void
}

const minute = 60_000
// different lines of an event in a minute: beyond them, only their number is written
const mostOfEvent = 20

interface Sum {
  line: RefusalEvent
  more: number
}

/** Sums the lines in `logger`; `telemetry` counts each of them. Lines of the level debug are written one by one. */
export function summedLines(logger: Logger, telemetry: Pick<Telemetry, 'eventLogged'>): SummedLines {
  const sums = new Map<string, Map<string, Sum>>()
  let clock: NodeJS.Timeout | undefined

  function writeSums(): void {
    clearTimeout(clock)
    clock = undefined
    for (const { line, more } of [...sums.values()].flatMap((ofEvent) => [...ofEvent.values()])) {
      const { level, ...facts } = line
      if (more > 0) logger[level]({ ...facts, more })
    }
    sums.clear()
  }

  return {
    write(line, details) {
      const { level, ...facts } = line
      if (level === 'debug') return logger.debug({ ...facts, ...details })
      telemetry.eventLogged(line.event)
      clock ??= setTimeout(writeSums, minute).unref()
      const ofEvent = sums.get(line.event) ?? new Map<string, Sum>()
      sums.set(line.event, ofEvent)
      const key = JSON.stringify(facts)
      const isNew = !ofEvent.has(key)
      if (isNew && ofEvent.size < mostOfEvent) {
        ofEvent.set(key, { line, more: 0 })
        return logger[level]({ ...facts, ...details })
      }
      const others = { line: { level, event: line.event, of: 'others' }, more: 0 }
      const sum = ofEvent.get(isNew ? 'others' : key) ?? others
      sum.more += 1
      if (isNew) ofEvent.set('others', sum)
    },
    close: writeSums,
  }
}
