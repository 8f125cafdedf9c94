import { type Campaign, campaignBatches, campaignCandidate } from '@portal/campaign'
import { blankTargetRegion } from '@portal/image-version'
import {
  getCampaign,
  getCampaignProofs,
  getStoredImageVersion,
  startCampaign,
  startCampaignBatch,
  type CampaignAnswer,
} from '@portal/portal-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import {
  aPlainPlan,
  confirmationOf,
  contosoCompute,
  proposedCampaign,
  surveyOf,
  ubuntuWeb,
} from '../../testing/campaigns.ts'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

const hour = 3_600_000
const names = Array.from({ length: 12 }, (_, index) => `3.${index}.0`)
const idOf = (name: string) => `${ubuntuWeb}/versions/${name}`

let portal: TestPortal
let asAda: SignedIn

beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
  // Of the last one, the source is gone, so that its new version is created from disks.
  await asAda.send('PUT', '/api/image-versions', aPlainPlan('3.0.0'))
  for (const name of names.slice(1, 11)) await asAda.send('PUT', '/api/image-versions', aPlainPlan(name))
  const blobs = {
    type: 'StorageBlobs' as const,
    storageAccountId: `${contosoCompute.replace('Compute', 'Storage')}/storageAccounts/contosovhds`,
    osDiskUri: 'https://contosovhds.blob.core.windows.net/vhds/os.vhd',
    dataDisks: [],
  }
  await asAda.send('PUT', '/api/image-versions', aPlainPlan('3.11.0', { source: blobs }))
  portal.clock.advance(hour)
})
afterEach(() => portal.close())

async function proposed(ids = names.map(idOf)): Promise<Campaign> {
  return proposedCampaign(await surveyOf(asAda, ids))
}

async function stated(campaign: Campaign, user = asAda): Promise<string> {
  return z.parse(startCampaign.response, (await user.send('PUT', '/api/campaigns', campaign)).body).id
}

async function begin(id: string, start: object, user = asAda) {
  const reply = await user.send('PUT', '/api/campaign-batches', {
    id,
    start,
    confirmation: await confirmationOf(user, id),
  })
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  return z.parse(startCampaignBatch.response, reply.body)
}

async function read(id: string, user = asAda): Promise<CampaignAnswer> {
  const reply = await user.get('/api/campaign', { id })
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  return z.parse(getCampaign.response, reply.body)
}

async function proofs(id: string, items: number[]) {
  return z.parse(getCampaignProofs.response, (await asAda.send('POST', '/api/campaign-proofs', { id, items })).body)
}

const replace = async (id: string, item: number, action = 'exclude', user = asAda) =>
  user.send('POST', '/api/campaign-replacements', { id, item, action, confirmation: await confirmationOf(user, id) })

async function storedVersion(name: string) {
  const { body } = await asAda.get('/api/stored-image-version', { id: idOf(name) })
  return z.parse(getStoredImageVersion.response, body).version.properties.publishingProfile
}

const writes = (path: RegExp) =>
  portal.azure.requests.filter((request) => request.method === 'PUT' && path.test(request.path))

describe('a campaign', () => {
  it('creates each version again in every region, each disk with its set, a few per deployment', async () => {
    const campaign = await proposed()
    expect(campaign.items.map(({ name }) => name)).toEqual(names.map((name) => name.replace(/0$/, '1')))
    expect(campaign.items.map(({ source }) => source)).toEqual(
      names.map((name) => (name === '3.11.0' ? 'DisksOfVersion' : 'OriginalSource')),
    )
    const id = await stated(campaign)
    const batches = campaignBatches(campaign)
    expect(batches.map(({ length }) => length)).toEqual([5, 5, 2])
    for (const batch of batches.keys()) expect((await begin(id, { batch })).rejected).toEqual([])
    portal.clock.advance(hour)
    expect((await proofs(id, [0, 5, 11])).map(({ state, predecessor }) => [state, predecessor])).toEqual(
      [1, 2, 3].map(() => ['Proven', 'Untouched']),
    )
    const { targetRegions, excludeFromLatest } = await storedVersion('3.11.1')
    expect(excludeFromLatest).toBe(true)
    expect(targetRegions).toHaveLength(5)
    for (const { encryption } of targetRegions)
      expect(encryption?.osDiskImage?.diskEncryptionSetId).toMatch(/DiskEncryptionSet1$/)
  })

  it('is read whole from Azure by anybody who opens it, and continued by another person', async () => {
    const campaign = await proposed()
    const id = await stated(campaign)
    await begin(id, { batch: 0 })
    portal.clock.advance(hour)
    const asSam = await portal.as('sam@contoso.example')
    const seen = await read(id, asSam)
    expect(seen.campaign).toEqual(campaign)
    expect(seen.items.filter(({ successor }) => successor !== undefined)).toHaveLength(5)
    expect(seen.items[0]).toMatchObject({ deployment: 'Succeeded', successor: { provisioningState: 'Succeeded' } })
    expect(seen.items[5]).toEqual({ predecessor: { provisioningState: 'Succeeded', excludeFromLatest: false } })
  })

  it('is listed with the time when its first version was created, before earlier ones', async () => {
    const list = async () => (await asAda.get('/api/campaigns')).body
    const all = await proposed()
    const begun = async (items: Campaign['items']) => {
      const id = await stated({ ...all, items })
      const startedAt = portal.clock.now()
      await begin(id, { batch: 0 })
      portal.clock.advance(hour)
      return { id, versions: items.length, startedAt }
    }
    const earlier = await begun(all.items.slice(0, 2))
    const later = await begun(all.items.slice(2, 3))
    expect(await list()).toEqual({
      campaigns: [later, earlier].map(({ startedAt, ...campaign }) => ({
        ...campaign,
        startedAt: expect.stringMatching(`^${new Date(startedAt).toISOString().slice(0, 16)}`) as string,
      })),
      leftOut: 0,
    })
  })

  it('creates nothing twice: not asked again, not after a lost answer, not from two windows', async () => {
    const id = await stated(await proposed())
    portal.azure.faults.dropAnswer({ method: 'PUT', path: /\/deployments\/encrypt-versions-\w+-1$/ })
    const confirmation = await confirmationOf(asAda, id)
    const lost = await asAda.send('PUT', '/api/campaign-batches', { id, start: { batch: 0 }, confirmation })
    expect(lost.status).toBe(200)
    await Promise.all([begin(id, { batch: 0 }), begin(id, { batch: 0 })])
    portal.clock.advance(hour)
    expect(await begin(id, { batch: 0 })).toEqual({ rejected: [] })
    expect(await begin(id, { item: 0 })).toEqual({ rejected: [] })
    expect(writes(/\/deployments\/encrypt-versions-\w+-/)).toHaveLength(1)
    expect(await stated(await read(id).then(({ campaign }) => campaign))).toBe(id)
    expect(writes(/\/deployments\/encrypt-versions-\w+$/)).toHaveLength(1)
  })

  it('touches nothing old before the new version is proven, and then includes it before it excludes the old one', async () => {
    const id = await stated(await proposed())
    await begin(id, { batch: 0 })
    portal.clock.advance(1000)
    const before = await storedVersion('3.0.0')
    expect((await replace(id, 0)).problem()).toMatchObject({ status: 409, code: 'SuccessorNotProven' })
    expect((await replace(id, 6, 'delete')).problem()).toMatchObject({ status: 409, code: 'SuccessorNotProven' })
    expect(await storedVersion('3.0.0')).toEqual(before)
    portal.clock.advance(hour)
    expect((await replace(id, 0)).body).toEqual({ state: 'Waiting' })
    expect((await storedVersion('3.0.0')).excludeFromLatest ?? false).toBe(false)
    portal.clock.advance(hour)
    expect((await replace(id, 0)).body).toEqual({ state: 'Done' })
    portal.clock.advance(hour)
    const [old, successor] = [await storedVersion('3.0.0'), await storedVersion('3.0.1')]
    expect([old.excludeFromLatest, successor.excludeFromLatest]).toEqual([true, false])
    expect(successor.targetRegions.map(({ encryption }) => encryption)).not.toContain(undefined)
    expect((await proofs(id, [0]))[0]).toMatchObject({ state: 'Proven', predecessor: 'Excluded' })
    expect((await replace(id, 0)).body).toEqual({ state: 'Done' })
  })

  it('deletes the old version if that is asked for, and the disks that the new one was created from', async () => {
    const campaign = await proposed([idOf('3.11.0')])
    const id = await stated(campaign)
    await begin(id, { batch: 0 })
    portal.clock.advance(hour)
    const disks = () =>
      portal.azure.world.store
        .list(contosoCompute.split('/providers')[0] ?? '', 'Microsoft.Compute/disks')
        .filter(({ name }) => name.startsWith('encrypt-'))
    expect((await proofs(id, [0]))[0]).toMatchObject({ state: 'Proven' })
    expect(disks()).toHaveLength(1)
    await replace(id, 0, 'delete')
    portal.clock.advance(hour)
    expect((await replace(id, 0, 'delete')).body).toEqual({ state: 'Done' })
    portal.clock.advance(hour)
    expect((await asAda.get('/api/image-version', { id: idOf('3.11.0') })).status).toBe(404)
    expect((await proofs(id, [0]))[0]).toMatchObject({ predecessor: 'Deleted' })
    expect(disks()).toEqual([])
  })
})

describe('a lock', () => {
  const lock = (scope: string, level: string) => {
    const id = `${scope}/providers/Microsoft.Authorization/locks/keep`
    const type = 'Microsoft.Authorization/locks'
    portal.azure.world.store.put({ id, type, name: 'keep', location: '', properties: { level } })
  }

  it('of an old version keeps it as it forbids, before anything is sent, and is said with the proof', async () => {
    const id = await stated(await proposed([idOf('3.0.0'), idOf('3.1.0')]))
    await begin(id, { batch: 0 })
    portal.clock.advance(hour)
    lock(idOf('3.0.0'), 'CanNotDelete')
    lock(idOf('3.1.0'), 'ReadOnly')
    expect((await proofs(id, [0, 1])).map(({ locks }) => locks)).toEqual([
      [{ scope: idOf('3.0.0'), level: 'CanNotDelete' }],
      [{ scope: idOf('3.1.0'), level: 'ReadOnly' }],
    ])
    const before = portal.azure.requests.length
    expect((await replace(id, 0, 'delete')).body).toEqual({ state: 'Locked' })
    expect((await replace(id, 1, 'exclude')).body).toEqual({ state: 'Locked' })
    expect(portal.azure.requests.slice(before).filter(({ method }) => method !== 'GET' && method !== 'POST')).toEqual(
      [],
    )
    expect((await storedVersion('3.1.1')).excludeFromLatest).toBe(true)
    expect((await replace(id, 0, 'exclude')).body).toEqual({ state: 'Waiting' })
  })

  it('of their gallery, read-only, is said in the survey', async () => {
    lock(contosoCompute.split('/providers')[0] ?? '', 'ReadOnly')
    const { versions, definitions } = await surveyOf(asAda, [idOf('3.0.0')])
    expect(versions.map((version) => campaignCandidate(version, definitions[0]))).toMatchObject([
      { obstacle: 'Locked', locks: [{ level: 'ReadOnly' }] },
    ])
  })
})

describe('what a campaign can’t do', () => {
  it('says why a version can’t be created again', async () => {
    const shallow = aPlainPlan('4.0.0', {
      replicationMode: 'Shallow',
      targetRegions: [blankTargetRegion('westus')],
    })
    await asAda.send('PUT', '/api/image-versions', shallow)
    portal.clock.advance(hour)
    const ids = [idOf('4.0.0'), idOf('1.1.0'), idOf('3.0.0'), idOf('3.11.0'), idOf('9.9.9')]
    const survey = await surveyOf(asAda, ids)
    expect(survey.missing).toEqual([idOf('9.9.9')])
    const [definition] = survey.definitions
    expect(survey.versions.map((version) => campaignCandidate(version, definition))).toMatchObject([
      { obstacle: 'Shallow', ways: [] },
      { obstacle: 'AlreadyEncrypted', ways: [] },
      { ways: [{ source: 'OriginalSource' }, { source: 'DisksOfVersion' }] },
      { ways: [{ source: 'OriginalSource', obstacle: 'SourceNotEncryptable' }, { source: 'DisksOfVersion' }] },
    ])
  })

  it('leaves out what the rules refuse, with their issues, and creates the rest of the batch', async () => {
    const campaign = await proposed([idOf('3.0.0'), idOf('3.1.0')])
    await asAda.send('PUT', '/api/image-versions', aPlainPlan('3.0.1'))
    const id = await stated(campaign)
    const { rejected } = await begin(id, { batch: 0 })
    expect(rejected).toMatchObject([{ item: 0, issues: [{ code: 'VersionNameExists' }] }])
    portal.clock.advance(hour)
    expect((await proofs(id, [0, 1])).map(({ state }) => state)).toEqual(['Different', 'Proven'])
    expect((await replace(id, 0)).problem()).toMatchObject({ code: 'SuccessorNotProven' })
  })

  it('creates no second one of a version that another campaign has created again, and names that one', async () => {
    const ids = [idOf('3.0.0'), idOf('3.1.0')]
    const campaign = await proposed(ids)
    // Planned at the same time by somebody who had chosen other numbers.
    const items = campaign.items.map((item) => ({ ...item, name: item.name.replace(/1$/, '7') }))
    const other = await stated({ ...campaign, items })
    const id = await stated(campaign)
    await begin(id, { item: 0 })
    portal.clock.advance(1000)
    expect((await begin(other, { batch: 0 })).rejected).toEqual([
      {
        item: 0,
        issues: [expect.objectContaining({ code: 'SuccessorExists', params: { name: '3.0.1', predecessor: '3.0.0' } })],
      },
    ])
    portal.clock.advance(hour)
    expect((await begin(id, { batch: 0 })).rejected).toMatchObject([
      { item: 1, issues: [{ code: 'SuccessorExists', params: { name: '3.1.7' } }] },
    ])
    const survey = await surveyOf(asAda, ids)
    const [definition] = survey.definitions
    expect(survey.versions.map((version) => campaignCandidate(version, definition))).toMatchObject([
      { obstacle: 'HasSuccessor', successor: { name: '3.0.1' } },
      { obstacle: 'HasSuccessor', successor: { name: '3.1.7' } },
    ])
    expect((await asAda.get('/api/image-version', { id: idOf('3.0.7') })).status).toBe(404)
  })

  it('creates a version again if Azure did not complete the first new one', async () => {
    const campaign = await proposed([idOf('3.0.0')])
    const failing = `${contosoCompute}/diskEncryptionSets/WestEuropeFailingDiskEncryptionSet`
    const regions = campaign.regions.map((region) =>
      region.name === 'westeurope' ? { ...region, osDiskImage: failing } : region,
    )
    await begin(await stated({ ...campaign, regions }), { batch: 0 })
    portal.clock.advance(hour)
    const second = await proposed([idOf('3.0.0')])
    expect(second.items.map(({ name }) => name)).toEqual(['3.0.2'])
    const id = await stated(second)
    expect((await begin(id, { batch: 0 })).rejected).toEqual([])
    portal.clock.advance(hour)
    expect((await proofs(id, [0]))[0]).toMatchObject({ state: 'Proven' })
  })

  it('tells which region failed, and is proven once that region is repaired', async () => {
    const campaign = await proposed([idOf('3.0.0'), idOf('3.1.0')])
    const failing = `${contosoCompute}/diskEncryptionSets/WestEuropeFailingDiskEncryptionSet`
    const regions = campaign.regions.map((region) =>
      region.name === 'westeurope' ? { ...region, osDiskImage: failing } : region,
    )
    const id = await stated({ ...campaign, regions })
    await begin(id, { batch: 0 })
    portal.clock.advance(hour)
    const seen = await read(id)
    expect(seen.items[0]).toMatchObject({ deployment: 'Failed', successor: { provisioningState: 'Failed' }, error: {} })
    expect((await proofs(id, [0]))[0]).toMatchObject({ state: 'Failed', regions: ['westeurope'] })
    portal.azure.world.replicationFailures = []
    const { body } = await asAda.get('/api/stored-image-version', { id: idOf('3.0.1') })
    const { fingerprint } = z.parse(getStoredImageVersion.response, body)
    await asAda.send('PUT', '/api/region-repairs', { id: idOf('3.0.1'), regions: ['westeurope'], fingerprint })
    portal.clock.advance(hour)
    expect((await proofs(id, [0, 1])).map(({ state }) => state)).toEqual(['Proven', 'Failed'])
  })

  it('takes no campaign of several subscriptions or resource groups, with a number twice or without a number', async () => {
    const campaign = await proposed([idOf('3.0.0'), idOf('3.1.0')])
    const [one, other] = campaign.items
    const elsewhere = { ...other, predecessorId: other?.predecessorId.replace(/a001/, 'a002') }
    const renamed = (name: string, predecessorId = other?.predecessorId) => ({ ...other, name, predecessorId })
    const inAnotherGroup = { ...other, predecessorId: other?.predecessorId.replace('myResourceGroup', 'another') }
    for (const items of [
      [one, elsewhere],
      [one, inAnotherGroup],
      [one, renamed(one?.name ?? '')],
      [one, renamed('latest')],
      [one, renamed('9.0.0', one?.predecessorId)],
    ])
      expect((await asAda.send('PUT', '/api/campaigns', { ...campaign, items })).problem()).toMatchObject({
        status: 400,
        code: 'InvalidRequest',
      })
  })
})
