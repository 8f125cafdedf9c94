// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { endWhenInactive, inactiveMs, isInactivityNear, subscribeToInactivity, warningMs } from './inactivity.ts'

let stop: () => void
let ended: number

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: Date.parse('2026-11-26T09:00:00Z') })
  ended = 0
})
afterEach(() => {
  stop()
  vi.useRealTimers()
  sessionStorage.clear()
})

const start = (options?: { justArrived: boolean }) => {
  stop = endWhenInactive(() => (ended += 1), options)
}
const press = () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }))

describe('an hour without a touch', () => {
  it('ends the sign-in once, after a warning', () => {
    start()
    const told: boolean[] = []
    const leave = subscribeToInactivity(() => told.push(isInactivityNear()))
    vi.advanceTimersByTime(inactiveMs - warningMs - 20_000)
    expect([told, ended]).toEqual([[], 0])
    vi.advanceTimersByTime(20_000)
    expect([told, ended]).toEqual([[true], 0])
    vi.advanceTimersByTime(warningMs)
    expect([told, ended]).toEqual([[true, false], 1])
    vi.advanceTimersByTime(inactiveMs - warningMs - 20_000)
    expect([told, ended]).toEqual([[true, false], 1])
    leave()
  })

  it.each(['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'])('begins anew with a %s', (sign) => {
    start()
    vi.advanceTimersByTime(inactiveMs - 30_000)
    expect(isInactivityNear()).toBe(true)
    window.dispatchEvent(new Event(sign))
    expect(isInactivityNear()).toBe(false)
    vi.advanceTimersByTime(inactiveMs - 30_000)
    expect(ended).toBe(0)
    vi.advanceTimersByTime(30_000)
    expect(ended).toBe(1)
  })

  it('is over where the machine slept through it, and a touch after it does not undo that', () => {
    start()
    vi.setSystemTime(Date.now() + 8 * inactiveMs)
    press()
    expect(ended).toBe(1)
  })

  it('is over where the browser brings the tab back after it', () => {
    start()
    press()
    stop()
    vi.setSystemTime(Date.now() + inactiveMs)
    start()
    expect(ended).toBe(1)
  })

  it('begins with a sign-in, however long that took', () => {
    start()
    press()
    stop()
    vi.setSystemTime(Date.now() + 2 * inactiveMs)
    start({ justArrived: true })
    expect(ended).toBe(0)
    vi.advanceTimersByTime(inactiveMs)
    expect(ended).toBe(1)
  })

  it('ends nothing here while another tab is used', async () => {
    start()
    vi.advanceTimersByTime(inactiveMs - 30_000)
    const near = isInactivityNear()
    const gone = new Promise<void>((resolve) => {
      const leave = subscribeToInactivity(() => {
        leave()
        resolve()
      })
    })
    const otherTab = new BroadcastChannel('activity')
    otherTab.postMessage(null)
    await gone
    otherTab.close()
    expect([near, isInactivityNear()]).toEqual([true, false])
    vi.advanceTimersByTime(inactiveMs - 30_000)
    expect(ended).toBe(0)
  })
})

it('tells the other tabs at most every ten seconds', async () => {
  const heard: unknown[] = []
  const otherTab = new BroadcastChannel('activity')
  const all = Promise.withResolvers<void>()
  otherTab.onmessage = ({ data }) => {
    if (data === 'all') all.resolve()
    else heard.push(data)
  }
  start()
  press()
  press()
  vi.advanceTimersByTime(9_000)
  press()
  vi.advanceTimersByTime(1_000)
  press()
  const third = new BroadcastChannel('activity')
  third.postMessage('all')
  await all.promise
  third.close()
  otherTab.close()
  expect(heard).toHaveLength(2)
})
