import { readsLeftHeader } from '@portal/portal-api'
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import {
  createFromPath,
  createImageVersionPath,
  fromNothing,
  galleryPath,
  imageVersionPath,
  paths,
  updateImageVersionPath,
} from '../paths.ts'
import { inventoryQuery } from './gallery-reads.ts'
import { noticeReadsLeft } from './poll-interval.ts'
import { prefetch } from './prefetch.ts'

// Long ago: what is noted until a minute later says nothing to other tests.
beforeEach(() => vi.useFakeTimers({ now: Date.parse('2020-01-01T00:00:00Z') }))
afterEach(() => vi.useRealTimers())

const user = { account: { key: 'ada' }, configuration: { replicationPollMs: 15_000 } }
const gallery =
  '/subscriptions/c0470500-0000-4000-8000-000000000001/resourceGroups/g/providers/Microsoft.Compute/galleries/contosoGallery'

/** What is asked for a link: the names of the reads, and the input of each. */
async function reads(href: string, client = new QueryClient(), isVisited = false): Promise<unknown[][]> {
  const { pathname, search } = new URL(href, 'https://portal.example')
  const asked = vi.spyOn(client, 'prefetchQuery').mockResolvedValue()
  prefetch(client, { user, address: { pathname, search }, isVisited })
  await vi.advanceTimersByTimeAsync(0)
  return asked.mock.calls.map(([{ queryKey }]) => queryKey.slice(2))
}

/** How many reads set out for a link. */
const readsFor = async (href: string) => (await reads(href)).length

it.each([
  ['a list', paths.galleries, 1],
  ['a gallery', galleryPath(gallery), 2],
  ['a list with a search, which asks for other rows', `${paths.galleries}?search=x`, 0],
  ['a gallery without its ID', paths.gallery, 0],
  ['a page whose reads are many', paths.keyHealth, 0],
])('%s', async (_, href, count) => expect(await readsFor(href)).toBe(count))

it.each([
  ['what it asks for ahead, and its subscriptions', paths.galleries, 2],
  ['a version, which is always read anew', imageVersionPath(`${gallery}/images/i/versions/1.0.0`), 2],
  ['the survey of the keys', paths.keyHealth, 1],
  ['the version of an update once, by its form', updateImageVersionPath(`${gallery}/images/i/versions/1.0.0`), 1],
  ['nothing of a new version, whose draft may be kept', createImageVersionPath(`${gallery}/images/i`), 0],
  ['nothing of an unknown page', '/somewhere', 0],
])('a page that opens asks for %s', async (_, href, count) =>
  expect(await reads(href, new QueryClient(), true)).toHaveLength(count),
)

const definition = `${gallery}/images/ubuntu-web`
const readsOfVersion = async (href: string, latestVersionName?: string) => {
  const client = new QueryClient()
  client.setQueryData(inventoryQuery(user, { imageDefinitionId: definition }).queryKey, { latestVersionName } as never)
  const asked = await reads(href, client)
  return asked.filter(([name]) => name === 'GET /api/stored-image-version').map(([, input]) => input)
}

it.each([
  ['the latest version, once it is known', createImageVersionPath(definition), '1.2.0', '1.2.0'],
  ['the version that the address names', createFromPath(definition, '1.0.0'), '1.2.0', '1.0.0'],
  ['none of a definition without versions', createImageVersionPath(definition), undefined, undefined],
  ['none for an empty wizard', createFromPath(definition, fromNothing), '1.2.0', undefined],
  ['none where something else is started from', `${createImageVersionPath(definition)}&start=x`, '1.2.0', undefined],
])('the wizard begins like %s', async (_, href, latest, like) =>
  expect(await readsOfVersion(href, latest)).toEqual(
    like === undefined ? [] : [{ id: `${definition}/versions/${like}`.toLowerCase() }],
  ),
)

it('nothing while the user has few reads left', async () => {
  noticeReadsLeft(new Response(null, { headers: { [readsLeftHeader]: '9' } }))
  expect(await readsFor(paths.galleries)).toBe(0)
  vi.advanceTimersByTime(60_000)
  expect(await readsFor(paths.galleries)).toBe(1)
})
