// @vitest-environment happy-dom
import { blankPlan } from '@portal/image-version'
import { beforeEach, expect, it, vi } from 'vitest'
import { removeAllKeptFor } from './account-storage.ts'
import { loadStartedPreparation, removeStartedPreparation, saveStartedPreparation } from './started-preparation.ts'

const definition = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/galleries/a/images/b'
const started = { deploymentId: 'deployment', plan: { ...blankPlan(definition), name: '1.2.3' } }

beforeEach(() => {
  vi.restoreAllMocks()
  window.localStorage.clear()
})

it('comes back in another tab, to the account and definition it was started for', () => {
  saveStartedPreparation('ada@home', definition, started)
  window.sessionStorage.clear()
  expect(loadStartedPreparation('ada@home', definition.toUpperCase())).toEqual(started)
  expect(loadStartedPreparation('ben@home', definition)).toBeUndefined()
  removeStartedPreparation('ada@home', definition)
  expect(loadStartedPreparation('ada@home', definition)).toBeUndefined()
})

it('goes with the account that signs out, and with no other', () => {
  saveStartedPreparation('ada@home', definition, started)
  saveStartedPreparation('ben@home', definition, started)
  removeAllKeptFor('ada')
  expect(loadStartedPreparation('ada@home', definition)).toBeUndefined()
  expect(loadStartedPreparation('ben@home', definition)).toEqual(started)
})

it('is none where storage is blocked or holds something else', () => {
  saveStartedPreparation('ada@home', definition, started)
  const [key = ''] = Object.keys(window.localStorage)
  window.localStorage.setItem(key, '{"deploymentId":1}')
  expect(loadStartedPreparation('ada@home', definition)).toBeUndefined()
  vi.spyOn(window.localStorage, 'getItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError')
  })
  expect(loadStartedPreparation('ada@home', definition)).toBeUndefined()
})
