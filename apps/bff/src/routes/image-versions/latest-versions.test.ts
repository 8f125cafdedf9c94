import { storedVersion, type StoredVersion } from '@portal/image-version'
import {
  getLatestVersions,
  getStoredImageVersion,
  listLatestFollowers,
  listLatestWork,
  listUnderWay,
} from '@portal/portal-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { armUrl } from '../../azure/arm/arm-request.ts'
import { testAzureSession } from '../../testing/azure-session.ts'
import { startTestPortal, type Reply, type SignedIn, type TestPortal } from '../../testing/portal.ts'

const production = 'c0470500-0000-4000-8000-00000000a001'
const group = `/subscriptions/${production}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
const imageDefinitionId = `${group}/galleries/contosoGallery/images/ubuntu-web`
const idOf = (name: string) => `${imageDefinitionId}/versions/${name}`
const deploymentPath = /\/deployments\/image-latest-[^/]+$/
const hour = 3_600_000

let portal: TestPortal
let asAda: SignedIn

beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

async function stored(name: string) {
  return z.parse(
    getStoredImageVersion.response,
    (await asAda.get('/api/stored-image-version', { id: idOf(name) })).body,
  )
}

async function latest() {
  return z.parse(getLatestVersions.response, (await asAda.get('/api/latest-versions', { imageDefinitionId })).body)
}

/** What latest gives, by region. */
async function gives() {
  const { regions } = await latest()
  return Object.fromEntries(regions.map(({ region, versionId }) => [region, versionId?.split('/').at(-1)]))
}

async function works() {
  return z.parse(listLatestWork.response, (await asAda.get('/api/latest-works', { imageDefinitionId })).body)
}

interface Asked {
  to: string
  /** the versions that are updated */
  seen: string[]
  regions?: string[]
  kind?: string
  excludesPredecessor?: boolean
}

async function seenNow(names: string[]) {
  return Promise.all(names.map(async (name) => ({ id: idOf(name), fingerprint: (await stored(name)).fingerprint })))
}

async function change({ to, seen, ...over }: Asked, user = asAda): Promise<Reply> {
  return user.send('PUT', '/api/latest-changes', {
    kind: 'RollBack',
    imageVersionId: idOf(to),
    regions: ['westus', 'eastus2'],
    excludesPredecessor: false,
    ...over,
    seen: await seenNow(seen),
  })
}

const regionsOf = ({ properties }: StoredVersion) => properties.publishingProfile.targetRegions
const encryptionOf = (version: StoredVersion) =>
  regionsOf(version).map(({ name, encryption }) => ({ name, encryption }))

/** Another client, as Ada. */
async function tagElsewhere(name: string): Promise<void> {
  await using session = await testAzureSession(portal.azure, 'ada@contoso.example')
  const url = armUrl(idOf(name), { 'api-version': '2024-03-03' })
  z.parse(storedVersion, await session.azure.send({ method: 'GET', url }))
  await session.azure.send({ method: 'PATCH', url, body: { tags: { owner: 'finance' } } })
  portal.clock.advance(hour)
}

it('is the highest number in each region, and since when is not known', async () => {
  const { regions, versions } = await latest()
  expect(regions).toMatchObject([
    { region: 'eastus2', versionId: idOf('1.1.0'), since: { isExact: false } },
    { region: 'westus', versionId: idOf('1.1.0'), since: { isExact: false } },
  ])
  expect(versions.map(({ name }) => name)).toEqual(['1.1.0', '1.0.0'])
})

describe('a roll back in one region, and a promotion after it', () => {
  it('changes latest there only, says since when, and keeps every set', async () => {
    const before = encryptionOf((await stored('1.1.0')).version)
    expect((await change({ to: '1.0.0', seen: ['1.1.0'], regions: ['West US'] })).status).toBe(200)
    portal.clock.advance(hour)
    expect(await gives()).toEqual({ eastus2: '1.1.0', westus: '1.0.0' })
    expect((await latest()).regions[1]).toMatchObject({ since: { isExact: true }, previousId: idOf('1.1.0') })
    expect(await works()).toMatchObject([
      {
        kind: 'RollBack',
        state: 'Succeeded',
        steps: [{ action: 'exclude', version: '1.1.0', regions: ['westus'], state: 'Succeeded' }],
      },
    ])

    const again = { to: '1.1.0', seen: ['1.1.0', '1.0.0'], regions: ['westus'], kind: 'Promotion' }
    expect((await change({ ...again, excludesPredecessor: true })).status).toBe(200)
    expect((await works())[0]?.steps).toMatchObject([
      { action: 'include', version: '1.1.0', state: 'Running' },
      { action: 'exclude', version: '1.0.0', state: 'Waiting' },
    ])
    portal.clock.advance(hour)
    expect(await gives()).toEqual({ eastus2: '1.1.0', westus: '1.1.0' })
    expect(encryptionOf((await stored('1.1.0')).version)).toEqual(before)
    expect(regionsOf((await stored('1.0.0')).version).map(({ excludeFromLatest }) => excludeFromLatest)).toEqual([
      true,
      undefined,
    ])
  })
})

describe('a change of latest', () => {
  const rollBack = { to: '1.0.0', seen: ['1.1.0'] }

  it('asked for twice, or with its answer lost, is one', async () => {
    portal.azure.faults.dropAnswer({ method: 'PUT', path: deploymentPath })
    const replies = [await change(rollBack), await change(rollBack)]
    expect(replies.map(({ status }) => status)).toEqual([200, 422])
    expect(await works()).toHaveLength(1)
  })

  it('is on the page of each of its versions, and in progress', async () => {
    await change(rollBack)
    for (const name of ['1.0.0', '1.1.0']) {
      const { body } = await asAda.get('/api/version-works', { imageVersionId: idOf(name) })
      expect(body).toMatchObject([{ kind: 'RollBack', imageVersionId: idOf('1.0.0'), state: 'Running' }])
    }
    const { body } = await asAda.get('/api/under-way')
    const { items } = z.parse(listUnderWay.response, body)
    expect(items).toContainEqual(expect.objectContaining({ kind: 'versionWork', about: idOf('1.0.0') }))
  })

  it('is refused where somebody has changed a version since, and nothing is sent', async () => {
    const seen = await seenNow(rollBack.seen)
    await tagElsewhere('1.1.0')
    const body = {
      kind: 'RollBack',
      imageVersionId: idOf('1.0.0'),
      regions: ['westus'],
      excludesPredecessor: false,
      seen,
    }
    const reply = await asAda.send('PUT', '/api/latest-changes', body)
    expect(reply.problem()).toMatchObject({ status: 409, code: 'ImageVersionChanged' })
    expect(await works()).toEqual([])
  })

  it('is refused where other versions would have to be changed than were seen', async () => {
    const reply = await change({ ...rollBack, seen: ['1.0.0'] })
    expect(reply.problem()).toMatchObject({ status: 409, code: 'ImageVersionChanged' })
  })

  it('is judged: a version is not the latest where it has not been replicated', async () => {
    const reply = await change({ ...rollBack, regions: ['uksouth'] })
    expect(reply.problem()).toMatchObject({ status: 422, issues: [{ code: 'LatestNotReplicated' }] })
  })

  it('keeps other steps waiting, also on the version that is last', async () => {
    await change({ ...rollBack, seen: ['1.1.0'] })
    const { fingerprint } = await stored('1.1.0')
    const repair = { id: idOf('1.1.0'), regions: ['eastus2'], fingerprint }
    const reply = await asAda.send('PUT', '/api/region-repairs', repair)
    expect(reply.problem().issues?.map(({ code }) => code)).toEqual(['VersionBusy'])
  })

  it('cannot be made by who may only read', async () => {
    const reply = await change(rollBack, await portal.as('rita@contoso.example'))
    expect(reply.problem()).toMatchObject({ status: 403, code: 'ForbiddenByAzure' })
  })
})

it('lists the scale sets that follow latest, those that upgrade by themselves first', async () => {
  const scaleSet = (name: string, id: string, enableAutomaticOSUpgrade: boolean) =>
    portal.azure.world.store.put({
      id: `${group}/virtualMachineScaleSets/${name}`,
      type: 'Microsoft.Compute/virtualMachineScaleSets',
      name,
      location: 'westus',
      properties: {
        virtualMachineProfile: { storageProfile: { imageReference: { id } } },
        upgradePolicy: { mode: 'Automatic', automaticOSUpgradePolicy: { enableAutomaticOSUpgrade } },
      },
    })
  scaleSet('a-follows', imageDefinitionId, false)
  scaleSet('b-upgrades', imageDefinitionId.toUpperCase(), true)
  scaleSet('c-stays', idOf('1.0.0'), true)
  const { body } = await asAda.get('/api/estate/latest-followers', { imageDefinitionId })
  const { scaleSets, total } = z.parse(listLatestFollowers.response, body)
  expect(total).toBe(2)
  expect(scaleSets).toMatchObject([
    { name: 'b-upgrades', location: 'westus', isUpgraded: true },
    { name: 'a-follows', isUpgraded: false },
  ])
})
