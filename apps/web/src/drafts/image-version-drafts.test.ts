// @vitest-environment happy-dom
import { blankPlan } from '@portal/image-version'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { removeAllStoredFor } from './account-storage.ts'
import { browserStorage } from './browser-storage.ts'
import { requestedDraft, imageVersionDraft, startedPreparation } from './image-version-drafts.ts'

const definition = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/galleries/a/images/b'
const plan = { ...blankPlan(definition), name: '1.2.3' }
const draft = { plan, batchSize: 2 }

beforeEach(() => {
  vi.restoreAllMocks()
  for (const person of ['ada', 'ben']) removeAllStoredFor(person)
  window.localStorage.clear()
})

describe('a draft', () => {
  it('comes back to the account and definition it was kept for, however the id is spelled', () => {
    imageVersionDraft('ada@home', definition).save(draft)
    expect(imageVersionDraft('ada@home', definition.toUpperCase()).load()).toEqual(draft)
    for (const other of ['ben@home', 'ada@elsewhere'])
      expect(imageVersionDraft(other, definition).load()).toBeUndefined()
    expect(imageVersionDraft('ada@home', `${definition}2`).load()).toBeUndefined()
  })

  it('is gone once removed', () => {
    imageVersionDraft('ada@home', definition).save(draft)
    imageVersionDraft('ada@home', definition).remove()
    expect(imageVersionDraft('ada@home', definition).load()).toBeUndefined()
  })

  it.each([
    ['broken JSON', '{'],
    ['a plan of another form', JSON.stringify({ ...draft, plan: { ...plan, name: 7 } })],
    ['a plan of an older portal', JSON.stringify(plan)],
    ['a plan with a field that is not known', JSON.stringify({ ...draft, plan: { ...plan, extra: 1 } })],
  ])('that is %s is dropped', (_, text) => {
    imageVersionDraft('ada@home', definition).save(draft)
    const [key = ''] = Object.keys(localStorage).filter((name) => name.startsWith('draft:'))
    localStorage.setItem(key, text)
    expect(imageVersionDraft('ada@home', definition).load()).toBeUndefined()
    expect(localStorage.getItem(key)).toBeNull()
  })

  it('lives as long as the page where storage is full or blocked, and says so', () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('The browser blocks storage', 'SecurityError')
    })
    const told = vi.fn()
    const stop = browserStorage.subscribe(told)
    imageVersionDraft('ada@home', definition).save(draft)
    stop()
    expect(told).toHaveBeenCalled()
    expect(browserStorage.isLasting()).toBe(false)
    expect(imageVersionDraft('ada@home', definition).load()).toEqual(draft)
  })
})

describe('signing out', () => {
  it('removes drafts and asked plans of that person in every directory, and of nobody else', () => {
    for (const account of ['ada@home', 'ada@elsewhere', 'ben@home']) {
      imageVersionDraft(account, definition).save(draft)
      requestedDraft(account, `${definition}/versions/1.2.3`).save(draft)
    }
    removeAllStoredFor('ada')
    for (const account of ['ada@home', 'ada@elsewhere']) {
      expect(imageVersionDraft(account, definition).load()).toBeUndefined()
      expect(requestedDraft(account, `${definition}/versions/1.2.3`).load()).toBeUndefined()
    }
    expect(imageVersionDraft('ben@home', definition).load()).toEqual(draft)
    expect(requestedDraft('ben@home', `${definition}/VERSIONS/1.2.3`).load()).toEqual(draft)
  })
})

it('S43 a shared access signature in a draft that an older portal kept is not read, and not kept again', () => {
  const osDiskUri = 'https://contosovhds.blob.core.windows.net/vhds/os.vhd?sv=2024-11-04&sig=secret'
  const source = {
    type: 'StorageBlobs' as const,
    storageAccountId: '',
    osDiskUri,
    dataDisks: [{ lun: 0, uri: osDiskUri }],
  }
  imageVersionDraft('ada@home', definition).save({ plan: { ...plan, source }, batchSize: null })
  const read = imageVersionDraft('ada@home', definition).load()
  if (read) imageVersionDraft('ada@home', definition).save(read)
  const kept = JSON.stringify([read, Object.entries(window.localStorage)])
  expect(kept).toContain('os.vhd?')
  expect(kept).not.toContain('secret')
})

describe('a started preparation', () => {
  const started = { deploymentId: 'deployment', plan: { ...blankPlan(definition), name: '1.2.3' } }

  it('comes back in another tab, to the account and definition it was started for', () => {
    startedPreparation('ada@home', definition).save(started)
    window.sessionStorage.clear()
    expect(startedPreparation('ada@home', definition.toUpperCase()).load()).toEqual(started)
    expect(startedPreparation('ben@home', definition).load()).toBeUndefined()
    startedPreparation('ada@home', definition).remove()
    expect(startedPreparation('ada@home', definition).load()).toBeUndefined()
  })

  it('goes with the account that signs out, and with no other', () => {
    startedPreparation('ada@home', definition).save(started)
    startedPreparation('ben@home', definition).save(started)
    removeAllStoredFor('ada')
    expect(startedPreparation('ada@home', definition).load()).toBeUndefined()
    expect(startedPreparation('ben@home', definition).load()).toEqual(started)
  })

  it('is none where storage is blocked or holds something else', () => {
    startedPreparation('ada@home', definition).save(started)
    const [key = ''] = Object.keys(window.localStorage)
    window.localStorage.setItem(key, '{"deploymentId":1}')
    expect(startedPreparation('ada@home', definition).load()).toBeUndefined()
    startedPreparation('ada@home', definition).save(started)
    // Not one of its methods: happy-dom's storage would keep what takes the place of one.
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError')
    })
    expect(startedPreparation('ada@home', definition).load()).toBeUndefined()
  })
})
