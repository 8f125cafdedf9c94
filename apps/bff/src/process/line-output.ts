import type { DestinationStream } from 'pino'
import { codeOf } from '../refusals/refusal.ts'
import { reminder } from './reminder.ts'

/** Where the log goes. Its destination can fail at any time: a full disk, a closed pipe, a reader that hangs. */
export interface LineOutput {
  /** Writes a line that can be lost: how many were lost is logged as soon as that is possible. Never throws. */
  write(line: string): void
  /** Writes a line now; throws the destination's error if that is not possible. */
  record(line: string): void
  /** Writes a line that must not be lost: to standard error at once, and here before any other line. Never throws. */
  keep(line: string): void
  /** Tries again what could not be written, and repeats on standard error that it still can't. */
  look(): void
  /** `log-not-written` while it can't be written, for /readyz and a metric */
  troubles(): string[]
}

interface Surroundings {
  /** writes a line to standard error */
  complain: (line: string) => void
  /** ms since 1970 */
  now?: () => number
}

/** Lines to `destination`, whose `write` throws if it does not take a complete line. */
export function lineOutput(destination: DestinationStream, { complain, now = Date.now }: Surroundings): LineOutput {
  const kept: string[] = []
  const reminded = reminder(now)
  let interruption: { reason: string; since: number; lost: number } | undefined

  // The order of what is written is the order in which it happened.
  function pass(lines: string[]): void {
    try {
      for (; kept[0] !== undefined; kept.shift()) destination.write(kept[0])
      if (interruption !== undefined) {
        const { reason, since, lost } = interruption
        destination.write(
          lineOf(now(), { event: 'log-interrupted', reason, since: new Date(since).toISOString(), lost }),
        )
      }
      interruption = undefined
      reminded.end()
      for (const line of lines) destination.write(line)
    } catch (error) {
      const reason = codeOf(error) ?? 'unknown'
      interruption ??= { reason, since: now(), lost: 0 }
      if (reminded.isDue(reason)) complain(lineOf(now(), { event: 'log-not-written', reason }))
      throw error
    }
  }

  const passes = (lines: string[]): boolean => {
    try {
      pass(lines)
      return true
    } catch {
      return false
    }
  }

  return {
    write(line) {
      if (!passes([line]) && interruption !== undefined) interruption.lost += 1
    },
    record: (line) => pass([line]),
    keep(line) {
      if (passes([line])) return
      kept.push(line)
      complain(line)
    },
    look() {
      if (interruption !== undefined) passes([])
    },
    troubles: () => (interruption === undefined ? [] : ['log-not-written']),
  }
}

// in the form of the log's other lines
function lineOf(now: number, facts: Record<string, unknown>): string {
  return `${JSON.stringify({ level: 'error', ts: new Date(now).toISOString(), ...facts })}\n`
}
