// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { preloadFactsOfVisit } from '../routes.tsx'
import { preloadLinkedPages } from './preload-linked-pages.ts'

vi.mock('../routes.tsx', () => ({ preloadFacts: vi.fn(), preloadFactsOfVisit: vi.fn(), preloadPage: vi.fn() }))

it('reads for a page when the address becomes its own, and not for its tabs', () => {
  preloadLinkedPages()
  const visited: string[] = []
  vi.mocked(preloadFactsOfVisit).mockImplementation(({ pathname, search }) => void visited.push(`${pathname}${search}`))
  const goTo = (address: string, event = 'pushState') => {
    window.history.replaceState(null, '', address)
    window.dispatchEvent(new Event(event))
  }
  goTo('/gallery?id=a')
  goTo('/gallery?id=a&tab=access')
  goTo('/gallery?id=b')
  goTo('/gallery?id=a', 'popstate')
  goTo('/image-definition?id=c', 'replaceState')
  goTo('/image-definition?id=c&tab=access')
  expect(visited).toEqual(['/gallery?id=a', '/gallery?id=b', '/gallery?id=a', '/image-definition?id=c'])
})
