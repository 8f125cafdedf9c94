import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { RefusalEvent } from '../refusals/refusal.ts'
import { createLogger } from './log.ts'
import { summedLines, type SummedLines } from './summed-lines.ts'

let log: unknown[]
let counted: string[]
let lines: SummedLines

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  log = []
  counted = []
  const write = (line: string) => {
    const { ts: _, ...rest } = JSON.parse(line) as Record<string, unknown>
    log.push(rest)
  }
  const telemetry = { eventLogged: (event: string) => void counted.push(event) }
  lines = summedLines(createLogger('info', { write }), telemetry)
})
afterEach(() => void vi.useRealTimers())

const refusal = (address: string, event = 'rate-limited'): RefusalEvent => ({ level: 'warn', event, address })

it('the first line of each sender is written at once, with its details, and a minute later how many more there were', () => {
  for (let time = 0; time < 1_000; time += 1) lines.write(refusal('192.0.2.1'), { correlationId: `c${time}` })
  lines.write(refusal('192.0.2.2'), { correlationId: 'other' })
  const first = [
    { ...refusal('192.0.2.1'), correlationId: 'c0' },
    { ...refusal('192.0.2.2'), correlationId: 'other' },
  ]
  expect(log).toEqual(first)
  vi.advanceTimersByTime(60_000)
  expect(log).toEqual([...first, { ...refusal('192.0.2.1'), more: 999 }])
  vi.advanceTimersByTime(600_000)
  expect(log).toHaveLength(3)
})

it('each minute begins anew', () => {
  for (let time = 0; time < 3; time += 1) {
    lines.write(refusal('192.0.2.1'))
    vi.advanceTimersByTime(60_000)
  }
  expect(log).toEqual([refusal('192.0.2.1'), refusal('192.0.2.1'), refusal('192.0.2.1')])
})

it('of a thousand senders, twenty have a line of their own for each event, and all are counted', () => {
  for (let sender = 0; sender < 1_000; sender += 1) lines.write(refusal(`sender ${sender}`))
  lines.write(refusal('sender 0', 'token-refused'))
  lines.write(refusal('sender 0'))
  lines.close()
  expect(log).toHaveLength(20 + 1 + 2)
  expect(log).toContainEqual({ level: 'warn', event: 'rate-limited', of: 'others', more: 980 })
  expect(log).toContainEqual({ ...refusal('sender 0'), more: 1 })
  expect(counted).toHaveLength(1_002)
})

it('what is not at its minute’s end yet is written when the server ends', () => {
  for (let time = 0; time < 5; time += 1) lines.write(refusal('192.0.2.1'))
  lines.close()
  expect(log).toEqual([refusal('192.0.2.1'), { ...refusal('192.0.2.1'), more: 4 }])
  expect(vi.getTimerCount()).toBe(0)
})
