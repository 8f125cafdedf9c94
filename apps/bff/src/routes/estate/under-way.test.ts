import type { Preparation } from '@portal/disk-encryption'
import { blankTargetRegion } from '@portal/image-version'
import { aPlan } from '@portal/image-version/testing'
import {
  getOperationOutcome,
  getStoredImageVersion,
  listUnderWay,
  startCampaign,
  type OperationOutcome,
  type UnderWay,
} from '@portal/portal-api'
import { noChange } from '@portal/version-update'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aPlainPlan, confirmationOf, proposedCampaign, surveyOf, ubuntuWeb } from '../../testing/campaigns.ts'
import { anEncryptedRegion } from '../../testing/encrypted-region.ts'
import { startTestPortal, type TestPortal } from '../../testing/portal.ts'

const place = { subscriptionId: 'c0470500-0000-4000-8000-00000000a001', resourceGroupName: 'myResourceGroup' }
const group = `/subscriptions/${place.subscriptionId}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
const imageDefinitionId = `${group}/galleries/contosoGallery/images/ubuntu-web`

const plan = aPlan({
  imageDefinitionId,
  name: '2.0.0',
  source: { type: 'ManagedImage', id: `${group}/images/myImage` },
  encryptionType: 'EncryptionAtRestWithPlatformKey',
  targetRegions: [{ ...blankTargetRegion('westus'), regionalReplicaCount: 1, storageAccountType: 'Standard_LRS' }],
})

const preparation: Preparation = {
  ...place,
  encryptionType: 'EncryptionAtRestWithCustomerKey',
  rotationToLatestKeyVersionEnabled: true,
  orchestratorObjectId: '',
  regions: [
    {
      location: 'japaneast',
      diskEncryptionSetName: 'JapanEastDiskEncryptionSet1',
      identityName: 'id-japaneast',
      vault: { isNew: true, name: 'kv-contoso-jpe', permissionModel: 'AccessPolicies' },
      key: { isNew: true, name: 'images-key' },
      attestationUri: '',
    },
  ],
}

let portal: TestPortal
beforeEach(async () => (portal = await startTestPortal()))
afterEach(() => portal.close())

async function underWay(user = 'ada'): Promise<UnderWay> {
  const { body } = await (await portal.as(`${user}@contoso.example`)).get(listUnderWay.path)
  return listUnderWay.response.parse(body)
}

async function outcome(id: string): Promise<OperationOutcome> {
  const asAda = await portal.as('ada@contoso.example')
  return getOperationOutcome.response.parse((await asAda.get(getOperationOutcome.path, { id, kind: 'campaign' })).body)
}

async function put(path: string, body: unknown): Promise<void> {
  const reply = await (await portal.as('ada@contoso.example')).send('PUT', path, body)
  expect(reply.status).toBe(200)
}

describe('what is under way', () => {
  it('is nothing while Azure is at work on nothing', async () => {
    expect(await underWay()).toMatchObject({ items: [], isPartial: false })
  })

  it('is a version with its progress, since it was asked for, for every user who may read it', async () => {
    await put('/api/image-versions', plan)
    portal.clock.advance(120_000)
    for (const user of ['ada', 'rita', 'sam'])
      expect((await underWay(user)).items).toEqual([
        {
          id: `${imageDefinitionId}/versions/2.0.0`,
          kind: 'imageVersion',
          state: 'Creating',
          since: expect.stringMatching(/^2026-11-24T10:00/) as unknown,
          progress: 50,
        },
      ])
    expect((await underWay('ben')).items).toEqual([])
    portal.clock.advance(600_000)
    expect((await underWay()).items).toEqual([])
  })

  it('is a deployment of the portal, since it began', async () => {
    await put('/api/preparations', preparation)
    portal.clock.advance(2_000)
    const { items } = await underWay('sam')
    expect(items.filter(({ kind }) => kind === 'preparation')).toEqual([
      {
        id: expect.stringContaining('/deployments/disk-encryption-sets-') as unknown,
        kind: 'preparation',
        state: 'Running',
        since: '2026-11-24T10:00:00.000Z',
      },
    ])
  })

  it('is a rollout in batches once, with the progress of its version', async () => {
    const id = `${imageDefinitionId}/versions/1.1.0`
    const stored = await (await portal.as('ada@contoso.example')).get(getStoredImageVersion.path, { id })
    const { fingerprint } = getStoredImageVersion.response.parse(stored.body)
    await put('/api/rollouts', {
      id,
      change: {
        ...noChange(),
        addedRegions: [anEncryptedRegion('westeurope', 'WestEurope'), anEncryptedRegion('uksouth', 'UKSouth')],
      },
      fingerprint,
      batches: [['westeurope'], ['uksouth']],
    })
    portal.clock.advance(60_000)
    expect((await underWay()).items).toMatchObject([
      { kind: 'versionWork', about: id, progress: expect.any(Number) as unknown },
    ])
  })

  it('is a campaign once, with its versions, for all its deployments and new versions', async () => {
    const asAda = await portal.as('ada@contoso.example')
    const names = Array.from({ length: 7 }, (_, index) => `3.${index}.0`)
    for (const name of names) await asAda.send('PUT', '/api/image-versions', aPlainPlan(name))
    portal.clock.advance(3_600_000)
    const ids = names.map((name) => `${ubuntuWeb}/versions/${name}`)
    const { body } = await asAda.send('PUT', '/api/campaigns', proposedCampaign(await surveyOf(asAda, ids)))
    const { id } = startCampaign.response.parse(body)
    expect((await underWay()).items).toEqual([])
    const confirmation = await confirmationOf(asAda, id)
    await put('/api/campaign-batches', { id, start: { batch: 0 }, confirmation })
    portal.clock.advance(60_000)
    const since = expect.stringMatching(/^2026-11-24T11:00:00/) as unknown
    const campaign = { id, kind: 'campaign', state: 'Running', since }
    expect((await underWay()).items).toEqual([{ ...campaign, progress: 0, versions: { created: 0, all: 7 } }])
    expect(await outcome(id)).toEqual({ state: 'inProgress', failures: [] })
    portal.clock.advance(3_600_000)
    expect((await underWay()).items).toEqual([])
    expect(await outcome(id)).toEqual({ state: 'gone', failures: [] })
    await put('/api/campaign-batches', { id, start: { batch: 1 }, confirmation })
    portal.clock.advance(60_000)
    expect((await underWay('sam')).items).toMatchObject([{ id, progress: 71, versions: { created: 5, all: 7 } }])
    portal.clock.advance(3_600_000)
    expect(await outcome(id)).toEqual({ state: 'succeeded', failures: [] })
  })

  it('costs two queries of the graph at first and one later, and a list of deployments for each group', async () => {
    const queries = () => portal.azure.requests.filter(({ path }) => /ResourceGraph/i.test(path)).length
    await underWay()
    expect(queries()).toBe(2)
    await underWay()
    expect(queries()).toBe(3)
    const lists = portal.azure.requests.filter(({ path }) => /\/deployments\/?$/i.test(path))
    expect(new Set(lists.map(({ query }) => query['$filter']))).toEqual(new Set(["provisioningState eq 'Running'"]))
    expect(new Set(lists.map(({ path }) => path.toLowerCase())).size * 2).toBe(lists.length)
  })

  it('leaves out the deployments of a group where the user may not read them', async () => {
    await put('/api/preparations', preparation)
    portal.azure.faults.answer(
      { path: /myresourcegroup\/providers\/Microsoft.Resources\/deployments$/i },
      { status: 403, body: { error: { code: 'AuthorizationFailed', message: 'No.' } } },
    )
    expect((await underWay()).items.filter(({ kind }) => kind === 'preparation')).toEqual([])
  })
})
