import { contoso } from '@portal/azure-simulator'
import { cleanUpVersion, getCleanUp, listCleanUps, previewCleanUp, startCleanUp } from '@portal/portal-api'
import {
  cleanUpId,
  cleanUpPrefix,
  definitionsOfVersions,
  type CleanUp,
  type RetentionRule,
} from '@portal/version-update'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { aPlainPlan, contosoCompute, ubuntuWeb } from '../../testing/campaigns.ts'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

const hour = 3_600_000
const names = ['3.0.0', '3.1.0', '3.2.0', '3.3.0']
const gallery = `${contosoCompute}/galleries/contosoGallery`
const rule: RetentionRule = { name: 'Old ones', keepNewest: 1, only: { version: '3.*' }, keepTag: 'keep' }
const idOf = (name: string) => `${ubuntuWeb}/versions/${name}`

let portal: TestPortal
let asAda: SignedIn

beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
  for (const name of names) await asAda.send('PUT', '/api/image-versions', aPlainPlan(name))
  portal.clock.advance(hour)
})
afterEach(() => portal.close())

/** What is there, without asking the portal: the numbers of the versions of these tests. */
const inAzure = () =>
  portal.azure.world.store
    .list(ubuntuWeb, 'Microsoft.Compute/galleries/images/versions')
    .filter(({ name }) => name.startsWith('3.'))
    .map(({ name }) => name)

function lock(scope: string, level: string) {
  const id = `${scope}/providers/Microsoft.Authorization/locks/keep`
  const type = 'Microsoft.Authorization/locks'
  portal.azure.world.store.put({ id, type, name: 'keep', location: '', properties: { level } })
}

function machineOf(imageId: string, exactVersion: string | undefined, name = 'from-image') {
  portal.azure.world.store.put({
    id: `${contosoCompute}/virtualMachines/${name}`,
    type: 'Microsoft.Compute/virtualMachines',
    name,
    location: 'westus',
    properties: { storageProfile: { imageReference: { id: imageId, ...(exactVersion && { exactVersion }) } } },
  })
}

async function preview(asked: object = {}, user = asAda) {
  const reply = await user.send('POST', '/api/clean-up-previews', {
    scopeId: gallery,
    rule,
    action: 'delete',
    ...asked,
  })
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  const found = z.parse(previewCleanUp.response, reply.body)
  const ofTest = found.decisions.filter(({ version }) => version.id.includes('/versions/3.'))
  const shown: Record<string, string[]> = {}
  for (const { version, reasons } of ofTest) shown[version.id.split('/').at(-1) ?? ''] = reasons.map(({ code }) => code)
  return { ...found, shown }
}

const aCleanUp = (over: Partial<CleanUp> = {}): CleanUp => ({
  rule,
  action: 'delete',
  reason: '',
  definitions: definitionsOfVersions(names.slice(0, 3).map(idOf)),
  ...over,
})

async function stated(asked = aCleanUp(), user = asAda) {
  const reply = await user.send('PUT', '/api/clean-ups', asked)
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  return z.parse(startCleanUp.response, reply.body).id
}

async function carriedOut(id: string, item: number, user = asAda) {
  const reply = await user.send('POST', '/api/clean-up-versions', { id, item })
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  return z.parse(cleanUpVersion.response, reply.body)
}

const read = async (id: string, user = asAda) =>
  z.parse(getCleanUp.response, (await user.get('/api/clean-up', { id })).body)

describe('a preview', () => {
  it('says of each version whether it stays and why, of a gallery as of its definition, and changes nothing', async () => {
    const before = portal.azure.requests.length
    const { shown, asOf } = await preview()
    expect(shown).toEqual({ '3.0.0': [], '3.1.0': [], '3.2.0': [], '3.3.0': ['Newest', 'Latest'] })
    expect(asOf).toBe('2026-11-24T11:00:00.000Z')
    expect((await preview({ scopeId: ubuntuWeb })).shown).toEqual(shown)
    const sent = portal.azure.requests
      .slice(before)
      .filter(({ path }) => path.startsWith('/subscriptions') || path.startsWith('/providers'))
    expect(new Set(sent.map(({ method, path }) => (method === 'GET' ? method : path)))).toEqual(
      new Set(['GET', '/providers/Microsoft.ResourceGraph/resources']),
    )
    // Versions, machines, instances and sources; the first preview also what the user sees of each subscription.
    expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(7)
  })

  it('is of all galleries of a subscription too, each with its own soft delete', async () => {
    const [subscription] = gallery.split('/resourceGroups/')
    const { shown, galleries, decisions } = await preview({ scopeId: subscription })
    expect(shown).toEqual({ '3.0.0': [], '3.1.0': [], '3.2.0': [], '3.3.0': ['Newest', 'Latest'] })
    expect(galleries.find(({ id }) => id === gallery)).toEqual({ id: gallery })
    const binned = galleries.find(({ id }) => id.endsWith('/recoverableGallery'))
    expect(binned?.softDeletePolicy?.isSoftDeleteEnabled).toBe(true)
    const shared = decisions.filter(({ reasons }) => reasons.some(({ code }) => code === 'Unseen'))
    expect(new Set(shared.map(({ version }) => version.id.split('/galleries/')[1]?.split('/')[0]))).toEqual(
      new Set(['sharedGallery']),
    )
    const other = await asAda.send('POST', '/api/clean-up-previews', { scopeId: idOf('3.0.0'), rule, action: 'delete' })
    expect(other.status).toBe(400)
  })

  it('keeps what something was made from, what is locked, tagged or the source of another', async () => {
    machineOf(idOf('3.0.0'), '3.0.0')
    lock(idOf('3.1.0'), 'CanNotDelete')
    await asAda.send(
      'PUT',
      '/api/image-versions',
      aPlainPlan('3.4.0', { source: { type: 'ImageVersion', id: idOf('3.2.0') } }),
    )
    const { shown } = await preview()
    expect(shown).toMatchObject({
      '3.0.0': ['Used'],
      '3.1.0': ['Locked'],
      '3.2.0': ['SourceOfOthers'],
      '3.4.0': ['Latest', 'UnderWay'],
    })
    expect((await preview({ action: 'exclude' })).shown).toMatchObject({ '3.0.0': [], '3.1.0': [], '3.2.0': [] })
  })

  it('keeps all of a definition with a machine whose version Azure does not say', async () => {
    machineOf(ubuntuWeb, undefined)
    expect((await preview()).shown).toMatchObject({ '3.0.0': ['Used'], '3.1.0': ['Used'] })
  })

  it('reads the number that a machine really got, if it names the definition only', async () => {
    machineOf(ubuntuWeb, '3.1.0')
    expect((await preview()).shown).toMatchObject({ '3.0.0': [], '3.1.0': ['Used'] })
  })

  it('keeps everything for a user who does not see what might use it', async () => {
    const { shown, unseen } = await preview({}, await portal.as('eva@contoso.example'))
    expect(unseen).toContain('Contoso Production')
    expect(shown).toMatchObject({ '3.0.0': ['Unseen'], '3.1.0': ['Unseen'] })
  })
})

it(
  'previews 10,000 versions with 14 queries, and keeps each of 1,500 that are used',
  { timeout: 120_000 },
  async () => {
    const { store } = portal.azure.world
    const model = store.get(idOf('3.0.0'))
    if (model === undefined) throw new Error('No version to copy')
    const large = `${gallery}/images/large`
    for (let number = 0; number < 10_000; number += 1)
      store.put({ ...model, id: `${large}/versions/5.${number}.0`, name: `5.${number}.0` })
    for (let number = 0; number < 1500; number += 1) machineOf(large, `5.${number}.0`, `machine-${number}`)
    const others = store
      .list(gallery, 'Microsoft.Compute/galleries/images/versions')
      .filter(({ id }) => !id.startsWith(large))
    for (const { id } of others) store.remove(id)
    const before = portal.azure.requests.length
    const { decisions } = await preview({ rule: { name: 'Old', keepNewest: 100, keepTag: 'keep' } })
    expect(decisions.filter(({ reasons }) => reasons.length === 0)).toHaveLength(8_400)
    expect(portal.azure.requests.slice(before).filter(({ method }) => method === 'POST')).toHaveLength(14)
  },
)

it(
  'deletes 150 of the 300 versions of a subscription, and none that something was made from',
  { timeout: 120_000 },
  async () => {
    await portal.close()
    portal = await startTestPortal({ world: contoso({ now: Date.parse('2026-11-24T10:00:00Z'), builds: true }) })
    const asBen = await portal.as('ben@contoso.example')
    const { store } = portal.azure.world
    const ofBuilds = () => store.snapshot().filter(({ id }) => id.includes('/galleries/buildGallery/images/'))
    const versions = () => ofBuilds().filter(({ type }) => type === 'Microsoft.Compute/galleries/images/versions')
    expect(versions()).toHaveLength(300)
    const [scopeId] = versions()[0]?.id.split('/resourceGroups/') ?? []
    const old: RetentionRule = { name: 'Old', keepNewest: 3, keepDays: 90, keepTag: 'keep' }
    const { decisions } = await preview({ scopeId, rule: old }, asBen)
    const going = decisions.filter(({ reasons }) => reasons.length === 0).map(({ version }) => version.id)
    expect(going).toHaveLength(150)
    const id = await stated(aCleanUp({ rule: old, definitions: definitionsOfVersions(going) }), asBen)
    for (const item of going.keys()) expect(await carriedOut(id, item, asBen)).toEqual({ state: 'Done' })
    portal.clock.advance(hour)
    expect((await read(id, asBen)).states).toEqual(going.map(() => 'Done'))
    const left = new Set(versions().map((version) => version.id.toLowerCase()))
    expect(left.size).toBe(150)
    const made = store.snapshot().filter((resource) => resource.id.includes('/agentsResourceGroup/'))
    const used = made.flatMap(({ properties }) => {
      const text = JSON.stringify(properties)
      const number = /"exactVersion":"([^"]+)"/.exec(text)?.[1]
      const ids = [...text.matchAll(/"([^"]+\/galleries\/buildGallery\/images\/[^"/]+)(\/versions\/[^"]+)?"/g)]
      return ids.flatMap(([, definition, version = number && `/versions/${number}`]) =>
        version === undefined ? [] : [`${definition}${version}`.toLowerCase()],
      )
    })
    expect(used.length).toBeGreaterThan(15)
    expect(used.filter((version) => !left.has(version))).toEqual([])
  },
)

describe('a clean-up', () => {
  it('is stated once, deletes one version at a time, and is continued by somebody else', async () => {
    const id = await stated()
    expect(await stated()).toBe(id)
    expect(await read(id)).toMatchObject({ states: ['Open', 'Open', 'Open'], needsSecondPerson: false })
    expect(await carriedOut(id, 0)).toEqual({ state: 'Done' })
    expect((await read(id)).states).toEqual(['UnderWay', 'Open', 'Open'])
    portal.clock.advance(hour)
    const asSam = await portal.as('sam@contoso.example')
    const listed = z.parse(listCleanUps.response, (await asSam.get('/api/clean-ups', { galleryId: gallery })).body)
    expect(listed).toMatchObject([{ id, action: 'delete', versions: 3 }])
    expect((await read(id, asSam)).states).toEqual(['Done', 'Open', 'Open'])
    expect(await carriedOut(id, 0)).toEqual({ state: 'Done' })
    for (const item of [1, 2]) expect(await carriedOut(id, item)).toEqual({ state: 'Done' })
    portal.clock.advance(hour)
    expect(inAzure()).toEqual(['3.3.0'])
  })

  it('decides again just before each request: what was used, tagged, locked or became the latest meanwhile stays', async () => {
    const id = await stated()
    machineOf(idOf('3.0.0'), '3.0.0')
    lock(idOf('3.1.0'), 'ReadOnly')
    expect(await carriedOut(id, 0)).toMatchObject({
      state: 'Kept',
      reasons: [{ code: 'Used', about: [`${contosoCompute}/virtualMachines/from-image`] }],
    })
    expect(await carriedOut(id, 1)).toMatchObject({
      state: 'Kept',
      reasons: [{ code: 'Locked', about: [idOf('3.1.0')] }],
    })
    portal.azure.world.store.remove(idOf('3.3.0'))
    expect(await carriedOut(id, 2)).toMatchObject({ state: 'Kept', reasons: [{ code: 'Newest' }, { code: 'Latest' }] })
    expect(inAzure()).toEqual(['3.0.0', '3.1.0', '3.2.0'])
  })

  it('excludes or revokes, with the latest of the region as the successor', async () => {
    const excluding = await stated(aCleanUp({ action: 'exclude' }))
    expect(await carriedOut(excluding, 0)).toEqual({ state: 'Done' })
    const revoking = await stated(aCleanUp({ action: 'revoke', reason: 'Old' }))
    expect(await carriedOut(revoking, 1)).toEqual({ state: 'Done' })
    portal.clock.advance(hour)
    expect(portal.azure.world.store.get(idOf('3.0.0'))?.properties).toMatchObject({
      publishingProfile: { excludeFromLatest: true },
    })
    expect(portal.azure.world.store.get(idOf('3.1.0'))?.tags).toMatchObject({
      'image-revoked-reason': 'Old',
      'image-revoked-replacement': '3.3.0',
    })
    expect((await read(excluding)).states).toEqual(['Done', 'Done', 'Open'])
    const selection: RetentionRule = { name: 'Again', versions: [idOf('3.0.0')], keepTag: 'keep' }
    const definitions = definitionsOfVersions([idOf('3.0.0')])
    const including = await stated(aCleanUp({ action: 'include', rule: selection, definitions }))
    expect((await read(including)).states).toEqual(['Open'])
    expect(await carriedOut(including, 0)).toEqual({ state: 'Done' })
    portal.clock.advance(hour)
    expect((await read(including)).states).toEqual(['Done'])
    expect((await read(revoking)).states).toEqual(['Open', 'Done', 'Open'])
  })

  it.each([
    [
      'of several galleries',
      {
        definitions: [
          ...definitionsOfVersions([idOf('3.0.0')]),
          { id: ubuntuWeb.replace('contosoGallery', 'other'), versions: ['3.0.0'] },
        ],
      },
    ],
    ['with a version twice', { definitions: [{ id: ubuntuWeb, versions: ['3.0.0', '3.0.0'] }] }],
    ['of something else than a definition', { definitions: [{ id: gallery, versions: ['3.0.0'] }] }],
    ['of no version number', { definitions: [{ id: ubuntuWeb, versions: ['latest'] }] }],
    ['by a rule that keeps nothing', { rule: { name: 'All', keepTag: 'keep' } }],
  ])('is not stated %s', async (_, over) => {
    expect((await asAda.send('PUT', '/api/clean-ups', { ...aCleanUp(), ...over })).problem().code).toBe(
      'InvalidRequest',
    )
  })

  it('is refused if somebody wrote another content under its name', async () => {
    const id = await stated()
    const other = aCleanUp({ definitions: definitionsOfVersions([idOf('3.0.0')]) })
    expect(await cleanUpId(other)).not.toBe(id.slice(id.indexOf(cleanUpPrefix) + cleanUpPrefix.length))
    const deployment = portal.azure.world.store.get(id)
    if (deployment === undefined) throw new Error('No deployment states it')
    const parameters = { cleanUp: { type: 'Object', value: other } }
    portal.azure.world.store.put({ ...deployment, properties: { ...deployment.properties, parameters } })
    for (const answer of [
      await asAda.get('/api/clean-up', { id }),
      await asAda.send('POST', '/api/clean-up-versions', { id, item: 0 }),
    ])
      expect(answer.problem().code).toBe('StatementRefused')
    expect(inAzure()).toEqual(names)
  })
})

describe('a clean-up of others', () => {
  it('S82: says who stated it, and who changed it since', async () => {
    const id = await stated()
    portal.clock.advance(2 * hour)
    const { users, roleAssignments } = portal.azure.world
    const principalId = users.find(({ displayName }) => displayName.startsWith('Ben'))?.id ?? ''
    const [scope = ''] = contosoCompute.split('/resourceGroups/')
    roleAssignments.push({ principalId, role: 'Contributor', scope })
    await stated(aCleanUp(), await portal.as('ben@contoso.example'))
    expect((await read(id)).writes).toEqual([
      { time: '2026-11-24T11:00:00.000Z', by: 'ada@contoso.example', isUser: true, isYou: true },
      { time: '2026-11-24T13:00:00.000Z', by: 'ben@contoso.example', isUser: true, isYou: false },
    ])
  })

  it('S82: has a name for which nobody finds a second content', async () => {
    // Half of its bits are tried: 2^80 contents, where those of 16 digits take an hour.
    expect(await cleanUpId(aCleanUp())).toMatch(/^[0-9a-f]{40}$/)
    const id = await stated()
    const short = id.slice(0, -24)
    expect((await asAda.get('/api/clean-up', { id: short })).problem().code).toBe('InvalidRequest')
  })

  it.each(['delete', 'exclude'] as const)(
    'S82: does not %s a version that was created since under the number of one that is gone',
    async (action) => {
      const id = await stated(aCleanUp({ action }))
      portal.azure.world.store.remove(idOf('3.0.0'))
      portal.clock.advance(hour)
      await asAda.send('PUT', '/api/image-versions', aPlainPlan('3.0.0'))
      portal.clock.advance(hour)
      expect(await carriedOut(id, 0)).toMatchObject({ state: 'Kept', reasons: [{ code: 'Newer' }] })
      expect(await carriedOut(id, 1)).toEqual({ state: 'Done' })
      expect(inAzure()).toContain('3.0.0')
      // Stated again, it is about what is there by now.
      expect(await stated(aCleanUp({ action }))).toBe(id)
      expect(await carriedOut(id, 0)).toEqual({ state: 'Done' })
    },
  )
})

describe('a selection', () => {
  it('is locked version by version, by whoever may, and says which are', async () => {
    const { users, roleAssignments } = portal.azure.world
    const principalId = users.find(({ displayName }) => displayName.startsWith('Ada'))?.id ?? ''
    const selected = { name: 'Selected', versions: names.slice(0, 2).map(idOf), keepTag: 'keep' }
    lock(idOf('3.1.0'), 'CanNotDelete')
    const asked = { rule: selected, action: 'lock' as const }
    expect((await preview(asked)).shown).toEqual({
      '3.0.0': [],
      '3.1.0': ['NothingToChange'],
      '3.2.0': ['NotMeant'],
      '3.3.0': ['NotMeant'],
    })
    const id = await stated(
      aCleanUp({ ...asked, reason: 'Released', definitions: definitionsOfVersions(selected.versions) }),
    )
    const carryOut = () => asAda.send('POST', '/api/clean-up-versions', { id, item: 0 })
    expect((await carryOut()).status).toBe(403)
    roleAssignments.push({
      principalId,
      role: 'User Access Administrator',
      scope: contosoCompute.split('/resourceGroups')[0] ?? '',
    })
    expect((await carryOut()).body).toEqual({ state: 'Done' })
    expect((await carryOut()).body).toEqual({ state: 'Done' })
    const { states } = z.parse(getCleanUp.response, (await asAda.get('/api/clean-up', { id })).body)
    expect(states).toEqual(['Done', 'Done'])
    const locks = portal.azure.world.store.list(idOf('3.0.0'), 'Microsoft.Authorization/locks')
    expect(locks.map(({ properties }) => properties)).toEqual([{ level: 'CanNotDelete', notes: 'Released' }])
  })
})

describe('where deletions need a second person', () => {
  it('does not delete for the one who stated it', async () => {
    await portal.close()
    portal = await startTestPortal({ deletionsNeedSecondPerson: true })
    asAda = await portal.as('ada@contoso.example')
    for (const name of names) await asAda.send('PUT', '/api/image-versions', aPlainPlan(name))
    portal.clock.advance(hour)
    const id = await stated()
    expect((await read(id)).needsSecondPerson).toBe(true)
    const answer = await asAda.send('POST', '/api/clean-up-versions', { id, item: 0 })
    expect(answer.problem().code).toBe('SecondPersonRequired')
    expect(inAzure()).toEqual(names)
  })
})
