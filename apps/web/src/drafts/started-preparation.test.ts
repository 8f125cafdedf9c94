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
  saveStartedPreparation('ada', definition, started)
  window.sessionStorage.clear()
  expect(loadStartedPreparation('ada', definition.toUpperCase())).toEqual(started)
  expect(loadStartedPreparation('ben', definition)).toBeUndefined()
  removeStartedPreparation('ada', definition)
  expect(loadStartedPreparation('ada', definition)).toBeUndefined()
})

it('goes with the account that signs out, and with no other', () => {
  saveStartedPreparation('ada', definition, started)
  saveStartedPreparation('ben', definition, started)
  removeAllKeptFor('ada')
  expect(loadStartedPreparation('ada', definition)).toBeUndefined()
  expect(loadStartedPreparation('ben', definition)).toEqual(started)
})

it('is none where storage is blocked or holds something else', () => {
  saveStartedPreparation('ada', definition, started)
  const [key = ''] = Object.keys(window.localStorage)
  window.localStorage.setItem(key, '{"deploymentId":1}')
  expect(loadStartedPreparation('ada', definition)).toBeUndefined()
  vi.spyOn(window.localStorage, 'getItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError')
  })
  expect(loadStartedPreparation('ada', definition)).toBeUndefined()
})
