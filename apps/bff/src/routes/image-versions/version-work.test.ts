import { blankTargetRegion, storedVersion, type StoredVersion } from '@portal/image-version'
import { getStoredImageVersion, versionWork, type VersionWork } from '@portal/portal-api'
import { noChange } from '@portal/version-update'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { armUrl } from '../../azure/arm/arm-request.ts'
import { testAzureSession } from '../../testing/azure-session.ts'
import { anEncryptedRegion } from '../../testing/encrypted-region.ts'
import { startTestPortal, type Reply, type SignedIn, type TestPortal } from '../../testing/portal.ts'

const production = 'c0470500-0000-4000-8000-00000000a001'
const group = `/subscriptions/${production}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
const id = `${group}/galleries/contosoGallery/images/ubuntu-web/versions/1.1.0`
const deploymentPath = /\/deployments\/image-version-[^/]+$/
const hour = 3_600_000

const westEurope = anEncryptedRegion('westeurope', 'WestEurope')
const ukSouth = anEncryptedRegion('uksouth', 'UKSouth')
const italyNorth = anEncryptedRegion('italynorth', 'ItalyNorth')

let portal: TestPortal
let asAda: SignedIn

beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

async function stored() {
  return z.parse(getStoredImageVersion.response, (await asAda.get('/api/stored-image-version', { id })).body)
}

async function rollout(over: object = {}): Promise<Reply> {
  const { fingerprint } = await stored()
  return asAda.send('PUT', '/api/rollouts', {
    id,
    change: { ...noChange(), replicaCount: 2, addedRegions: [westEurope, ukSouth, italyNorth] },
    fingerprint,
    batches: [['westeurope', 'uksouth'], ['italynorth']],
    ...over,
  })
}

async function repair(regions: string[], over: object = {}): Promise<Reply> {
  const { fingerprint } = await stored()
  return asAda.send('PUT', '/api/region-repairs', { id, regions, fingerprint, ...over })
}

async function works(): Promise<VersionWork[]> {
  return z.parse(z.array(versionWork), (await asAda.get('/api/version-works', { imageVersionId: id })).body)
}

async function steps(): Promise<VersionWork['steps']> {
  return (await works())[0]?.steps ?? []
}

const regionsOf = ({ properties }: StoredVersion) => properties.publishingProfile.targetRegions
const namesOf = (version: StoredVersion) => regionsOf(version).map(({ name }) => name)

/** Another client, as Ada: GET, change, and PUT or PATCH. */
async function elsewhere(method: 'PUT' | 'PATCH', change: (version: StoredVersion) => object): Promise<void> {
  await using session = await testAzureSession(portal.azure, 'ada@contoso.example')
  const url = armUrl(id, { 'api-version': '2024-03-03' })
  const body = change(z.parse(storedVersion, await session.azure.send({ method: 'GET', url })))
  await session.azure.send({ method, url, body })
}

describe('a staged rollout', () => {
  it('adds the regions batch by batch, each once the one before has replicated, with their sets', async () => {
    const before = regionsOf((await stored()).version)
    expect((await rollout()).status).toBe(200)
    expect(await steps()).toMatchObject([
      { action: 'add', regions: ['westeurope', 'uksouth'], state: 'Running' },
      { action: 'add', regions: ['italynorth'], state: 'Waiting' },
    ])
    portal.clock.advance(60_000)
    expect(namesOf((await stored()).version)).toEqual(['West US', 'East US 2', 'West Europe', 'UK South'])
    portal.clock.advance(hour)
    expect(await works()).toMatchObject([{ kind: 'Rollout', imageVersionId: id, state: 'Succeeded' }])
    expect((await steps()).map(({ state }) => state)).toEqual(['Succeeded', 'Succeeded'])
    const { version } = await stored()
    expect(namesOf(version)).toEqual(['West US', 'East US 2', 'West Europe', 'UK South', 'Italy North'])
    expect(JSON.stringify(regionsOf(version).slice(0, 2))).toBe(JSON.stringify(before))
    expect(regionsOf(version)[4]?.encryption?.dataDiskImages).toEqual(italyNorth.encryption.dataDiskImages)
    expect(version.properties.publishingProfile.replicaCount).toBe(2)
  })

  it('does all else that the change says with the first batch', async () => {
    await asAda.send('PUT', '/api/image-version-updates', {
      id,
      change: { ...noChange(), endOfLifeDate: '2030-12-01' },
      fingerprint: (await stored()).fingerprint,
    })
    portal.clock.advance(hour)
    const change = {
      ...noChange(),
      endOfLifeDate: '',
      allowDeletionOfReplicatedLocations: true,
      removedRegions: ['eastus2'],
      changedRegions: [{ name: 'West US', regionalReplicaCount: 7, excludeFromLatest: true }],
      addedRegions: [westEurope, ukSouth],
    }
    expect((await rollout({ change, batches: [['uksouth'], ['westeurope']] })).status).toBe(200)
    const { version } = await stored()
    expect(namesOf(version)).toEqual(['West US', 'UK South'])
    expect(regionsOf(version)[0]).toMatchObject({ regionalReplicaCount: 7, excludeFromLatest: true })
    expect(version.properties.publishingProfile.endOfLifeDate).toBeUndefined()
    expect(version.properties.safetyProfile?.allowDeletionOfReplicatedLocations).toBe(true)
  })

  it('keeps what others do to the version between two steps', async () => {
    await rollout()
    // The simulator leaves no time between two steps, so the change is written to the store during the first.
    const { store } = portal.azure.world
    const found = store.get(id)
    if (found === undefined) throw new Error('The version is gone')
    store.put({ ...found, tags: { owner: 'finance' } })
    portal.clock.advance(hour)
    expect((await works())[0]?.state).toBe('Succeeded')
    const { version } = await stored()
    expect(version.tags).toEqual({ owner: 'finance' })
    expect(namesOf(version)).toHaveLength(5)
  })

  it('stops at a batch that fails, and says what Azure says', async () => {
    const failing = {
      ...westEurope,
      encryption: {
        ...westEurope.encryption,
        osDiskImage: `${group}/diskEncryptionSets/WestEuropeFailingDiskEncryptionSet`,
      },
    }
    const change = { ...noChange(), addedRegions: [failing, ukSouth] }
    expect((await rollout({ change, batches: [['westeurope'], ['uksouth']] })).status).toBe(200)
    portal.clock.advance(hour)
    expect(await works()).toMatchObject([
      {
        state: 'Failed',
        steps: [
          { regions: ['westeurope'], state: 'Failed', decoded: [{ code: 'ReplicationFailed', path: [] }] },
          { regions: ['uksouth'], state: 'Waiting' },
        ],
      },
    ])
    expect(namesOf((await stored()).version)).not.toContain('UK South')
  })

  it('asked for twice is one', async () => {
    const { fingerprint } = await stored()
    const replies = [await rollout({ fingerprint }), await rollout({ fingerprint })]
    expect(replies[0]?.body).toEqual(replies[1]?.body)
    expect(replies[1]?.status).toBe(200)
    expect(await works()).toHaveLength(1)
  })

  it('whose answer is lost is found', async () => {
    portal.azure.faults.dropAnswer({ method: 'PUT', path: deploymentPath })
    expect((await rollout()).status).toBe(200)
    expect(await works()).toMatchObject([{ state: 'Running' }])
  })

  it('is refused for a version that somebody has changed since, and nothing is sent', async () => {
    const { fingerprint } = await stored()
    await elsewhere('PATCH', () => ({ tags: { owner: 'finance' } }))
    portal.clock.advance(hour)
    expect((await rollout({ fingerprint })).problem()).toMatchObject({ status: 409, code: 'ImageVersionChanged' })
    expect(await works()).toEqual([])
  })

  it.each([
    [
      'that name a region twice',
      [
        ['westeurope', 'uksouth'],
        ['italynorth', 'uksouth'],
      ],
    ],
    ['that leave one out', [['westeurope', 'uksouth']]],
  ])('takes no batches %s', async (_, batches) => {
    expect((await rollout({ batches })).problem()).toMatchObject({ status: 400, code: 'InvalidRequest' })
  })

  it('is judged as an update is', async () => {
    const change = { ...noChange(), addedRegions: [blankTargetRegion('westeurope')] }
    const reply = await rollout({ change, batches: [['westeurope']] })
    expect(reply.problem()).toMatchObject({
      status: 422,
      issues: [{ path: ['addedRegions', 0, 'encryption', 'osDiskImage'] }, {}],
    })
  })

  it('can be cancelled: what Azure has begun it finishes', async () => {
    const { body } = await rollout()
    const { deploymentId } = z.parse(z.object({ deploymentId: z.string() }), body)
    expect((await asAda.send('POST', '/api/version-work-cancellations', { id: deploymentId })).status).toBe(200)
    portal.clock.advance(hour)
    expect(await works()).toMatchObject([{ state: 'Canceled', steps: [{ state: 'Succeeded' }, { state: 'Waiting' }] }])
    expect(namesOf((await stored()).version)).toEqual(['West US', 'East US 2', 'West Europe', 'UK South'])
  })
})

describe('the repair of regions', () => {
  it('removes them and adds them again with the encryption that they had', async () => {
    const before = regionsOf((await stored()).version)
    expect((await repair(['East US 2'])).status).toBe(200)
    expect(await works()).toMatchObject([
      {
        kind: 'RegionRepair',
        steps: [
          { action: 'remove', regions: ['eastus2'] },
          { action: 'add', regions: ['eastus2'], state: 'Waiting' },
        ],
      },
    ])
    expect(namesOf((await stored()).version)).toEqual(['West US'])
    portal.clock.advance(hour)
    expect((await works())[0]?.state).toBe('Succeeded')
    expect(regionsOf((await stored()).version)).toEqual(before)
  })

  it('is not for the version’s own region, nor for one that it has not', async () => {
    const codes = async (regions: string[]) => (await repair(regions)).problem().issues?.map(({ code }) => code)
    expect(await codes(['westus'])).toContain('HomeRegionNotRemovable')
    expect(await codes(['japaneast'])).toContain('RegionNotInVersion')
  })

  it('waits for steps that are under way, also between two of them', async () => {
    await rollout({ batches: [['westeurope'], ['uksouth'], ['italynorth']] })
    expect((await repair(['eastus2'])).problem().issues?.map(({ code }) => code)).toContain('VersionBusy')
  })
})

it('shows of a version its steps alone, and of no other deployment', async () => {
  await rollout()
  const other = id.replace('1.1.0', '1.0.0')
  expect((await asAda.get('/api/version-works', { imageVersionId: other })).body).toEqual([])
  const foreign = `/subscriptions/${production}/resourceGroups/myResourceGroup/providers/Microsoft.Resources/deployments/x`
  expect((await asAda.get('/api/version-work', { id: foreign })).problem().status).toBe(400)
})

it('cannot be started by who may only read', async () => {
  const asRita = await portal.as('rita@contoso.example')
  const { fingerprint } = await stored()
  const reply = await asRita.send('PUT', '/api/region-repairs', { id, regions: ['eastus2'], fingerprint })
  expect(reply.problem()).toMatchObject({ status: 403, code: 'ForbiddenByAzure' })
})
