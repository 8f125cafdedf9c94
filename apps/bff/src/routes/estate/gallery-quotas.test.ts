import { contoso } from '@portal/azure-simulator'
import { listGalleryQuotas, type GalleryQuota } from '@portal/portal-api'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

// It changes nothing, so one portal serves all tests.

const production = 'c0470500-0000-4000-8000-00000000a001'
const builds = 'c0470500-0000-4000-8000-00000000a003'

let portal: TestPortal
beforeAll(async () => {
  portal = await startTestPortal({ world: contoso({ builds: true }) })
})
beforeEach(() => void (portal.azure.requests.length = 0))
afterAll(() => portal.close())

async function quotasOf(user: SignedIn, asked: { subscriptionId?: string } = {}): Promise<GalleryQuota[]> {
  return listGalleryQuotas.response.parse((await user.get(listGalleryQuotas.path, asked)).body)
}

it('of one subscription are counted by region, a version wherever it is replicated to, without a call for a limit', async () => {
  const found = await quotasOf(await portal.as('ada@contoso.example'), { subscriptionId: production })
  const usedIn = (location: string) =>
    found.flatMap((one) => (one.location === location ? [[one.quota, one.used]] : []))
  const there = portal.azure.world.store
    .list(`/subscriptions/${production}`, 'Microsoft.Compute/galleries/images/versions')
    .filter((version) => JSON.stringify(version.properties['publishingProfile']).includes('East US 2'))
  expect(usedIn('eastus2')).toEqual([['GalleryImageVersion', there.length]])
  expect(usedIn('westus').map(([quota]) => quota)).toContain('Gallery')
  expect(found.find(({ location }) => location === 'eastus2')).toMatchObject({
    limit: 10_000,
    replicas: there.length,
  })
  expect(portal.azure.requests.filter(({ path }) => path.endsWith('/usages'))).toEqual([])
})

it('of all subscriptions are those near their limit, which is what Azure lists, and the fullest of each kind', async () => {
  const found = await quotasOf(await portal.as('ben@contoso.example'))
  expect(found.map(({ quota, used, limit, location }) => [quota, used, limit, location])).toEqual([
    ['GalleryImageVersion', 300, 300, 'westus'],
    ['Gallery', 1, 100, 'westus'],
    ['GalleryImage', 3, 1_000, 'westus'],
  ])
  expect(found[0]).toMatchObject({ subscriptionId: builds, replicas: 300 })
})
