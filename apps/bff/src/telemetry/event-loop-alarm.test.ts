import { expect, it } from 'vitest'
import { eventLoopAlarm } from './event-loop-alarm.ts'
import { createLogger } from './log.ts'

it.each([
  ['is over the threshold', { p99: 40, max: 1_200 }, [1.2]],
  ['is at the threshold', { p99: 900, max: 1_000 }, []],
])('an event loop whose longest delay %s', (_, delays, alarms) => {
  const log: unknown[] = []
  const told: number[] = []
  const logger = createLogger('warn', { write: (line) => void log.push(JSON.parse(line)) })
  eventLoopAlarm({ thresholdMs: 1_000, logger, telemetry: { eventLoopDelayed: (longest) => told.push(longest) } })(
    delays,
  )
  expect(told).toEqual(alarms)
  expect(log).toEqual(
    alarms.map(() => expect.objectContaining({ event: 'event-loop-delayed', p99Ms: 40, maxMs: 1_200 }) as unknown),
  )
})
