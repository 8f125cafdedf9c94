import { beforeEach, expect, it, vi } from 'vitest'
import type { AudienceMessage, PresenterCommand } from '../presenting/messages.ts'
import { presenterLine, type LineState } from './presenter-line.ts'

const posted: PresenterCommand[] = []
let receive: (data: unknown) => void = () => {}
let release: () => void = () => {}

beforeEach(() => {
  posted.length = 0
  class Channel {
    postMessage(message: PresenterCommand) {
      posted.push(message)
    }
    close() {}
    set onmessage(listener: (event: { data: unknown }) => void) {
      receive = (data) => listener({ data })
    }
  }
  vi.stubGlobal('BroadcastChannel', Channel)
  const request = (_name: string, _options: LockOptions, granted: () => void) =>
    new Promise<void>((resolve) => {
      release = () => resolve(granted())
    })
  vi.stubGlobal('navigator', { locks: { request } })
})

const seen: AudienceMessage = {
  type: 'state',
  title: 'Home',
  world: { me: 'a', people: [], clock: { now: '2026-11-24T09:00:00Z', rate: null }, underWay: 0 },
  receivedAt: 0,
}
const done = (outcome: 'done' | 'noWorld' = 'done') => {
  const last = posted.at(-1)
  receive({ type: 'done', id: last !== undefined && 'id' in last ? last.id : '', outcome })
}
const start = (page: string) => ({ type: 'start', checkpoint: { page } }) as const
const pages = () => posted.flatMap((one) => (one.type === 'start' ? one.checkpoint.page : []))

function line() {
  let state: LineState | undefined
  const opened = presenterLine('pair', (next) => {
    state = next
  })
  return { ...opened, state: () => state }
}

it('of several steps that are started at once, the last one follows the first', () => {
  const { send } = line()
  receive(seen)
  for (const page of ['/', '/estate', '/galleries']) send(start(page))
  expect(pages()).toEqual(['/'])
  done()
  expect(pages()).toEqual(['/', '/galleries'])
})

it('says that the window has gone, and starts there what it has not heard once it is back', () => {
  const { send, state } = line()
  receive(seen)
  send(start('/'))
  release()
  expect(state()).toMatchObject({ isConnected: false, isBusy: false, seen: { title: 'Home' } })
  receive(seen)
  expect(pages()).toEqual(['/', '/'])
  done()
  release()
  receive(seen)
  expect(pages()).toEqual(['/', '/'])
})

it('sends no reset, person or clock to a window that comes later', () => {
  const { send } = line()
  send({ type: 'reset' })
  receive(seen)
  expect(posted.map(({ type }) => type)).toEqual(['hello'])
})

it('says why a command was not done, until the next one', () => {
  const { send, state } = line()
  receive(seen)
  send(start('/'))
  done('noWorld')
  expect(state()).toMatchObject({ isBusy: false, fault: 'noWorld' })
  send(start('/'))
  expect(state()).toMatchObject({ isBusy: true, fault: undefined })
})

it('takes nothing else for an answer', () => {
  const { state } = line()
  for (const data of ['state', { type: 'state' }, { ...seen, text: 'more' }, { type: 'done', id: 1 }]) receive(data)
  expect(state()).toBeUndefined()
})
