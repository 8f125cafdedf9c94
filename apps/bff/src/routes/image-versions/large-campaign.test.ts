import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { contosoAtScale } from '@portal/azure-simulator'
import {
  bestSource,
  type Campaign,
  campaignBatches,
  campaignCandidate,
  campaignMatrix,
  campaignRegions,
  campaignSurvey,
  type CampaignSurvey,
  lunsOf,
  regionsOf,
  successorNames,
} from '@portal/campaign'
import { definitionIdOf } from '@portal/image-version'
import { getCampaign, mostProofs, mostSurveyed, startCampaign } from '@portal/portal-api'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { confirmationOf } from '../../testing/campaigns.ts'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

// A campaign of 200 versions in the largest estate, with Azure's limits in force. Each number of calls is in
// docs/scale.md.

const subscriptionId = 'c0470500-0000-4000-8000-00000000e000'
const compute = `/subscriptions/${subscriptionId}/resourceGroups/estateResourceGroup/providers/Microsoft.Compute`
const count = 200
const ids = Array.from(
  { length: count },
  (_, index) =>
    `${compute}/galleries/estateGallery000/images/estate-00${index % 2}/versions/1.${Math.floor(index / 2)}.0`,
)

let portal: TestPortal
let asAda: SignedIn

beforeAll(async () => {
  const world = contosoAtScale()
  const wanted = new Set(ids.map((id) => id.toLowerCase()))
  // Their encryption is taken away: they are as they were before anybody encrypted anything.
  const resources = world.resources.map((resource) => {
    if (!wanted.has(resource.id.toLowerCase())) return resource
    const properties: unknown = JSON.parse(JSON.stringify(resource.properties), (key, value: unknown) =>
      key === 'encryption' ? undefined : value,
    )
    return { ...resource, properties: z.parse(z.record(z.string(), z.json()), properties) }
  })
  portal = await startTestPortal({ world: { ...world, resources }, throttling: {} })
  asAda = await portal.as('ada@contoso.example')
})
afterAll(() => portal.close())

/** What one request to the portal asks of Azure: queries of Resource Graph, reads, and writes. */
async function counted<T>(
  what: () => Promise<T>,
): Promise<{ answer: T; queries: number; reads: number; writes: number }> {
  portal.azure.requests.length = 0
  const answer = await what()
  const { requests } = portal.azure
  expect(requests.filter(({ status }) => status === 429)).toEqual([])
  const queries = requests.filter(({ path }) => path.startsWith('/providers/Microsoft.ResourceGraph/')).length
  const reads = requests.filter(({ method }) => method === 'GET').length
  return { answer, queries, reads, writes: requests.length - queries - reads }
}

async function surveyed(): Promise<CampaignSurvey> {
  const surveys: CampaignSurvey[] = []
  for (let at = 0; at < count; at += mostSurveyed) {
    const { answer, reads } = await counted(() =>
      asAda.send('POST', '/api/campaign-surveys', { imageVersionIds: ids.slice(at, at + mostSurveyed) }),
    )
    // a version each, one source for all, and what the definitions and the subscription have
    expect(reads).toBeLessThanOrEqual(mostSurveyed + 20)
    portal.clock.advance(10_000)
    surveys.push(z.parse(campaignSurvey, answer.body))
  }
  const [first] = surveys
  if (first === undefined) throw new Error('no survey')
  return { ...first, versions: surveys.flatMap(({ versions }) => versions) }
}

function campaignFrom(survey: CampaignSurvey): Campaign {
  const matrix = campaignMatrix(survey.versions, 'EncryptionAtRestWithCustomerKey')
  const setOf = (region: string, number: number) => `${compute}/diskEncryptionSets/${region}-set-00${number}`
  const names = successorNames(survey, ids)
  const items = survey.versions.map((each) => {
    const { version } = each
    const definition = survey.definitions.find(({ key }) => key === definitionIdOf(version.id).toLowerCase())
    const source = bestSource(campaignCandidate(each, definition))
    if (source === undefined) throw new Error(`${version.id} can't be created again`)
    const name = names.get(version.id) ?? ''
    return { predecessorId: version.id, name, source, regions: regionsOf(version), luns: lunsOf(version) }
  })
  return {
    encryptionType: 'EncryptionAtRestWithCustomerKey',
    regions: campaignRegions(matrix, items).map((region) => ({
      ...region,
      osDiskImage: setOf(region.name, 0),
      dataDiskImages: [{ lun: 0, diskEncryptionSetId: setOf(region.name, 1) }],
    })),
    items,
  }
}

it('a campaign of 200 versions stays within Azure’s limits, with a few calls for each of its parts', async () => {
  const campaign = campaignFrom(await surveyed())
  const batches = campaignBatches(campaign)
  expect(batches).toHaveLength(40)
  const stated = await counted(() => asAda.send('PUT', '/api/campaigns', campaign))
  expect(stated).toMatchObject({ reads: 1, writes: 1 })
  const { id } = z.parse(startCampaign.response, stated.answer.body)
  const confirmation = await confirmationOf(asAda, id)
  for (const batch of batches.keys()) {
    portal.clock.advance(2000)
    const { answer, reads, writes } = await counted(() =>
      asAda.send('PUT', '/api/campaign-batches', { id, start: { batch }, confirmation }),
    )
    expect(answer.body).toMatchObject({ rejected: [] })
    expect(writes).toBe(1)
    expect(reads).toBeLessThanOrEqual(40)
  }
  portal.clock.advance(3_600_000)
  const seen = await counted(() => asAda.get('/api/campaign', { id }))
  // the tagged ones, the old ones by the hundred; the statement, and a list of deployments by pages
  expect(seen).toMatchObject({ queries: 3, writes: 0 })
  expect(seen.reads).toBeLessThanOrEqual(4)
  const { items } = z.parse(getCampaign.response, seen.answer.body)
  expect(items.filter(({ successor }) => successor?.provisioningState === 'Succeeded')).toHaveLength(count)
  const page = Array.from({ length: mostProofs }, (_, index) => index)
  const proofs = await counted(() => asAda.send('POST', '/api/campaign-proofs', { id, items: page }))
  expect(proofs).toMatchObject({ queries: 0, reads: 2 + 2 * mostProofs, writes: 0 })
  expect(proofs.answer.body).toEqual(page.map((item) => expect.objectContaining({ item, state: 'Proven' }) as unknown))

  // Reading it again and again keeps nothing.
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  const heap = () => {
    portal.azure.requests.length = 0
    portal.log.length = 0
    if (typeof collect === 'function') Reflect.apply(collect, undefined, [])
    return process.memoryUsage().heapUsed
  }
  const before = heap()
  for (let time = 0; time < 15; time += 1) {
    portal.clock.advance(15_000)
    await asAda.get('/api/campaign', { id })
  }
  expect(heap() - before).toBeLessThan(20 * 1024 ** 2)
}, 300_000)
