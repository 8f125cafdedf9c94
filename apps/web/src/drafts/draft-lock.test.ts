import { afterEach, expect, it, vi } from 'vitest'
import { draftLock, type DraftLock, type DraftOwner } from './draft-lock.ts'

const tabs: DraftLock[] = []

/** A tab that requests the draft; a hanging tab does not release it. */
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

const soon = { timeout: 10_000, interval: 20 }

afterEach(() => {
  vi.restoreAllMocks()
  for (const lock of tabs.splice(0)) lock.end()
})

it('is the first tab’s; the second one is told so, and has it when the first is closed', async () => {
  const first = openTab('closed')
  await expect.poll(() => first.owner, soon).toBe('thisTab')
  const second = openTab('closed')
  await expect.poll(() => second.owner, soon).toBe('anotherTab')
  first.lock.end()
  await expect.poll(() => second.owner, soon).toBe('thisTab')
})

it('goes to the tab that asks for it, and back', async () => {
  const first = openTab('asked')
  await expect.poll(() => first.owner, soon).toBe('thisTab')
  const second = openTab('asked')
  for (const [asks, gives] of [
    [second, first],
    [first, second],
  ] as const) {
    await expect.poll(() => asks.owner, soon).toBe('anotherTab')
    asks.lock.takeOver()
    await expect.poll(() => asks.owner, soon).toBe('thisTab')
    await expect.poll(() => gives.owner, soon).toBe('anotherTab')
  }
})

it('is taken from a tab that hangs, and given to the next that asks', async () => {
  const first = openTab('hanging', { hangs: true })
  await expect.poll(() => first.owner, soon).toBe('thisTab')
  const second = openTab('hanging')
  await expect.poll(() => second.owner, soon).toBe('anotherTab')
  second.lock.takeOver()
  await expect.poll(() => second.owner, soon).toBe('thisTab')
  await expect.poll(() => first.owner, soon).toBe('anotherTab')
  first.lock.takeOver()
  await expect.poll(() => first.owner, soon).toBe('thisTab')
  await expect.poll(() => second.owner, soon).toBe('anotherTab')
})

it('is nobody else’s business: another draft is free', async () => {
  for (const tab of [openTab('one'), openTab('other')]) await expect.poll(() => tab.owner, soon).toBe('thisTab')
})

it('is asked for once by a document that goes away, to which the browser gives no lock', async () => {
  const refusal = new DOMException('The document is not fully active', 'InvalidStateError')
  // The last one is never answered, so that asking without end fails the test instead of hanging it.
  const request = vi.spyOn(navigator.locks, 'request').mockReturnValue(new Promise(() => {}))
  for (let time = 0; time < 20; time++) request.mockRejectedValueOnce(refusal)
  const tab = openTab('going away')
  await new Promise((resolve) => setTimeout(resolve))
  expect(request).toHaveBeenCalledTimes(1)
  expect(tab.owner).toBe('unknown')
})
