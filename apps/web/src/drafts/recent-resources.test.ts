// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { imageVersionPath } from '../paths.ts'
import { removeAllStoredFor } from './account-storage.ts'
import { forgetResource, recentResources, rememberResource, resourceAt } from './recent-resources.ts'

const [ada, ben] = ['ada@contoso', 'ben@contoso']

afterEach(() => localStorage.clear())

it('are the last eight that the account opened, each once, the latest first', () => {
  for (let number = 0; number < 10; number += 1) rememberResource(ada, `/r/${number}`)
  rememberResource(ada, '/R/5')
  expect(recentResources(ada)).toEqual(['/R/5', '/r/9', '/r/8', '/r/7', '/r/6', '/r/4', '/r/3', '/r/2'])
  expect(recentResources(ben)).toEqual([])
})

it('are without one that is gone', () => {
  rememberResource(ada, '/r/1')
  rememberResource(ada, '/r/2')
  forgetResource(ada, '/R/2')
  expect(recentResources(ada)).toEqual(['/r/1'])
})

it('are removed when the person signs out', () => {
  rememberResource(ada, '/r/1')
  rememberResource(ben, '/r/2')
  removeAllStoredFor('ada')
  expect([recentResources(ada), recentResources(ben)]).toEqual([[], ['/r/2']])
})

it('are what pages and wizards of resources are about, and no lists', () => {
  const search = imageVersionPath('/r/1').split('?')[1] ?? ''
  expect(resourceAt('/image-version', search)).toBe('/r/1')
  expect(resourceAt('/update-image-version', search)).toBe('/r/1')
  expect(resourceAt('/create-image-version', 'definition=/r/2')).toBe('/r/2')
  expect(resourceAt('/create-image-version', 'id=/r/2')).toBeUndefined()
  expect(resourceAt('/image-versions', '')).toBeUndefined()
})
