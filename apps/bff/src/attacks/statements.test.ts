import { parseResourceId } from '@portal/arm'
import { askedRegions, type Campaign, campaignId, campaignPrefix, statementTemplate } from '@portal/campaign'
import { getCampaign, getCampaignStatement, getStoredImageVersion, startCampaign } from '@portal/portal-api'
import { noChange, versionFingerprint } from '@portal/version-update'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { putDeployment } from '../azure/deployments/deployments.ts'
import { putImageVersion } from '../azure/image-versions/image-versions.ts'
import { testAzureSession } from '../testing/azure-session.ts'
import {
  aPlainPlan,
  confirmationOf,
  contosoCompute,
  proposedCampaign,
  surveyOf,
  ubuntuWeb,
} from '../testing/campaigns.ts'
import { setId } from '../testing/faults.ts'
import { startTestPortal, type SignedIn, type TestPortal } from '../testing/portal.ts'

// A colleague writes something in Azure that the portal would carry out with the rights of whoever opens its page.

const hour = 3_600_000
const old = `${ubuntuWeb}/versions/3.0.0`
const [production = ''] = contosoCompute.split('/resourceGroups/')
const deploymentIn = (group: string, name: string) =>
  `${production}/resourceGroups/${group}/providers/Microsoft.Resources/deployments/${name}`

let portal: TestPortal
let asAda: SignedIn

beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
  await asAda.send('PUT', '/api/image-versions', aPlainPlan('3.0.0'))
  portal.clock.advance(hour)
  const { store, users, roleAssignments } = portal.azure.world
  const id = `${production}/resourceGroups/attackersOwn`
  store.put({
    id,
    name: 'attackersOwn',
    type: 'Microsoft.Resources/resourceGroups',
    location: 'westus',
    properties: {},
  })
  const ben = users.find(({ displayName }) => displayName.startsWith('Ben'))?.id ?? ''
  roleAssignments.push({ principalId: ben, role: 'Contributor', scope: id })
})
afterEach(() => portal.close())

/** Ben, or another person, writes a statement with what Azure's own clients have. */
async function state(campaign: unknown, { group = 'attackersOwn', id = '', as = 'ben' }): Promise<string> {
  await using writer = await testAzureSession(portal.azure, `${as}@contoso.example`)
  const deployment = deploymentIn(group, `${campaignPrefix}${id}`)
  const type = typeof campaign === 'string' ? ('string' as const) : ('object' as const)
  const template = {
    ...statementTemplate('campaign', ''),
    parameters: { campaign: { type, metadata: { description: '' } } },
  }
  const parameters = { campaign: { value: campaign } }
  await putDeployment(writer.azure, deployment, { properties: { mode: 'Incremental', template, parameters } })
  return deployment
}

const existing = async (name: string) =>
  (await asAda.get('/api/image-version', { id: `${ubuntuWeb}/versions/${name}` })).status

/** Ben's campaign for a version that is not his: a number and sets of his choice. */
async function malicious(): Promise<Campaign> {
  const campaign = proposedCampaign(await surveyOf(asAda, [old]))
  const his = setId('WestUSDiskEncryptionSet3')
  const regions = campaign.regions.map((region) =>
    region.name === 'westus' ? { ...region, osDiskImage: his } : region,
  )
  return { ...campaign, regions, items: campaign.items.map((item) => ({ ...item, name: '3.0.77' })) }
}

const refused = { codes: Array(4).fill('StatementRefused'), versions: [200, 404] }

/** Whatever can be asked of a campaign, asked as Ada: each answer, and then whether the old and new version exist. */
async function attempted(id: string): Promise<unknown> {
  const asked = [
    await asAda.get('/api/campaign', { id }),
    await asAda.send('POST', '/api/campaign-proofs', { id, items: [0] }),
    await asAda.send('PUT', '/api/campaign-batches', { id, start: { batch: 0 }, confirmation: 'x' }),
    await asAda.send('POST', '/api/campaign-replacements', { id, item: 0, action: 'delete', confirmation: 'x' }),
  ]
  const codes = asked.map((reply) => (reply.status === 409 ? reply.problem().code : reply.status))
  return { codes, versions: [await existing('3.0.0'), await existing('3.0.77')] }
}

describe('a statement that somebody else wrote', () => {
  it('S62: is refused where its galleries are not in its own resource group, even under the right ID', async () => {
    const campaign = await malicious()
    expect(await attempted(await state(campaign, { id: '00000000deadbeef' }))).toEqual(refused)
    expect(await attempted(await state(campaign, { id: await campaignId(campaign) }))).toEqual(refused)
  })

  it('S62: is refused in a group whose name only lower case makes that of the galleries', async () => {
    const asked = proposedCampaign(await surveyOf(asAda, [old]))
    const inGroup = (group: string) => (id: string) => id.replace('myResourceGroup', group)
    const items = asked.items.map((item) => ({ ...item, predecessorId: inGroup('rg-key')(item.predecessorId) }))
    // the Kelvin sign, which becomes a k
    const id = deploymentIn('rg-\u212aey', `${campaignPrefix}${await campaignId({ ...asked, items })}`)
    expect((await asAda.get('/api/campaign', { id })).problem()).toMatchObject({ status: 400 })
    const set = setId('WestUSDiskEncryptionSet1').replace('myResourceGroup', 'myResourceGroup\u212a')
    const regions = asked.regions.map((region) => ({ ...region, osDiskImage: set }))
    const stated = await state(
      { ...asked, regions },
      {
        group: 'myResourceGroup',
        id: await campaignId({ ...asked, regions }),
        as: 'ada',
      },
    )
    const confirmation = await confirmationOf(asAda, stated)
    const begun = await asAda.send('PUT', '/api/campaign-batches', { id: stated, start: { batch: 0 }, confirmation })
    expect(begun.body).toMatchObject({ rejected: [{ issues: [{ code: 'DiskEncryptionSetInvalid' }, {}, {}, {}, {}] }] })
  })

  it('S63: is refused where its content is not that of its ID, with both IDs', async () => {
    const asked = proposedCampaign(await surveyOf(asAda, [old]))
    const { id } = startCampaign.response.parse((await asAda.send('PUT', '/api/campaigns', asked)).body)
    expect((await asAda.get('/api/campaign', { id })).status).toBe(200)
    portal.clock.advance(60_000)
    const changed = await malicious()
    const own = await campaignId(asked)
    await state(changed, { group: 'myResourceGroup', id: own, as: 'ada' })
    expect(await attempted(id)).toEqual(refused)
    const differences = [{ field: 'id', asked: own, stored: await campaignId(changed) }]
    expect((await asAda.get('/api/campaign', { id })).problem()).toMatchObject({ differences })
    // Stated again by whoever planned it, it is what they planned.
    expect((await asAda.send('PUT', '/api/campaigns', asked)).status).toBe(200)
    const read = z.parse(getCampaign.response, (await asAda.get('/api/campaign', { id })).body)
    expect(read.campaign).toEqual(asked)
  })

  it('S63: is refused where it is malformed, or what no page of the portal sends', async () => {
    const campaign = proposedCampaign(await surveyOf(asAda, [old]))
    const [item] = campaign.items
    const twice = { ...campaign, items: [item, item] } as Campaign
    for (const content of [twice, { ...campaign, more: 1 }, 'text', { ...campaign, items: [] }]) {
      const id = await campaignId(content as Campaign)
      const deployment = await state(content, { group: 'myResourceGroup', id, as: 'ada' })
      expect(await attempted(deployment)).toEqual(refused)
    }
  })

  it('S63: is refused where a new version is not a later patch of the old one, above all where it is itself the old one', async () => {
    const campaign = proposedCampaign(await surveyOf(asAda, [old]))
    const [item] = campaign.items
    if (item === undefined) throw new Error('no item')
    const next = { ...item, predecessorId: old.replace('3.0.0', '3.0.1'), name: '3.0.0' }
    for (const items of [[{ ...item, name: '3.0.0' }], [item, next], [{ ...item, name: '3.1.0' }]]) {
      const content = { ...campaign, items }
      // What makes an old version look like one that the run has created.
      const [name, stored] = [await campaignId(content), portal.azure.world.store.get(old)]
      if (stored) portal.azure.world.store.put({ ...stored, tags: { EncryptionCampaign: `myResourceGroup/${name}` } })
      expect(await attempted(await state(content, { group: 'myResourceGroup', id: name, as: 'ada' }))).toEqual(refused)
      expect((await asAda.send('PUT', '/api/campaigns', content)).status).toBe(400)
    }
  })

  it('S63: is refused where it names sets that no version gets, or a region or LUN twice', async () => {
    const campaign = proposedCampaign(await surveyOf(asAda, [old]))
    const { items, regions } = campaign
    const [west, ...others] = regions
    const [item] = items
    if (west === undefined || item === undefined) throw new Error('no campaign')
    const [disk] = west.dataDiskImages
    const hidden = { name: 'westus', osDiskImage: setId('WestUSDiskEncryptionSet3'), dataDiskImages: [] }
    const contents = [
      { ...campaign, items: [{ ...item, regions: ['westus'] }] },
      { ...campaign, items: [{ ...item, luns: [] }] },
      { ...campaign, regions: [...regions, { ...hidden, name: 'West US' }] },
      { ...campaign, regions: [{ ...west, dataDiskImages: [disk, disk] }, ...others] },
      { ...campaign, items: [{ ...item, regions: [...item.regions, 'West US'] }] },
      { ...campaign, items: [{ ...item, luns: [...item.luns, ...item.luns] }] },
    ] as Campaign[]
    for (const content of contents) {
      const id = await campaignId(content)
      expect(await attempted(await state(content, { group: 'myResourceGroup', id, as: 'ada' }))).toEqual(refused)
      expect((await asAda.send('PUT', '/api/campaigns', content)).status).toBe(400)
    }
  })
})

describe('a campaign of others', () => {
  const batch = { batch: 0 }
  const log = { path: /Microsoft\.Insights\/eventtypes/ }
  const hidden = { status: 403, body: { error: { code: 'AuthorizationFailed', message: 'No.' } } }

  async function stated(): Promise<string> {
    const asked = proposedCampaign(await surveyOf(asAda, [old]))
    return startCampaign.response.parse((await asAda.send('PUT', '/api/campaigns', asked)).body).id
  }

  const statement = async (id: string, user = asAda) =>
    getCampaignStatement.response.parse((await user.get('/api/campaign-statement', { id })).body)

  /** One of the campaign's sets gets the key of another vault. */
  function changeKey(): void {
    const { store } = portal.azure.world
    const set = store.get(setId('WestUSDiskEncryptionSet1'))
    const other = store.get(setId('EastUS2DiskEncryptionSet1'))
    if (set && other)
      store.put({ ...set, properties: { ...set.properties, activeKey: other.properties['activeKey'] ?? null } })
  }

  it('S65: is continued only as the user has seen it: its content, and the key behind each set', async () => {
    const id = await stated()
    const seen = await confirmationOf(asAda, id)
    const begin = (confirmation: string) =>
      asAda.send('PUT', '/api/campaign-batches', { id, start: batch, confirmation })
    expect((await begin('')).problem()).toMatchObject({ status: 409, code: 'CampaignChanged' })
    changeKey()
    expect((await begin(seen)).problem()).toMatchObject({ status: 409, code: 'CampaignChanged' })
    expect(await existing('3.0.1')).toBe(404)
    expect((await begin(await confirmationOf(asAda, id))).status).toBe(200)
  })

  it('S65: touches no old version where the key behind a set is not the one that the user has seen', async () => {
    const id = await stated()
    const confirmation = await confirmationOf(asAda, id)
    await asAda.send('PUT', '/api/campaign-batches', { id, start: batch, confirmation })
    portal.clock.advance(hour)
    changeKey()
    const replace = (action: string) =>
      asAda.send('POST', '/api/campaign-replacements', { id, item: 0, action, confirmation })
    for (const action of ['exclude', 'revoke', 'delete'])
      expect((await replace(action)).problem()).toMatchObject({ status: 409, code: 'CampaignChanged' })
    expect(await existing('3.0.0')).toBe(200)
  })

  it('S65: is not continued with the key of a managed HSM that has the name of the key vault', async () => {
    const id = await stated()
    const seen = await confirmationOf(asAda, id)
    const { store } = portal.azure.world
    const set = store.get(setId('WestUSDiskEncryptionSet1'))
    if (set === undefined) throw new Error('no set')
    const text = JSON.stringify(set.properties).replaceAll('.vault.azure.net', '.managedhsm.azure.net')
    store.put({ ...set, properties: z.parse(z.record(z.string(), z.json()), JSON.parse(text)) })
    const begun = await asAda.send('PUT', '/api/campaign-batches', { id, start: batch, confirmation: seen })
    expect(begun.problem()).toMatchObject({ status: 409, code: 'CampaignChanged' })
    expect((await statement(id)).sets).toContainEqual({
      id: setId('WestUSDiskEncryptionSet1'),
      keyVaultName: expect.stringMatching(/^kv-[\w-]+\.managedhsm\.azure\.net$/) as unknown,
      keyName: expect.any(String) as unknown,
    })
  })

  it('S66: says which keys its sets have, who stated it, and who changed it since', async () => {
    const id = await stated()
    portal.clock.advance(60_000)
    const { campaign } = getCampaign.response.parse((await asAda.get('/api/campaign', { id })).body)
    const [, name = ''] = id.split(campaignPrefix)
    const { users, roleAssignments } = portal.azure.world
    const ben = users.find(({ displayName }) => displayName.startsWith('Ben'))?.id ?? ''
    roleAssignments.push({ principalId: ben, role: 'Contributor', scope: production })
    await state(campaign, { group: 'myResourceGroup', id: name })
    const { sets, writes } = await statement(id)
    expect(sets).toContainEqual({
      id: setId('WestUSDiskEncryptionSet1'),
      keyVaultName: expect.stringMatching(/^kv-/) as unknown,
      keyName: expect.any(String) as unknown,
    })
    expect(writes).toEqual([
      { time: '2026-11-24T11:00:00.000Z', by: 'ada@contoso.example', isUser: true, isYou: true },
      { time: '2026-11-24T11:01:00.000Z', by: 'ben@contoso.example', isUser: true, isYou: false },
    ])
    portal.azure.faults.answer(log, hidden)
    expect(await statement(id)).not.toHaveProperty('writes')
  })

  it.each(['OriginalSource', 'DisksOfVersion'] as const)(
    'S65: touches no old version whose new one somebody else created from another image than %s',
    async (source) => {
      const proposed = proposedCampaign(await surveyOf(asAda, [old]))
      const asked = { ...proposed, items: proposed.items.map((item) => ({ ...item, source })) }
      const { id } = startCampaign.response.parse((await asAda.send('PUT', '/api/campaigns', asked)).body)
      const [item] = asked.items
      if (item === undefined) throw new Error('no item')
      const tags = [
        { name: 'EncryptionCampaign', value: `myResourceGroup/${await campaignId(asked)}` },
        { name: 'EncryptionCampaignPredecessor', value: '3.0.0' },
      ]
      const { encryptionType } = asked
      const { store } = portal.azure.world
      const original = store.get(`${contosoCompute}/images/myImage`)
      if (original === undefined) throw new Error('no image')
      const image = { type: 'ManagedImage' as const, id: `${contosoCompute}/images/anotherImage` }
      store.put({ ...original, id: image.id, name: 'anotherImage' })
      const targetRegions = askedRegions(asked, item)
      const plan = aPlainPlan(item.name, { source: image, encryptionType, targetRegions, tags })
      await using writer = await testAzureSession(portal.azure, 'ada@contoso.example')
      await putImageVersion(writer.azure, parseResourceId(`${ubuntuWeb}/versions/${item.name}`), plan)
      portal.clock.advance(hour)
      const proofs = await asAda.send('POST', '/api/campaign-proofs', { id, items: [0] })
      expect(proofs.body).toEqual([{ item: 0, state: 'Different', regions: [], hasOtherSource: true, progress: 100 }])
      const confirmation = await confirmationOf(asAda, id)
      for (const action of ['exclude', 'revoke', 'delete']) {
        const asking = { id, item: 0, action, confirmation }
        const answer = await asAda.send('POST', '/api/campaign-replacements', asking)
        expect(answer.problem()).toMatchObject({ status: 409, code: 'SuccessorNotProven' })
      }
      expect(await existing('3.0.0')).toBe(200)
    },
  )

  it('S67: has its old versions deleted by a second person only, where the operator asks for one', async () => {
    await portal.close()
    portal = await startTestPortal({ deletionsNeedSecondPerson: true })
    asAda = await portal.as('ada@contoso.example')
    await asAda.send('PUT', '/api/image-versions', aPlainPlan('3.0.0'))
    portal.clock.advance(hour)
    const id = await stated()
    expect(await statement(id)).toMatchObject({ needsSecondPerson: true })
    const confirmation = await confirmationOf(asAda, id)
    await asAda.send('PUT', '/api/campaign-batches', { id, start: batch, confirmation })
    portal.clock.advance(hour)
    const replace = (user: SignedIn, action: string) =>
      user.send('POST', '/api/campaign-replacements', { id, item: 0, action, confirmation })
    const refused = { status: 403, code: 'SecondPersonRequired' }
    expect((await replace(asAda, 'delete')).problem()).toMatchObject(refused)
    expect((await replace(asAda, 'exclude')).status).toBe(200)
    portal.clock.advance(hour)
    const { users, roleAssignments } = portal.azure.world
    const principalId = users.find(({ displayName }) => displayName.startsWith('Ben'))?.id ?? ''
    roleAssignments.push({ principalId, role: 'Contributor', scope: production })
    const asBen = await portal.as('ben@contoso.example')
    // Nobody deletes where Azure doesn't say who stated it.
    portal.azure.faults.answer(log, hidden)
    expect((await replace(asBen, 'delete')).problem()).toMatchObject(refused)
    portal.azure.faults.answer(log, { status: 200, body: { value: [] } })
    expect((await replace(asBen, 'delete')).problem()).toMatchObject(refused)
    expect(await existing('3.0.0')).toBe(200)
    await replace(asBen, 'delete')
    portal.clock.advance(hour)
    await replace(asBen, 'delete')
    portal.clock.advance(hour)
    expect(await existing('3.0.0')).toBe(404)
  })
})

describe('what is written in one version or deployment', () => {
  const tags = [
    '../0123456789abcdef',
    'a?b/0123456789abcdef',
    ' /0123456789abcdef',
    'x./0123456789abcdef',
    `${'x'.repeat(200)}/0123456789abcdef`,
    '<img src=x>/0123456789abcdef',
    'a/b/0123456789abcdef',
    'no-identifier',
  ]

  it.each(tags)('S64: fails no list and not the frame, and is said: the tag %s', async (tag) => {
    const tagged = [{ name: 'EncryptionCampaign', value: tag }]
    await asAda.send('PUT', '/api/image-versions', aPlainPlan('3.1.0', { tags: tagged }))
    portal.clock.advance(60_000)
    const underWay = await asAda.get('/api/under-way')
    expect(underWay.status).toBe(200)
    expect(underWay.body).toMatchObject({ items: [{ id: `${ubuntuWeb}/versions/3.1.0`, kind: 'imageVersion' }] })
    const list = await asAda.get('/api/campaigns', { subscriptionId: production.split('/')[2] ?? '' })
    expect(list).toMatchObject({ status: 200, body: { campaigns: [], leftOut: 1 } })
  })

  it('S81: is not deleted by an update or a revocation: a tag __proto__', async () => {
    const { store } = portal.azure.world
    const tags = Object.fromEntries([
      ['team', 'images'],
      ['__proto__', 'kept'],
    ])
    const stored = store.get(old)
    if (stored) store.put({ ...stored, tags })
    const fingerprint = async () => {
      const read = getStoredImageVersion.response.parse(
        (await asAda.get('/api/stored-image-version', { id: old })).body,
      )
      // as the browser computes it
      expect(await versionFingerprint(read.version)).toBe(read.fingerprint)
      return read.fingerprint
    }
    const storedTags = () => JSON.stringify(store.get(old)?.tags)
    const send = async (path: string, more: object) => {
      const reply = await asAda.send('PUT', path, { id: old, fingerprint: await fingerprint(), ...more })
      expect(reply.status).toBe(200)
      portal.clock.advance(hour)
    }
    await send('/api/image-version-updates', { change: { ...noChange(), replicaCount: 2 } })
    expect(storedTags()).toContain('"__proto__":"kept"')
    const revocation = { reason: 'leaked', replacementId: '', endOfLifeDate: '' }
    await send('/api/image-version-revocations', { revocation })
    expect(storedTags()).toContain('"__proto__":"kept"')
    expect(storedTags()).toContain('image-revoked')
  })

  it('S64: fails not the frame: the name of a resource group that Azure takes and the portal does not', async () => {
    const { store } = portal.azure.world
    const group = 'nai\u0308ve'
    const id = `${production}/resourceGroups/${group}`
    store.put({ id, name: group, type: 'Microsoft.Resources/resourceGroups', location: 'westus', properties: {} })
    for (const moved of [setId('WestUSDiskEncryptionSet1'), `${ubuntuWeb}/versions/1.1.0`]) {
      const resource = store.get(moved)
      if (resource === undefined) throw new Error(`Contoso has no ${moved}`)
      const tags = { EncryptionCampaign: 'myResourceGroup/0123456789abcdef' }
      const startedAt = portal.clock.now()
      const change = { state: 'Creating' as const, startedAt, endsAt: startedAt + hour }
      store.put({ ...resource, id: moved.replace('myResourceGroup', group), tags, change })
    }
    expect((await asAda.get('/api/under-way')).status).toBe(200)
  })

  it('S64: fails not the frame: a statement of a campaign whose versions are being created', async () => {
    const asked = proposedCampaign(await surveyOf(asAda, [old]))
    const id = await campaignId(asked)
    await state('text', { group: 'myResourceGroup', id, as: 'ada' })
    const tagged = [{ name: 'EncryptionCampaign', value: `myResourceGroup/${id}` }]
    await asAda.send('PUT', '/api/image-versions', aPlainPlan('3.1.0', { tags: tagged }))
    portal.clock.advance(60_000)
    const { status, body } = await asAda.get('/api/under-way')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      items: [{ kind: 'campaign', id: deploymentIn('myResourceGroup', `${campaignPrefix}${id}`) }],
    })
  })

  it.each(['../x', 'a/b', 'a?b', ''])('S64: fails not the frame: a deployment for the machine %j', async (name) => {
    await using session = await testAzureSession(portal.azure, 'ada@contoso.example')
    const id = deploymentIn('myResourceGroup', 'virtual-machine-0123456789abcdef')
    const template = {
      ...statementTemplate('campaign', ''),
      parameters: { plan: { type: 'object' as const, metadata: { description: '' } } },
      resources: [
        {
          type: 'Microsoft.Compute/disks',
          apiVersion: '2024-03-02',
          name: 'slow',
          location: 'westus',
          sku: { name: 'Standard_LRS' },
          properties: { creationData: { createOption: 'Empty' }, diskSizeGB: 32 },
        },
      ],
    }
    const parameters = { plan: { value: { name } } }
    await putDeployment(session.azure, id, { properties: { mode: 'Incremental', template, parameters } })
    const { status, body } = await asAda.get('/api/under-way')
    expect(status).toBe(200)
    expect(body).toMatchObject({ items: [{ id, kind: 'machineDeployment' }] })
  })
})
