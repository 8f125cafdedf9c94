import { afterEach, expect, it } from 'vitest'
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

const ownerFor = (tab: { owner: DraftOwner }) => expect.poll(() => tab.owner, { timeout: 10_000, interval: 20 })

afterEach(() => {
  for (const lock of tabs.splice(0)) lock.end()
})

it('is the first tab’s; the second one is told so, and has it when the first is closed', async () => {
  const first = openTab('closed')
  await ownerFor(first).toBe('thisTab')
  const second = openTab('closed')
  await ownerFor(second).toBe('anotherTab')
  first.lock.end()
  await ownerFor(second).toBe('thisTab')
})

it('goes to the tab that asks for it, and back', async () => {
  const first = openTab('asked')
  await ownerFor(first).toBe('thisTab')
  const second = openTab('asked')
  for (const [asks, gives] of [
    [second, first],
    [first, second],
  ] as const) {
    await ownerFor(asks).toBe('anotherTab')
    asks.lock.takeOver()
    await ownerFor(asks).toBe('thisTab')
    await ownerFor(gives).toBe('anotherTab')
  }
})

it('is taken from a tab that hangs, and given to the next that asks', async () => {
  const first = openTab('hanging', { hangs: true })
  await ownerFor(first).toBe('thisTab')
  const second = openTab('hanging')
  await ownerFor(second).toBe('anotherTab')
  second.lock.takeOver()
  await ownerFor(second).toBe('thisTab')
  await ownerFor(first).toBe('anotherTab')
  first.lock.takeOver()
  await ownerFor(first).toBe('thisTab')
  await ownerFor(second).toBe('anotherTab')
})

it('is nobody else’s business: another draft is free', async () => {
  await ownerFor(openTab('one')).toBe('thisTab')
  await ownerFor(openTab('other')).toBe('thisTab')
})
