import { describe, expect, it } from 'vitest'
import { manualClock } from './clock.ts'
import { createStore, provisioningState } from './store.ts'
import type { StoredResource } from './store.ts'

const a = (id: string, more: Partial<StoredResource> = {}): StoredResource => ({
  id,
  type: 'T/things',
  name: id.split('/').at(-1) ?? '',
  location: 'westus',
  properties: {},
  ...more,
})

describe('the store', () => {
  it('finds a resource in any case, and takes its children away with it', () => {
    const store = createStore(manualClock('2025-12-01T00:00:00Z'), [a('/s/One'), a('/s/one/x/y'), a('/s/one2')])
    expect(store.get('/S/oNE')?.id).toBe('/s/One')
    store.remove('/s/ONE')
    expect(store.list('/s').map(({ id }) => id)).toEqual(['/s/one2'])
  })

  it('lets a resource go when its deletion ends, and not before', () => {
    const clock = manualClock('2025-12-01T00:00:00Z')
    const change = { state: 'Deleting', startedAt: clock.now(), endsAt: clock.now() + 1000 } as const
    const store = createStore(clock, [a('/s/one', { change })])
    clock.advance(999)
    expect(store.list('/s')).toHaveLength(1)
    clock.advance(1)
    expect([store.list('/s'), store.get('/s/one')]).toEqual([[], undefined])
  })

  it('goes back to a snapshot that later changes do not touch', () => {
    const store = createStore(manualClock('2025-12-01T00:00:00Z'), [a('/s/one', { properties: { size: 1 } })])
    const snapshot = store.snapshot()
    store.put(a('/s/one', { properties: { size: 2 } }))
    store.put(a('/s/two'))
    store.reset(snapshot)
    expect(store.list('/s')).toMatchObject([{ id: '/s/one', properties: { size: 1 } }])
  })

  it('tells where a resource stands from its change and the time alone', () => {
    const change = { state: 'Updating', startedAt: 0, endsAt: 10 } as const
    const failure = { code: 'X', message: 'x' }
    expect([
      provisioningState(a('/x'), 0),
      provisioningState(a('/x', { change }), 9),
      provisioningState(a('/x', { change }), 10),
      provisioningState(a('/x', { change: { ...change, failure } }), 10),
    ]).toEqual(['Succeeded', 'Updating', 'Succeeded', 'Failed'])
  })
})
