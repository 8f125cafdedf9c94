// @vitest-environment happy-dom
import type { DiskEncryptionSet } from '@portal/disk-encryption'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, it } from 'vitest'
import { setReadingQuery } from '../../api/disk-encryption-set-reads.ts'
import { SignedInContext, type SignedIn } from '../../auth/use-authentication.ts'
import { useSetsWithFacts } from './use-sets-with-facts.ts'

afterEach(cleanup)

const user = { account: { key: 'ada' }, configuration: { replicationPollMs: 1000 } } as SignedIn
const one = { id: '/sets/one', location: 'westus' } as DiskEncryptionSet
const two = { id: '/sets/two', location: 'westus' } as DiskEncryptionSet

it('is drawn once for another choice among the sets that were read', () => {
  const client = new QueryClient()
  const now = '2026-11-24T09:00:00Z'
  for (const { id } of [one, two]) client.setQueryData(setReadingQuery(user, { id }).queryKey, { now, read: null })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <SignedInContext value={user}>{children}</SignedInContext>
    </QueryClientProvider>
  )
  const all = { diskEncryptionSets: [one, two], now }
  let renderings = 0
  const { result, rerender } = renderHook(
    ({ wanted }) => {
      renderings += 1
      return useSetsWithFacts(all, wanted)
    },
    { wrapper, initialProps: { wanted: [one] } },
  )
  rerender({ wanted: [two] })
  const known = result.current
  for (const wanted of [[one], [two]]) {
    const before = renderings
    rerender({ wanted })
    expect(renderings - before).toBe(1)
    expect(result.current).toBe(known)
  }
})
