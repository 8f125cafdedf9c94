import { campaignBatches } from '@portal/campaign'
import type { DiskEncryptionSetFacts } from '@portal/disk-encryption'
import {
  getDiskEncryptionSet,
  getDiskEncryptionSetFacts,
  getStoredImageVersion,
  startCampaign,
  startCampaignBatch,
} from '@portal/portal-api'
import { noChange } from '@portal/version-update'
import { blankVirtualMachinePlan } from '@portal/virtual-machine'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { aPlainPlan, confirmationOf, proposedCampaign, surveyOf, ubuntuWeb } from '../testing/campaigns.ts'
import { anEncryptedRegion } from '../testing/encrypted-region.ts'
import { create, enableKey, encryptedPlan, production, puts, setId } from '../testing/faults.ts'
import { startTestPortal, type Reply, type SignedIn, type TestPortal } from '../testing/portal.ts'

let portal: TestPortal
let asAda: SignedIn
beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

/** What the page shows about a set: `isFresh` as after Check again. */
async function read(name: string, isFresh = false) {
  const asked = { ids: [setId(name)], ...(isFresh && { freshness: 'fresh' }) }
  const reply = await asAda.send('POST', '/api/disk-encryption-set-facts', asked)
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  const [set] = z.parse(getDiskEncryptionSetFacts.response, reply.body).sets
  if (set === undefined) throw new Error(`Contoso has no set ${name}`)
  return set
}

const isEnabled = ({ key }: DiskEncryptionSetFacts) => typeof key === 'object' && key.enabled
const writes = () => portal.azure.requests.filter(({ method, path }) => method === 'PUT' && !path.includes('/tags/'))

describe('a key that was disabled after the review is refused before anything is sent', () => {
  const imageVersionId = `${ubuntuWeb}/versions/1.1.0`
  const disabled = expect.objectContaining({ code: 'KeyDisabled' }) as unknown

  async function disabledAfterReview(name: string): Promise<void> {
    expect(isEnabled((await read(name)).facts)).toBe(true)
    enableKey(portal, name, false)
    expect(isEnabled((await read(name)).facts), 'kept for a minute').toBe(true)
  }

  async function change(over: object = {}) {
    const { body } = await asAda.get('/api/stored-image-version', { id: imageVersionId })
    const { fingerprint } = z.parse(getStoredImageVersion.response, body)
    const addedRegions = [anEncryptedRegion('westeurope', 'WestEurope')]
    return { id: imageVersionId, fingerprint, change: { ...noChange(), addedRegions }, ...over }
  }

  it('F60: at its cell, when a version is created', async () => {
    await disabledAfterReview('WestUSDiskEncryptionSet1')
    expect((await create(asAda)).problem()).toMatchObject({
      status: 422,
      code: 'PlanRejected',
      issues: [
        { code: 'KeyDisabled', path: ['targetRegions', 0, 'encryption', 'osDiskImage'] },
        { code: 'KeyDisabled', path: ['targetRegions', 0, 'encryption', 'dataDiskImages', 0] },
      ],
    })
    expect(puts(portal)).toEqual([])
  })

  it.each<[string, (send: SignedIn['send']) => Promise<Reply>]>([
    [
      'is created in batches',
      (send) => {
        const regions = [anEncryptedRegion('westus', 'WestUS'), anEncryptedRegion('westeurope', 'WestEurope')]
        const plan = { ...encryptedPlan(), targetRegions: regions }
        return send('PUT', '/api/image-versions-in-batches', { plan, batches: [['westeurope']] })
      },
    ],
    ['gets a region', async (send) => send('PUT', '/api/image-version-updates', await change())],
    [
      'gets regions in batches',
      async (send) => send('PUT', '/api/rollouts', await change({ batches: [['westeurope']] })),
    ],
  ])('F60: when a version %s', async (_, write) => {
    await disabledAfterReview('WestEuropeDiskEncryptionSet2')
    const reply = await write(asAda.send)
    expect(reply.problem()).toMatchObject({ status: 422, code: 'PlanRejected', issues: [disabled] })
    expect(writes()).toEqual([])
  })

  it('F68: when a region is repaired, before it is removed', async () => {
    await disabledAfterReview('EastUS2DiskEncryptionSet1')
    const { id, fingerprint } = await change()
    const reply = await asAda.send('PUT', '/api/region-repairs', { id, fingerprint, regions: ['eastus2'] })
    expect(reply.problem()).toMatchObject({
      status: 422,
      code: 'PlanRejected',
      issues: [{ code: 'KeyDisabled', path: ['removedRegions', 0] }],
    })
    expect(writes()).toEqual([])
  })

  it('F60: when a machine is created, and before, when its creation is previewed', async () => {
    await disabledAfterReview('WestUSDiskEncryptionSet1')
    const osDisk = { storageAccountType: 'Premium_LRS', diskEncryptionSetId: setId('WestUSDiskEncryptionSet1') }
    const plan = { ...blankVirtualMachinePlan(imageVersionId), subscriptionId: production, location: 'westus', osDisk }
    const path = ['osDisk', 'diskEncryptionSetId']
    for (const [method, address] of [
      ['POST', '/api/virtual-machine-previews'],
      ['PUT', '/api/virtual-machines'],
    ] as const) {
      enableKey(portal, 'WestUSDiskEncryptionSet1', true)
      await read('WestUSDiskEncryptionSet1', true)
      enableKey(portal, 'WestUSDiskEncryptionSet1', false)
      const { issues } = (await asAda.send(method, address, { plan, adminSecret: 'Correct-Horse-Battery-1' })).problem()
      expect(issues).toContainEqual(expect.objectContaining({ code: 'KeyDisabled', path }))
    }
    expect(writes()).toEqual([])
  })

  it('F60: when the next batch of a campaign is started', async () => {
    await asAda.send('PUT', '/api/image-versions', aPlainPlan('3.0.0'))
    portal.clock.advance(3_600_000)
    const campaign = proposedCampaign(await surveyOf(asAda, [`${ubuntuWeb}/versions/3.0.0`]))
    const { id } = z.parse(startCampaign.response, (await asAda.send('PUT', '/api/campaigns', campaign)).body)
    const confirmation = await confirmationOf(asAda, id)
    await disabledAfterReview('UKSouthDiskEncryptionSet1')
    const sent = writes().length
    expect(campaignBatches(campaign)).toHaveLength(1)
    const { body } = await asAda.send('PUT', '/api/campaign-batches', { id, start: { batch: 0 }, confirmation })
    const { rejected } = z.parse(startCampaignBatch.response, body)
    expect(rejected.map(({ item, issues }) => [item, issues.map(({ code }) => code)])).toEqual([[0, ['KeyDisabled']]])
    expect(writes()).toHaveLength(sent)
  })
})

describe('what a user reads again', () => {
  it('F61: shows a key that was enabled in Azure at once, and from then on wherever this user reads it', async () => {
    const name = 'WestUSDisabledKeyDiskEncryptionSet'
    expect(isEnabled((await read(name)).facts)).toBe(false)
    enableKey(portal, name, true)
    expect(isEnabled((await read(name)).facts), 'kept for a minute').toBe(false)
    expect(isEnabled((await read(name, true)).facts)).toBe(true)
    expect(isEnabled((await read(name)).facts)).toBe(true)
  })

  it('F62: costs one call for each vault, key and list of roles, however many sets need it', async () => {
    const ids = ['WestUSDiskEncryptionSet1', 'WestUSDiskEncryptionSet2', 'WestUSDoubleEncryptionSet'].map(setId)
    const ask = async () => {
      const before = portal.azure.requests.length
      await asAda.send('POST', '/api/disk-encryption-set-facts', { ids, freshness: 'fresh' })
      return portal.azure.requests.slice(before).map(({ path }) => path)
    }
    const [first, again] = [await ask(), await ask()]
    expect(new Set(first).size).toBe(first.length)
    expect(again.toSorted()).toEqual(first.toSorted())
  })

  it('F63: has the time of Azure when the oldest of it was read', async () => {
    const name = 'WestUSDiskEncryptionSet1'
    expect((await read(name)).readAt).toBe('2026-11-24T10:00:00.000Z')
    portal.clock.advance(63_000)
    expect((await read(name)).readAt).toBe('2026-11-24T10:00:00.000Z')
    expect((await read(name, true)).readAt).toBe('2026-11-24T10:01:03.000Z')
    const { body } = await asAda.get('/api/disk-encryption-set', { id: setId(name) })
    expect(z.parse(getDiskEncryptionSet.response, body).set.readAt).toBe('2026-11-24T10:01:03.000Z')
  })
})
