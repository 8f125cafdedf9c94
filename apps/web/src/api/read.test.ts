import { listSubscriptions, previewVirtualMachine } from '@portal/portal-api'
import { QueryClient } from '@tanstack/react-query'
import { expect, it, vi } from 'vitest'
import { imageVersionQuery, imageVersionRowsQuery, versionWorksQuery } from './image-version-reads.ts'
import { read, watch } from './read.ts'
import { makeStale } from './stale.ts'
import { subscriptionsQuery } from './subscription-reads.ts'
import { virtualMachinePreviewQuery } from './virtual-machine-reads.ts'

vi.mock('./portal-client.ts', () => ({ call: vi.fn() }))

const user = { account: { key: 'ada' }, configuration: { replicationPollMs: 15_000 } }

it('an ID is the same in any case, a name is not', () => {
  const one = imageVersionQuery(user, { id: '/Subscriptions/A' })
  expect(imageVersionQuery(user, { id: '/subscriptions/a' }).queryKey).toEqual(one.queryKey)
  const listed = (search: string) =>
    imageVersionRowsQuery(user, { page: 0, sort: 'name', direction: 'asc', search }).queryKey
  expect(listed('Web')).not.toEqual(listed('web'))
})

it('an account never sees what another one has read', () => {
  const other = { ...user, account: { key: 'bob' } }
  expect(subscriptionsQuery(user).queryKey).not.toEqual(subscriptionsQuery(other).queryKey)
})

it('the administrator’s secret is in no key of the cache', () => {
  const plan = { name: 'web-1' } as Parameters<typeof virtualMachinePreviewQuery>[1]['plan']
  const { queryKey } = virtualMachinePreviewQuery(user, { plan, adminSecret: 'Correct-Horse-1' })
  expect(JSON.stringify(queryKey)).toContain('web-1')
  expect(JSON.stringify(queryKey)).not.toContain('Correct-Horse-1')
  expect(previewVirtualMachine.path).toBe(queryKey[2]?.toString().replace('POST ', ''))
})

it('a page stays shown while it is read in another order, and another page does not', () => {
  const rows = (page: number, direction: 'asc' | 'desc') =>
    imageVersionRowsQuery(user, { page, sort: 'name', direction })
  const shownFor = (page: number): unknown => {
    const { placeholderData } = rows(page, 'desc')
    if (typeof placeholderData !== 'function') throw new Error('no placeholder')
    return Reflect.apply(placeholderData, undefined, ['before', rows(0, 'asc')])
  }
  expect(shownFor(0)).toBe('before')
  expect(shownFor(1)).toBeUndefined()
})

it('a repair makes the version, its steps and the runs that show it stale, and nothing else', async () => {
  const client = new QueryClient()
  const isStale = ({ queryKey }: { queryKey: readonly unknown[] }) => client.getQueryState(queryKey)?.isInvalidated
  const [version, works, subscriptions] = [
    imageVersionQuery(user, { id: '/v' }),
    versionWorksQuery(user, { imageVersionId: '/v' }),
    subscriptionsQuery(user),
  ]
  for (const { queryKey } of [version, works, subscriptions]) client.setQueryData([...queryKey], {})
  await makeStale(client, user, 'repairRegion')
  expect([version, works, subscriptions].map(isStale)).toEqual([true, true, false])
})

it('is polled at the interval that its answer asks for, and not at all if it asks for none', () => {
  const watched = watch(read('subscription', listSubscriptions), ({ data, pollMs }) => data !== undefined && pollMs)
  const { refetchInterval } = watched(user)
  const after = (data: unknown): unknown =>
    Reflect.apply(refetchInterval as () => unknown, undefined, [{ state: { data, error: null, status: 'success' } }])
  expect(after([])).toBe(15_000)
  expect(after(undefined)).toBe(false)
})
