// @vitest-environment happy-dom
import { blankPlan } from '@portal/image-version'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { removeAllKeptFor } from './account-storage.ts'
import { askedPlanOf, rememberAsked } from './asked-plans.ts'
import { browserStorage } from './browser-storage.ts'
import { loadDraft, removeDraft, saveDraft } from './draft-storage.ts'

const definition = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/galleries/a/images/b'
const plan = { ...blankPlan(definition), name: '1.2.3' }
const draft = { plan, batchSize: 2 }

beforeEach(() => {
  vi.restoreAllMocks()
  for (const account of ['ada', 'ben']) removeAllKeptFor(account)
})

describe('a draft', () => {
  it('comes back to the account and definition it was kept for, however the id is spelled', () => {
    saveDraft('ada', definition, draft)
    expect(loadDraft('ada', definition.toUpperCase())).toEqual(draft)
    expect(loadDraft('ben', definition)).toBeUndefined()
    expect(loadDraft('ada', `${definition}2`)).toBeUndefined()
  })

  it('is gone once removed', () => {
    saveDraft('ada', definition, draft)
    removeDraft('ada', definition)
    expect(loadDraft('ada', definition)).toBeUndefined()
  })

  it.each([
    ['broken JSON', '{'],
    ['a plan of another form', JSON.stringify({ ...draft, plan: { ...plan, name: 7 } })],
    ['a plan of an older portal', JSON.stringify(plan)],
    ['a plan with a field that is not known', JSON.stringify({ ...draft, plan: { ...plan, extra: 1 } })],
  ])('that is %s is dropped', (_, text) => {
    saveDraft('ada', definition, draft)
    const [key = ''] = Object.keys(localStorage).filter((name) => name.startsWith('draft:'))
    localStorage.setItem(key, text)
    expect(loadDraft('ada', definition)).toBeUndefined()
    expect(localStorage.getItem(key)).toBeNull()
  })

  it('lives as long as the page where storage is full or blocked, and says so', () => {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('The browser blocks storage', 'SecurityError')
    })
    const told = vi.fn()
    const stop = browserStorage.subscribe(told)
    saveDraft('ada', definition, draft)
    stop()
    expect(told).toHaveBeenCalled()
    expect(browserStorage.isLasting()).toBe(false)
    expect(loadDraft('ada', definition)).toEqual(draft)
  })
})

describe('signing out', () => {
  it('removes drafts and asked plans of that account and of no other', () => {
    for (const account of ['ada', 'ben']) {
      saveDraft(account, definition, draft)
      rememberAsked(account, `${definition}/versions/1.2.3`, plan)
    }
    removeAllKeptFor('ada')
    expect(loadDraft('ada', definition)).toBeUndefined()
    expect(askedPlanOf('ada', `${definition}/versions/1.2.3`)).toBeUndefined()
    expect(loadDraft('ben', definition)).toEqual(draft)
    expect(askedPlanOf('ben', `${definition}/VERSIONS/1.2.3`)).toEqual(plan)
  })
})
