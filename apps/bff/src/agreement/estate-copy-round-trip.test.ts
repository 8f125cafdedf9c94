import { contoso, contosoAtScale, worldOfCopy, type World } from '@portal/azure-simulator'
import { randomFrom } from '@portal/azure-simulator/random-json'
import * as api from '@portal/portal-api'
import { describe, expect, it } from 'vitest'
import { copyTaken } from '../testing/estate-copy.ts'
import { endpoints, queryOf } from '../testing/fuzz/fuzz-endpoints.ts'
import { validRequest } from '../testing/fuzz/random-request.ts'
import { startTestPortal, type SignedIn, type TestPortal } from '../testing/portal.ts'

// A copy of an estate, opened in another simulator, answers every call of the pages as the estate itself.

/** What a copy can't know, as its guide says: what was deleted, what happened before, and deployments. */
const unknowable = new Set<string>([
  '/api/deleted-image-versions',
  '/api/deleted-image-versions-near-set',
  '/api/estate/key-impact/deleted-versions',
  '/api/estate/recorded-changes',
  '/api/latest-changes',
  // limits other than the documented ones
  '/api/gallery-quotas',
  // a copy of a copy: whose machines have been asked for their states
  api.readEstateCopy.path,
])

type Reading = (typeof endpoints)[number]
const reading = endpoints.filter(
  (each) =>
    api.changesNothing(each) &&
    !each.ofSession &&
    !each.forAnybody &&
    !each.path.startsWith('/api/demo') &&
    !unknowable.has(each.path),
)

/** A request of the pages, and what was answered. */
type Answered = [request: string, status: number, body: unknown]

async function answersOf(portal: TestPortal, user: SignedIn, requests: [Reading, unknown][]): Promise<Answered[]> {
  const answers: Answered[] = []
  for (const [endpoint, request] of requests) {
    const { status, body } = await (endpoint.method === 'GET'
      ? user.get(endpoint.path, Object.fromEntries(new URLSearchParams(queryOf(request))))
      : user.send(endpoint.method, endpoint.path, request))
    answers.push([`${endpoint.method} ${endpoint.path} ${JSON.stringify(request)}`, status, comparable(portal, body)])
  }
  return answers
}

// A request has a number of its own, a portal an address, and where Azure was not asked, the server has its own time.
// The recycle bin is not copied.
function comparable({ url }: TestPortal, body: unknown): unknown {
  const own = new Set(['correlationId', 'traceId', 'now', 'readAt', 'requestId', 'deletedVersionNames'])
  return JSON.parse(JSON.stringify(body, (key, part: unknown) => (own.has(key) ? undefined : part)).replaceAll(url, ''))
}

/** Whether it is about something that the copy does not have, because its user could not see it. */
function isHidden([asked]: Answered, [, statusOfCopy]: Answered, hidden: readonly string[]): boolean {
  return (statusOfCopy === 404 || statusOfCopy === 403) && hidden.some((id) => asked.includes(id))
}

async function differences(world: World, name: string, seed: number, tries: number): Promise<unknown[]> {
  await using original = disposable(await startTestPortal({ world }))
  const user = await original.portal.as(name)
  const { lines } = await copyTaken(original.portal, user)
  await using copy = disposable(await startTestPortal({ world: worldOfCopy(lines).world }))
  const { store, subscriptions } = original.portal.azure.world
  const known = {
    // A machine that runs although it is generalized, which Azure does not start, is Contoso's alone.
    ids: store.snapshot().flatMap(({ id }) => (id.endsWith('/kiosk-vm') ? [] : [id])),
    subscriptionIds: subscriptions.map(({ subscriptionId }) => subscriptionId),
    fingerprints: new Map<string, string>(),
  }
  const copied = new Set(Array.from(lines.join('\n').matchAll(/"id":"([^"]*)"/g), ([, id]) => id))
  const hidden = known.ids.filter((id) => !copied.has(id))
  const random = randomFrom(seed)
  const requests = reading.flatMap((endpoint) =>
    Array.from({ length: tries }, (): [Reading, unknown] => [endpoint, validRequest(random, endpoint, known)]),
  )
  const [expected, found] = [
    await answersOf(original.portal, user, requests),
    await answersOf(copy.portal, await copy.portal.as(name), requests),
  ]
  expect(expected.filter(([, status]) => status === 200).length).toBeGreaterThan(reading.length)
  return expected.flatMap((each, index) => {
    const other = found[index]
    if (other === undefined || JSON.stringify(each) === JSON.stringify(other) || isHidden(each, other, hidden))
      return []
    return [`${each[0]}: ${firstDifference(each.slice(1), other.slice(1))}`]
  })
}

/** Where two values differ first, and how. */
function firstDifference(one: unknown, other: unknown, path = ''): string | undefined {
  if (JSON.stringify(one) === JSON.stringify(other)) return undefined
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return `${path} is ${JSON.stringify(one)}, in the copy ${JSON.stringify(other)}`
  const [left, right] = [new Map(Object.entries(one)), new Map(Object.entries(other))]
  const keys = [...new Set([...left.keys(), ...right.keys()])]
  const found = keys.map((key) => firstDifference(left.get(key), right.get(key), `${path}.${key}`))
  return found.find((difference) => difference !== undefined) ?? `${path} has another order`
}

function disposable(portal: TestPortal) {
  return { portal, [Symbol.asyncDispose]: () => portal.close() }
}

/** Contoso with some of its resources gone, others in another state, and other people's rights. */
function randomWorld(seed: number): World {
  const world = contoso({ now: Date.parse('2026-11-24T10:00:00Z') })
  const random = randomFrom(seed)
  const isLeaf = (id: string) => !world.resources.some((other) => other.id.startsWith(`${id}/`))
  const states = ['Creating', 'Updating', 'Failed'] as const
  const failure = { code: 'OperationFailed', message: 'The operation had failed before the copy was taken.' }
  const [startedAt, endsAt] = ['2026-11-24T10:00:00Z', '2026-11-24T10:03:30Z'].map((time) => Date.parse(time))
  const resources = world.resources.flatMap((resource) => {
    if (isLeaf(resource.id) && random.rarely(4)) return []
    if (!/\/(versions|diskEncryptionSets|disks)\/[^/]+$/.test(resource.id) || /keys/.test(resource.id))
      return [resource]
    if (!random.rarely(4) || resource.change !== undefined) return [{ ...resource, tags: { seed: String(seed) } }]
    const state = states[random.below(states.length)] ?? 'Failed'
    const change =
      state === 'Failed'
        ? { state: 'Updating' as const, startedAt: startedAt ?? 0, endsAt: startedAt ?? 0, failure }
        : { state, startedAt: startedAt ?? 0, endsAt: endsAt ?? 0 }
    return [{ ...resource, change }]
  })
  const roleAssignments = world.roleAssignments.filter(() => !random.rarely(3))
  return { ...world, resources, roleAssignments }
}

/** 24 subscriptions of the largest estate; in every second one, nobody has a role. */
function largeWorld(): World {
  const world = contosoAtScale()
  const subscriptions = world.subscriptions.slice(0, 24)
  const among = (every: number) => {
    const ids = subscriptions.flatMap(({ subscriptionId }, index) => (index % every === 0 ? [subscriptionId] : []))
    return (id: string) => ids.some((one) => id.includes(one))
  }
  const [isThere, isAllowed] = [among(1), among(2)]
  return {
    ...world,
    subscriptions,
    resources: world.resources.filter(({ id }) => isThere(id)),
    roleAssignments: world.roleAssignments.filter(({ scope }) => isAllowed(scope)),
  }
}

describe('the copy of an estate', () => {
  const people = ['ada', 'rita', 'ben', 'eva'].map((name) => `${name}@contoso.example`)

  it.each(people)(
    'answers %s as the estate itself',
    async (name) => {
      const world = contoso({ now: Date.parse('2026-11-24T10:00:00Z'), machines: true, hardware: true, builds: true })
      expect(await differences(world, name, 7, 5)).toEqual([])
    },
    120_000,
  )

  it.each([1, 2, 3])(
    'does so for the random estate %i',
    async (seed) => {
      const world = randomWorld(seed)
      const has = (name: string) => {
        const id = world.users.find(({ userPrincipalName }) => userPrincipalName === name)?.id
        return world.roleAssignments.some(({ principalId }) => principalId === id)
      }
      for (const name of people.filter(has)) expect(await differences(world, name, seed, 4)).toEqual([])
    },
    240_000,
  )

  it('does so at 10,000 versions in 60 regions for someone with half of the rights', async () => {
    const world = largeWorld()
    const regions = new Set(world.resources.map(({ location }) => location))
    expect(regions.size).toBeGreaterThanOrEqual(60)
    expect(world.resources.filter(({ type }) => type.endsWith('/versions')).length).toBeGreaterThan(10_000)
    expect(await differences(world, 'ada@contoso.example', 11, 2)).toEqual([])
  }, 240_000)
})
