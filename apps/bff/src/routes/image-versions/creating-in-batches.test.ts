import { blankTargetRegion, type ImageVersionPlan } from '@portal/image-version'
import { aPlan } from '@portal/image-version/testing'
import { getStoredImageVersion, versionWork, type VersionWork } from '@portal/portal-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { anEncryptedRegion } from '../../testing/encrypted-region.ts'
import { startTestPortal, type Reply, type SignedIn, type TestPortal } from '../../testing/portal.ts'

const production = 'c0470500-0000-4000-8000-00000000a001'
const group = `/subscriptions/${production}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
const imageDefinitionId = `${group}/galleries/contosoGallery/images/ubuntu-web`
const id = `${imageDefinitionId}/versions/2.0.0`
const deploymentPath = /\/deployments\/image-version-[^/]+$/
const hour = 3_600_000

const plan: ImageVersionPlan = aPlan({
  imageDefinitionId,
  name: '2.0.0',
  source: { type: 'ManagedImage', id: `${group}/images/myImage` },
  // a text that a template would evaluate as an expression
  tags: [{ name: 'owner', value: '[resourceGroup().id]' }],
  targetRegions: [
    anEncryptedRegion('westus', 'WestUS'),
    anEncryptedRegion('westeurope', 'WestEurope'),
    anEncryptedRegion('uksouth', 'UKSouth'),
    anEncryptedRegion('italynorth', 'ItalyNorth'),
  ],
})
const batches = [['westeurope', 'uksouth'], ['italynorth']]

let portal: TestPortal
let asAda: SignedIn

beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

const create = (over: object = {}, user = asAda): Promise<Reply> =>
  user.send('PUT', '/api/image-versions-in-batches', { plan, batches, ...over })

async function works(): Promise<VersionWork[]> {
  return z.parse(z.array(versionWork), (await asAda.get('/api/version-works', { imageVersionId: id })).body)
}

async function storedRegions() {
  const { body } = await asAda.get('/api/stored-image-version', { id })
  const { version } = z.parse(getStoredImageVersion.response, body)
  return version.properties.publishingProfile.targetRegions
}

const deployments = () =>
  portal.azure.requests.filter(({ method, path }) => method === 'PUT' && deploymentPath.test(path))

describe('creating a version in batches', () => {
  it('makes it in its own region, then adds the others batch by batch, each disk with its set', async () => {
    expect(await create()).toMatchObject({ status: 200, body: { id } })
    portal.clock.advance(1000)
    expect((await storedRegions()).map(({ name }) => name)).toEqual(['West US'])
    expect(await works()).toMatchObject([
      {
        kind: 'Rollout',
        imageVersionId: id,
        steps: [
          { action: 'create', regions: ['westus'], state: 'Running' },
          { action: 'add', regions: ['westeurope', 'uksouth'], state: 'Waiting' },
          { action: 'add', regions: ['italynorth'], state: 'Waiting' },
        ],
      },
    ])
    portal.clock.advance(hour)
    expect((await works())[0]?.steps.map(({ state }) => state)).toEqual(['Succeeded', 'Succeeded', 'Succeeded'])
    const asked = plan.targetRegions.map(({ encryption }) => ({
      osDiskImage: { diskEncryptionSetId: encryption.osDiskImage },
      dataDiskImages: encryption.dataDiskImages,
    }))
    const regions = await storedRegions()
    expect(regions.map(({ name }) => name)).toEqual(['West US', 'West Europe', 'UK South', 'Italy North'])
    expect(regions.map(({ encryption }) => encryption)).toMatchObject(asked)
  })

  it('keeps every other word of the plan, also one that looks like an expression', async () => {
    await create()
    portal.clock.advance(hour)
    const { body } = await asAda.get('/api/image-version', { id })
    expect(body).toMatchObject({ tags: { owner: '[resourceGroup().id]' }, provisioningState: 'Succeeded' })
  })

  it('asked for twice is one, also when it is done', async () => {
    const replies = [await create(), await create()]
    portal.clock.advance(hour)
    replies.push(await create())
    expect(replies.map(({ status, body }) => [status, body])).toEqual(replies.map(() => [200, { id }]))
    expect(deployments()).toHaveLength(1)
  })

  it('whose answer is lost is found', async () => {
    portal.azure.faults.dropAnswer({ method: 'PUT', path: deploymentPath })
    expect((await create()).status).toBe(200)
    expect(await works()).toMatchObject([{ state: 'Running' }])
  })

  it('is refused while others are made of that name, and where one is there', async () => {
    await create()
    const others = { batches: [['westeurope'], ['uksouth'], ['italynorth']] }
    expect((await create(others)).problem()).toMatchObject({ status: 409, code: 'ImageVersionExists' })
    // In Azure, seconds can pass between the start of a deployment and its first step; in the simulator, none.
    portal.azure.world.store.remove(id)
    expect((await create(others)).problem()).toMatchObject({ status: 422, issues: [{ code: 'VersionBusy' }] })
    expect(deployments()).toHaveLength(1)
  })

  it('is judged as a whole before anything is sent', async () => {
    const targetRegions = [...plan.targetRegions.slice(0, 3), blankTargetRegion('italynorth')]
    const reply = await create({ plan: { ...plan, targetRegions } })
    expect(reply.problem()).toMatchObject({
      status: 422,
      issues: [{ path: ['targetRegions', 3, 'encryption', 'osDiskImage'] }, {}],
    })
    expect(deployments()).toEqual([])
  })

  it('stops at a region that fails, and leaves those after it alone', async () => {
    const failing = anEncryptedRegion('westeurope', 'WestEurope')
    failing.encryption.osDiskImage = `${group}/diskEncryptionSets/WestEuropeFailingDiskEncryptionSet`
    const targetRegions = plan.targetRegions.map((region) => (region.name === 'westeurope' ? failing : region))
    await create({ plan: { ...plan, targetRegions } })
    portal.clock.advance(hour)
    expect(await works()).toMatchObject([
      { state: 'Failed', steps: [{ state: 'Succeeded' }, { state: 'Failed' }, { state: 'Waiting' }] },
    ])
    expect((await storedRegions()).map(({ name }) => name)).not.toContain('Italy North')
  })

  it.each([
    ['name the version’s own region', [['westus', 'westeurope', 'uksouth', 'italynorth']]],
    ['leave one out', [['westeurope', 'uksouth']]],
  ])('takes no batches that %s', async (_, wrong) => {
    expect((await create({ batches: wrong })).problem()).toMatchObject({ status: 400, code: 'InvalidRequest' })
  })

  it('needs the right to deploy to the gallery’s group', async () => {
    const asRita = await portal.as('rita@contoso.example')
    expect((await create({}, asRita)).problem()).toMatchObject({ status: 403, code: 'ForbiddenByAzure' })
  })
})
