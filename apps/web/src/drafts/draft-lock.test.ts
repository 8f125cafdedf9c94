import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { draftLock, type DraftLock, type DraftOwner } from './draft-lock.ts'

const tabs: DraftLock[] = []

/** A tab that wants the draft; one that hangs gives nothing when it is asked. */
function openTab(name: string, { hangs = false } = {}) {
  const tab: { owner: DraftOwner; lock: DraftLock } = {
    owner: 'unknown',
    lock: draftLock(name, (owner) => {
      tab.owner = owner
      if (owner === 'anotherTab' && !hangs) tab.lock.give()
    }),
  }
  tabs.push(tab.lock)
  return tab
}

// Looks until it is so, and moves the clock of the timers meanwhile.
const become = (tab: { owner: DraftOwner }, owner: DraftOwner) =>
  vi.waitFor(() => expect(tab.owner).toBe(owner), { timeout: 10_000 })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  for (const lock of tabs.splice(0)) lock.end()
  vi.useRealTimers()
})

it('is the first tab’s; the second one is told so, and has it when the first is closed', async () => {
  const first = openTab('closed')
  await become(first, 'thisTab')
  const second = openTab('closed')
  await become(second, 'anotherTab')
  first.lock.end()
  await become(second, 'thisTab')
})

it('goes to the tab that asks for it, and back', async () => {
  const first = openTab('asked')
  await become(first, 'thisTab')
  const second = openTab('asked')
  for (const [asks, gives] of [
    [second, first],
    [first, second],
  ] as const) {
    await become(asks, 'anotherTab')
    asks.lock.takeOver()
    await become(asks, 'thisTab')
    await become(gives, 'anotherTab')
  }
})

it('is taken from a tab that hangs, and given to the next that asks', async () => {
  const first = openTab('hanging', { hangs: true })
  await become(first, 'thisTab')
  const second = openTab('hanging')
  await become(second, 'anotherTab')
  second.lock.takeOver()
  await become(second, 'thisTab')
  await become(first, 'anotherTab')
  first.lock.takeOver()
  await become(first, 'thisTab')
  await become(second, 'anotherTab')
})

it('is nobody else’s business: another draft is free', async () => {
  await become(openTab('one'), 'thisTab')
  await become(openTab('other'), 'thisTab')
})
