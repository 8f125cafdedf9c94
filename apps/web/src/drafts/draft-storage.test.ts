// @vitest-environment happy-dom
import { blankPlan } from '@portal/image-version'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { removeAllKeptFor } from './account-storage.ts'
import { askedDraftOf, rememberAsked } from './asked-drafts.ts'
import { browserStorage } from './browser-storage.ts'
import { loadDraft, removeDraft, saveDraft } from './draft-storage.ts'

const definition = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/galleries/a/images/b'
const plan = { ...blankPlan(definition), name: '1.2.3' }
const draft = { plan, batchSize: 2 }

beforeEach(() => {
  vi.restoreAllMocks()
  for (const person of ['ada', 'ben']) removeAllKeptFor(person)
})

describe('a draft', () => {
  it('comes back to the account and definition it was kept for, however the id is spelled', () => {
    saveDraft('ada@home', definition, draft)
    expect(loadDraft('ada@home', definition.toUpperCase())).toEqual(draft)
    for (const other of ['ben@home', 'ada@elsewhere']) expect(loadDraft(other, definition)).toBeUndefined()
    expect(loadDraft('ada@home', `${definition}2`)).toBeUndefined()
  })

  it('is gone once removed', () => {
    saveDraft('ada@home', definition, draft)
    removeDraft('ada@home', definition)
    expect(loadDraft('ada@home', definition)).toBeUndefined()
  })

  it.each([
    ['broken JSON', '{'],
    ['a plan of another form', JSON.stringify({ ...draft, plan: { ...plan, name: 7 } })],
    ['a plan of an older portal', JSON.stringify(plan)],
    ['a plan with a field that is not known', JSON.stringify({ ...draft, plan: { ...plan, extra: 1 } })],
  ])('that is %s is dropped', (_, text) => {
    saveDraft('ada@home', definition, draft)
    const [key = ''] = Object.keys(localStorage).filter((name) => name.startsWith('draft:'))
    localStorage.setItem(key, text)
    expect(loadDraft('ada@home', definition)).toBeUndefined()
    expect(localStorage.getItem(key)).toBeNull()
  })

  it('lives as long as the page where storage is full or blocked, and says so', () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('The browser blocks storage', 'SecurityError')
    })
    const told = vi.fn()
    const stop = browserStorage.subscribe(told)
    saveDraft('ada@home', definition, draft)
    stop()
    expect(told).toHaveBeenCalled()
    expect(browserStorage.isLasting()).toBe(false)
    expect(loadDraft('ada@home', definition)).toEqual(draft)
  })
})

describe('signing out', () => {
  it('removes drafts and asked plans of that person in every directory, and of nobody else', () => {
    for (const account of ['ada@home', 'ada@elsewhere', 'ben@home']) {
      saveDraft(account, definition, draft)
      rememberAsked(account, `${definition}/versions/1.2.3`, draft)
    }
    removeAllKeptFor('ada')
    for (const account of ['ada@home', 'ada@elsewhere']) {
      expect(loadDraft(account, definition)).toBeUndefined()
      expect(askedDraftOf(account, `${definition}/versions/1.2.3`)).toBeUndefined()
    }
    expect(loadDraft('ben@home', definition)).toEqual(draft)
    expect(askedDraftOf('ben@home', `${definition}/VERSIONS/1.2.3`)).toEqual(draft)
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
  saveDraft('ada@home', definition, { plan: { ...plan, source }, batchSize: null })
  const read = loadDraft('ada@home', definition)
  if (read) saveDraft('ada@home', definition, read)
  const kept = JSON.stringify([read, Object.entries(window.localStorage)])
  expect(kept).toContain('os.vhd?')
  expect(kept).not.toContain('secret')
})
