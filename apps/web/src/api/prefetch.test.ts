import { readsLeftHeader } from '@portal/portal-api'
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { galleryPath, paths } from '../paths.ts'
import { noticeReadsLeft } from './poll-interval.ts'
import { prefetch } from './prefetch.ts'

// Long ago: what is noted until a minute later says nothing to other tests.
beforeEach(() => vi.useFakeTimers({ now: Date.parse('2020-01-01T00:00:00Z') }))
afterEach(() => vi.useRealTimers())

const user = { account: { key: 'ada' }, configuration: { replicationPollMs: 15_000 } }
const gallery =
  '/subscriptions/c0470500-0000-4000-8000-000000000001/resourceGroups/g/providers/Microsoft.Compute/galleries/contosoGallery'

/** How many reads set out for a link. */
function readsFor(href: string): number {
  const { pathname, search } = new URL(href, 'https://portal.example')
  const client = new QueryClient()
  const asked = vi.spyOn(client, 'prefetchQuery').mockResolvedValue()
  prefetch(client, user, { pathname, search })
  return asked.mock.calls.length
}

it.each([
  ['a list', paths.galleries, 1],
  ['a gallery', galleryPath(gallery), 2],
  ['a list with a search, which asks for other rows', `${paths.galleries}?search=x`, 0],
  ['a gallery without its ID', paths.gallery, 0],
  ['a page whose reads are many', paths.keyHealth, 0],
])('%s', (_, href, reads) => expect(readsFor(href)).toBe(reads))

it('nothing while the user has few reads left', () => {
  noticeReadsLeft(new Response(null, { headers: { [readsLeftHeader]: '9' } }))
  expect(readsFor(paths.galleries)).toBe(0)
  vi.advanceTimersByTime(60_000)
  expect(readsFor(paths.galleries)).toBe(1)
})
