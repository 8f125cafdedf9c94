import { apiVersions } from '@portal/arm'
import { type Campaign, campaignId, usedRegions } from '@portal/campaign'
import { getImageVersion, startCampaign } from '@portal/portal-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { armUrl } from '../azure/arm/arm-request.ts'
import { testAzureSession } from '../testing/azure-session.ts'
import {
  aPlainPlan,
  confirmationOf,
  contosoCompute,
  proposedCampaign,
  setPrefixes,
  surveyOf,
  ubuntuWeb,
} from '../testing/campaigns.ts'
import { startTestPortal, type SignedIn, type TestPortal } from '../testing/portal.ts'

// A colleague has a run replace an old version by one that is less, or something else, than it.

const hour = 3_600_000
const old = `${ubuntuWeb}/versions/3.0.0`

let portal: TestPortal
let asAda: SignedIn

beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
  await asAda.send('PUT', '/api/image-versions', aPlainPlan('3.0.0'))
  portal.clock.advance(hour)
})
afterEach(() => portal.close())

const existing = async (name: string) =>
  (await asAda.get('/api/image-version', { id: `${ubuntuWeb}/versions/${name}` })).status

const batch = { batch: 0 }

async function stated(campaign?: Campaign): Promise<string> {
  const asked = campaign ?? proposedCampaign(await surveyOf(asAda, [old]))
  return startCampaign.response.parse((await asAda.send('PUT', '/api/campaigns', asked)).body).id
}

describe('what a run replaces', () => {
  it.each([
    ['a region', { regions: ['westus'], luns: [0] }, ['eastus2', 'westeurope', 'northeurope', 'uksouth']],
    ['a data disk', { regions: ['westus', 'uksouth'], luns: [] }, Object.keys(setPrefixes)],
  ])('S65: touches no old version with %s that its new one lacks', async (_, part, lacking) => {
    const proposed = proposedCampaign(await surveyOf(asAda, [old]))
    const items = proposed.items.map((item) => ({ ...item, ...part, source: 'DisksOfVersion' as const }))
    const asked = { ...proposed, items, regions: usedRegions(proposed.regions, items) }
    const { id } = startCampaign.response.parse((await asAda.send('PUT', '/api/campaigns', asked)).body)
    const confirmation = await confirmationOf(asAda, id)
    expect((await asAda.send('PUT', '/api/campaign-batches', { id, start: batch, confirmation })).status).toBe(200)
    portal.clock.advance(hour)
    expect(await existing('3.0.1')).toBe(200)
    const proofs = await asAda.send('POST', '/api/campaign-proofs', { id, items: [0] })
    expect(proofs.body).toEqual([{ item: 0, state: 'Different', regions: lacking, progress: 100 }])
    for (const action of ['exclude', 'revoke', 'delete']) {
      const answer = await asAda.send('POST', '/api/campaign-replacements', { id, item: 0, action, confirmation })
      expect(answer.problem()).toMatchObject({ status: 409, code: 'SuccessorNotProven' })
    }
    expect(await existing('3.0.0')).toBe(200)
  })

  it('S80: is created from no disk that somebody else created first, and has had in a machine', async () => {
    const proposed = proposedCampaign(await surveyOf(asAda, [old]))
    const items = proposed.items.map((item) => ({ ...item, source: 'DisksOfVersion' as const }))
    const id = await stated({ ...proposed, items })
    const name = `encrypt-${await campaignId({ ...proposed, items })}-1-os`
    const disk = `${contosoCompute}/disks/${name}`
    await using writer = await testAzureSession(portal.azure, 'ada@contoso.example')
    const body = {
      location: 'westus',
      properties: { creationData: { createOption: 'FromImage', galleryImageReference: { id: old } } },
    }
    const url = armUrl(disk, { 'api-version': apiVersions.disks.version })
    await writer.azure.send({ method: 'PUT', url, body })
    portal.clock.advance(hour)
    const { store } = portal.azure.world
    const created = store.get(disk)
    if (created === undefined) throw new Error('no disk')
    const properties = { ...created.properties, LastOwnershipUpdateTime: '2026-11-24T11:30:00Z' }
    store.put({ ...created, properties })
    const confirmation = await confirmationOf(asAda, id)
    const begin = () => asAda.send('PUT', '/api/campaign-batches', { id, start: batch, confirmation })
    const issues = [{ code: 'RunDiskUsed', params: { name } }]
    expect((await begin()).body).toMatchObject({ rejected: [{ item: 0, issues }] })
    expect(await existing('3.0.1')).toBe(404)
    // Left over from a deployment that failed, it has never been in a machine.
    store.put(created)
    expect((await begin()).body).toMatchObject({ rejected: [] })
  })

  it('S80: is created from no snapshot that was created after the old version, in place of its source', async () => {
    const { store } = portal.azure.world
    const source = store.get(`${contosoCompute}/snapshots/myOSSnapshot`)
    if (source === undefined) throw new Error('no snapshot')
    const version = `${ubuntuWeb}/versions/3.2.0`
    const plan = aPlainPlan('3.2.0', { source: { type: 'DisksAndSnapshots', osDiskId: source.id, dataDisks: [] } })
    expect((await asAda.send('PUT', '/api/image-versions', plan)).status).toBe(200)
    portal.clock.advance(hour)
    const proposed = proposedCampaign(await surveyOf(asAda, [version]))
    expect(proposed.items).toMatchObject([{ source: 'OriginalSource' }])
    const id = await stated(proposed)
    const confirmation = await confirmationOf(asAda, id)
    const begin = () => asAda.send('PUT', '/api/campaign-batches', { id, start: batch, confirmation })
    const timeCreated = new Date(portal.clock.now()).toISOString()
    store.put({ ...source, properties: { ...source.properties, timeCreated } })
    const issues = [{ code: 'RunSourceChanged', params: { name: source.name } }]
    expect((await begin()).body).toMatchObject({ rejected: [{ item: 0, issues }] })
    // nor is it proposed anymore
    expect(proposedCampaign(await surveyOf(asAda, [version])).items).toMatchObject([{ source: 'DisksOfVersion' }])
    store.put(source)
    expect((await begin()).body).toMatchObject({ rejected: [] })
  })

  it('S65: creates a new version that is not revoked, whoever tagged the old one so', async () => {
    const stored = portal.azure.world.store.get(old)
    if (stored) portal.azure.world.store.put({ ...stored, tags: { team: 'images', 'Image-Revoked': '2026-01-01' } })
    const id = await stated()
    const confirmation = await confirmationOf(asAda, id)
    await asAda.send('PUT', '/api/campaign-batches', { id, start: batch, confirmation })
    portal.clock.advance(hour)
    const { tags, revocation } = getImageVersion.response.parse(
      (await asAda.get('/api/image-version', { id: old.replace('3.0.0', '3.0.1') })).body,
    )
    expect(Object.keys(tags)).toEqual(['team', 'EncryptionCampaign', 'EncryptionCampaignPredecessor'])
    expect(revocation).toBeUndefined()
  })
})
