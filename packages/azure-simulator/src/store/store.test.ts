import { describe, expect, it } from 'vitest'
import { manualClock, type Clock } from '../clock/clock.ts'
import { baseResources } from './base-resources.ts'
import { createStore, provisioningState, type Store, type StoredResource } from './store.ts'

const a = (id: string, more: Partial<StoredResource> = {}): StoredResource => ({
  id,
  type: 'T/things',
  name: id.split('/').at(-1) ?? '',
  location: 'westus',
  properties: {},
  ...more,
})

const clock = () => manualClock('2025-12-01T00:00:00Z')

function aStore(time: Clock, resources: StoredResource[]): Store {
  return createStore({ clock: time, tenantId: 'tenant' }, baseResources(resources, 'tenant'))
}

describe('the store', () => {
  it('finds a resource in any case, and takes its children away with it', () => {
    const store = aStore(clock(), [a('/s/One'), a('/s/one/x/y'), a('/s/one2')])
    expect(store.get('/S/oNE')?.id).toBe('/s/One')
    store.remove('/s/ONE')
    expect(store.list('/s').map(({ id }) => id)).toEqual(['/s/one2'])
  })

  it('lets a resource go when its deletion ends, and not before', () => {
    const time = clock()
    const change = { state: 'Deleting', startedAt: time.now(), endsAt: time.now() + 1000 } as const
    const store = aStore(time, [a('/s/one', { change })])
    time.advance(999)
    expect(store.list('/s')).toHaveLength(1)
    time.advance(1)
    expect([store.list('/s'), store.get('/s/one')]).toEqual([[], undefined])
  })

  it('lists by id what is below a scope, of a type, whether it was there at first or came later', () => {
    const store = aStore(clock(), [a('/s/b'), a('/s/d'), a('/s/b/x'), a('/t/a')])
    store.put(a('/s/c'))
    store.put(a('/S/a', { type: 'T/others' }))
    store.remove('/s/b')
    expect(store.list('/S').map(({ id }) => id)).toEqual(['/S/a', '/s/c', '/s/d'])
    expect(store.list('/s', 't/THINGS').map(({ id }) => id)).toEqual(['/s/c', '/s/d'])
  })

  it('goes back to what there was at first', () => {
    const store = aStore(clock(), [a('/s/one', { properties: { size: 1 } }), a('/s/three')])
    store.put(a('/s/one', { properties: { size: 2 } }))
    store.put(a('/s/two'))
    store.remove('/s/three')
    store.reset()
    expect(store.list('/s')).toMatchObject([{ id: '/s/one', properties: { size: 1 } }, { id: '/s/three' }])
    expect(store.size()).toEqual({ resources: 0, characters: 0 })
  })

  it('shares what there was at first with other tenants, who do not see its changes', () => {
    const base = baseResources(
      [a('/s/one'), a('/s/vault', { properties: { tenantId: 'first-tenant' } })],
      'first-tenant',
    )
    const [one, other] = ['first-tenant', 'second-tenant'].map((tenantId) =>
      createStore({ clock: clock(), tenantId }, base),
    )
    expect(one?.get('/s/one')).toBe(other?.get('/s/one'))
    one?.put(a('/s/one', { location: 'eastus' }))
    one?.remove('/s/vault')
    expect(other?.snapshot()).toMatchObject([
      { location: 'westus' },
      { id: '/s/vault', properties: { tenantId: 'second-tenant' } },
    ])
  })

  it('lets nobody change a resource but by putting another', () => {
    const store = aStore(clock(), [a('/s/one')])
    store.put(a('/s/two', { properties: { tags: {} } }))
    for (const id of ['/s/one', '/s/two'])
      expect(() => Object.assign(store.get(id)?.properties ?? {}, { size: 1 })).toThrow(TypeError)
  })

  it('tells each change once, and takes up again from what it told', () => {
    const base = baseResources([a('/s/one'), a('/s/two')], 'tenant')
    const store = createStore({ clock: clock(), tenantId: 'tenant' }, base)
    store.put(a('/s/three'))
    store.put(a('/s/four'))
    store.remove('/s/one')
    store.remove('/s/four')
    const changes = store.takeChanges()
    expect([...changes.keys()].sort()).toEqual(['/s/four', '/s/one', '/s/three'])
    expect([changes.get('/s/one'), changes.get('/s/four')]).toEqual([null, undefined])
    expect(store.takeChanges().size).toBe(0)

    const kept = new Map(
      [...changes].filter((entry): entry is [string, StoredResource | null] => entry[1] !== undefined),
    )
    const again = createStore({ clock: clock(), tenantId: 'tenant' }, base, kept)
    expect(again.snapshot()).toEqual(store.snapshot())
    expect([again.size(), again.takeChanges().size]).toEqual([store.size(), 0])
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
