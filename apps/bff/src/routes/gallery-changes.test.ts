import { imageDefinition, type NewGallery, type NewImageDefinition } from '@portal/gallery'
import { proposalOfDefinition, storedDefinition, withControllers } from '@portal/version-rules'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { startTestPortal, type SignedIn, type TestPortal } from '../testing/portal.ts'

const production = 'c0470500-0000-4000-8000-00000000a001'
const group = `/subscriptions/${production}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
const contosoGallery = `${group}/galleries/contosoGallery`
const version = `${contosoGallery}/images/ubuntu-web/versions/1.0.0`

const newGallery: NewGallery = {
  subscriptionId: production,
  resourceGroupName: 'myResourceGroup',
  name: 'teamGallery',
  location: 'westus',
  description: 'Of the team',
}
const newDefinition: NewImageDefinition = {
  galleryId: contosoGallery,
  name: 'ubuntu-app',
  location: 'westus',
  osType: 'Linux',
  osState: 'Generalized',
  hyperVGeneration: 'V2',
  architecture: 'x64',
  securityType: 'TrustedLaunchSupported',
  publisher: 'Contoso',
  offer: 'app',
  sku: 'gen2',
}

let portal: TestPortal
let asAda: SignedIn

beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

const puts = () => portal.azure.requests.filter(({ method }) => method === 'PUT')

describe('a gallery', () => {
  it('is made once, however often it is asked for', async () => {
    const id = `${group}/galleries/teamGallery`
    expect(await asAda.send('PUT', '/api/galleries', newGallery)).toMatchObject({ status: 200, body: { id } })
    portal.clock.advance(60_000)
    expect(await asAda.send('PUT', '/api/galleries', newGallery)).toMatchObject({ status: 200, body: { id } })
    expect(puts()).toMatchObject([{ body: { location: 'westus', properties: { description: 'Of the team' } } }])
  })

  it('of the same name and another description is not changed', async () => {
    const taken = { ...newGallery, name: 'contosoGallery' }
    const reply = await asAda.send('PUT', '/api/galleries', taken)
    expect([reply.status, reply.problem().code]).toEqual([409, 'ResourceExists'])
    expect(puts()).toEqual([])
  })

  it('with a name that another group of the subscription has is refused, and the refusal decoded', async () => {
    const { store } = portal.azure.world
    const found = store.get(contosoGallery)
    if (found !== undefined)
      store.put({
        ...found,
        id: found.id.replace('myResourceGroup', 'otherGroup').replace('contosoGallery', 'teamGallery'),
        name: 'teamGallery',
      })
    const { status, problem } = await asAda.send('PUT', '/api/galleries', newGallery)
    expect([status, problem().decoded]).toMatchObject([
      409,
      [{ code: 'GalleryNameNotUnique', params: { name: 'teamGallery' } }],
    ])
  })

  it('with a name that Azure does not take is not sent', async () => {
    const reply = await asAda.send('PUT', '/api/galleries', { ...newGallery, name: 'team-gallery' })
    expect([reply.status, reply.problem().code]).toEqual([400, 'InvalidRequest'])
    expect(puts()).toEqual([])
  })

  it('may be made by those who may write galleries only', async () => {
    const asRita = await portal.as('rita@contoso.example')
    const { status, problem } = await asRita.send('PUT', '/api/galleries', newGallery)
    expect([status, problem().decoded]).toMatchObject([403, [{ code: 'AuthorizationFailed' }]])
  })

  it('can be in any resource group of the subscription, in regions that offer image versions', async () => {
    const { body } = await asAda.get('/api/gallery-options', { subscriptionId: production })
    expect(body).toHaveProperty('resourceGroupNames', expect.arrayContaining(['myResourceGroup']))
    expect(body).toHaveProperty('regions', expect.arrayContaining([expect.objectContaining({ name: 'westus' })]))
  })
})

describe('an image definition', () => {
  it('is made as asked, its security type told even where it is standard', async () => {
    const standard: NewImageDefinition = { ...newDefinition, securityType: 'Standard', hyperVGeneration: 'V1' }
    const { status, body } = await asAda.send('PUT', '/api/image-definitions', standard)
    expect([status, body]).toEqual([200, { id: `${contosoGallery}/images/ubuntu-app` }])
    expect(puts()).toMatchObject([
      { body: { properties: { hyperVGeneration: 'V1', features: [{ name: 'SecurityType', value: 'Standard' }] } } },
    ])
    portal.clock.advance(60_000)
    expect((await asAda.send('PUT', '/api/image-definitions', standard)).status).toBe(200)
    expect(puts()).toHaveLength(1)
  })

  it('is made with its architecture, its features and its purchase plan, and read with them', async () => {
    const purchasePlan = { publisher: 'contoso-partner', product: 'linux', name: 'hardened' }
    const arm: NewImageDefinition = {
      ...newDefinition,
      architecture: 'Arm64',
      diskControllerTypes: 'SCSI, NVMe',
      isAcceleratedNetworkSupported: true,
      isHibernateSupported: false,
      purchasePlan,
    }
    expect((await asAda.send('PUT', '/api/image-definitions', arm)).status).toBe(200)
    expect(puts()).toMatchObject([
      {
        body: {
          properties: {
            architecture: 'Arm64',
            features: [
              { name: 'SecurityType', value: 'TrustedLaunchSupported' },
              { name: 'DiskControllerTypes', value: 'SCSI, NVMe' },
              { name: 'IsAcceleratedNetworkSupported', value: 'True' },
              { name: 'IsHibernateSupported', value: 'False' },
            ],
            purchasePlan,
          },
        },
      },
    ])
    portal.clock.advance(60_000)
    const { galleryId: _, ...facts } = arm
    const { body } = await asAda.get('/api/image-definitions', { galleryId: contosoGallery })
    expect(body).toContainEqual({ ...facts, id: `${contosoGallery}/images/ubuntu-app` })
    const page = { galleryId: contosoGallery, search: 'ubuntu-app', sort: 'name', direction: 'asc', page: '0' }
    const { body: listed } = await asAda.get('/api/estate/image-definitions', page)
    expect(listed).toMatchObject({ rows: [facts] })
    expect((await asAda.send('PUT', '/api/image-definitions', arm)).status).toBe(200)
    const x64 = await asAda.send('PUT', '/api/image-definitions', { ...arm, architecture: 'x64' })
    expect([x64.status, x64.problem().code]).toEqual([409, 'ResourceExists'])
    expect(puts()).toHaveLength(1)
  })

  it('is copied to another gallery with all of them', async () => {
    const facts = {
      architecture: 'Arm64',
      diskControllerTypes: 'SCSI, NVMe',
      isAcceleratedNetworkSupported: true,
      isHibernateSupported: true,
      purchasePlan: { publisher: 'contoso-partner', product: 'linux', name: 'hardened' },
    } as const
    await asAda.send('PUT', '/api/image-definitions', { ...newDefinition, ...facts })
    await asAda.send('PUT', '/api/galleries', newGallery)
    portal.clock.advance(60_000)
    const definitionsOf = async (galleryId: string) =>
      z.parse(z.array(imageDefinition), (await asAda.get('/api/image-definitions', { galleryId })).body)
    const original = (await definitionsOf(contosoGallery)).find(({ name }) => name === newDefinition.name)
    const galleryId = `${group}/galleries/teamGallery`
    const copied = { ...(original && proposalOfDefinition(original).values), galleryId, location: 'westus' }
    expect((await asAda.send('PUT', '/api/image-definitions', copied)).status).toBe(200)
    portal.clock.advance(60_000)
    const [copy] = await definitionsOf(galleryId)
    expect(copy).toMatchObject(facts)
    expect(copy).toEqual({ ...original, id: `${galleryId}/images/ubuntu-app` })
  })

  it('with publisher, offer and SKU of another is refused, and the refusal decoded', async () => {
    const twin = { ...newDefinition, publisher: 'Contoso', offer: 'web', sku: 'ubuntu-24_04-gen2' }
    const { problem } = await asAda.send('PUT', '/api/image-definitions', twin)
    expect(problem().decoded).toMatchObject([{ code: 'IdentifierNotUnique', params: { name: 'ubuntu-web' } }])
  })

  it('that is there and another is not changed', async () => {
    const reply = await asAda.send('PUT', '/api/image-definitions', { ...newDefinition, name: 'ubuntu-web' })
    expect([reply.status, reply.problem().code]).toEqual([409, 'ResourceExists'])
    expect(puts()).toEqual([])
  })
})

describe('the disk controllers of a definition', () => {
  const id = `${contosoGallery}/images/ubuntu-web`
  const change = { diskControllerTypes: 'SCSI, NVMe', startsAtVersion: '2.0.0' }
  const send = (body: object) => asAda.send('POST', '/api/disk-controller-changes', body)

  it('are changed from a version on with one GET and one PUT, which leaves the rest', async () => {
    const { body: stored } = await asAda.get('/api/stored-image-definition', { id })
    const before = portal.azure.requests.length
    expect((await send({ id, change })).status).toBe(200)
    const sent = portal.azure.requests.slice(before).filter(({ path }) => path === id)
    expect(sent.map(({ method }) => method)).toEqual(['GET', 'PUT'])
    expect(puts()).toMatchObject([
      {
        query: { 'api-version': '2026-03-03' },
        body: { properties: { allowUpdateImage: true, osType: 'Linux', identifier: { offer: 'web' } } },
      },
    ])
    expect(puts()[0]?.body).toEqual(
      withControllers(z.parse(storedDefinition, stored), { ...change, diskControllerTypes: 'SCSI, NVMe' }),
    )
    portal.clock.advance(60_000)
    const { body } = await asAda.get('/api/image-definitions', { galleryId: contosoGallery })
    expect(body).toContainEqual(
      expect.objectContaining({ id, diskControllerTypes: 'SCSI, NVMe', diskControllersStartAt: '2.0.0' }),
    )
    expect((await send({ id, change })).status).toBe(400)
    expect(puts()).toHaveLength(1)
  })

  it('are not changed without a version to start at, or in anything but a definition', async () => {
    expect((await send({ id, change: { ...change, startsAtVersion: 'soon' } })).status).toBe(400)
    expect((await send({ id: version, change })).status).toBe(400)
    expect(puts()).toEqual([])
  })

  it('are changed by those who may write the definition', async () => {
    const asRita = await portal.as('rita@contoso.example')
    const { status, problem } = await asRita.send('POST', '/api/disk-controller-changes', { id, change })
    expect([status, problem().decoded]).toMatchObject([403, [{ code: 'AuthorizationFailed' }]])
  })
})

describe('a deletion', () => {
  it('of a version starts, and the lists show it', async () => {
    expect(await asAda.get('/api/gallery-deletion', { id: version })).toMatchObject({
      body: { facts: { provisioningState: 'Succeeded', childNames: [] }, permission: 'allowed' },
    })
    expect((await asAda.send('DELETE', '/api/gallery-resources', { id: version })).status).toBe(200)
    const asked = { search: 'ubuntu-web/1.0.0', sort: 'name', direction: 'asc', page: '0' }
    const { body } = await asAda.get('/api/estate/image-versions', asked)
    expect(body).toMatchObject({ rows: [{ provisioningState: 'Deleting' }] })
    portal.clock.advance(600_000)
    expect(await asAda.get('/api/estate/image-versions', asked)).toMatchObject({ body: { total: 0 } })
  })

  it('of an empty gallery starts, and the list shows it', async () => {
    await asAda.send('PUT', '/api/galleries', newGallery)
    portal.clock.advance(60_000)
    await asAda.send('DELETE', '/api/gallery-resources', { id: `${group}/galleries/teamGallery` })
    const asked = { search: 'team', sort: 'name', direction: 'asc', page: '0' }
    const { body } = await asAda.get('/api/estate/galleries', asked)
    expect(body).toMatchObject({ rows: [{ name: 'teamGallery', provisioningState: 'Deleting' }] })
  })

  it.each([
    ['a gallery', contosoGallery, ['ubuntu-web']],
    ['an image definition', `${contosoGallery}/images/ubuntu-web`, ['1.0.0']],
  ])('of %s tells what is in it, and Azure refuses it', async (_, id, names) => {
    const { body } = await asAda.get('/api/gallery-deletion', { id })
    expect(body).toHaveProperty('facts.childNames', expect.arrayContaining(names))
    const { status, problem } = await asAda.send('DELETE', '/api/gallery-resources', { id })
    expect([status, problem().decoded]).toMatchObject([409, [{ code: 'NestedResources' }]])
  })

  it('tells what a version is protected by', async () => {
    const { store } = portal.azure.world
    const found = store.get(version)
    if (found === undefined) throw new Error('Contoso has lost 1.0.0')
    const publishingProfile = { targetRegions: [], endOfLifeDate: '2027-01-01T00:00:00Z' }
    const safetyProfile = { blockDeletionBeforeEndOfLife: true, allowDeletionOfReplicatedLocations: false }
    store.put({ ...found, properties: { ...found.properties, publishingProfile, safetyProfile } })
    expect(await asAda.get('/api/gallery-deletion', { id: version })).toMatchObject({
      body: {
        facts: {
          endOfLifeDate: '2027-01-01T00:00:00Z',
          blockDeletionBeforeEndOfLife: true,
          locksReplicatedLocations: true,
        },
      },
    })
    const { status, problem } = await asAda.send('DELETE', '/api/gallery-resources', { id: version })
    expect([status, problem().decoded]).toMatchObject([409, [{ code: 'DeletionBlockedBeforeEndOfLife' }]])
  })

  it('is for those who may delete', async () => {
    const asRita = await portal.as('rita@contoso.example')
    expect(await asRita.get('/api/gallery-deletion', { id: version })).toMatchObject({
      body: { permission: 'forbidden' },
    })
  })

  it('is of nothing but galleries and what is in them', async () => {
    const id = `${group}/diskEncryptionSets/WestUSDiskEncryptionSet1`
    expect((await asAda.send('DELETE', '/api/gallery-resources', { id })).status).toBe(400)
  })
})

describe('the locks of a version', () => {
  const locks = '/api/resource-locks'
  const mayLock = () => {
    const { users, roleAssignments } = portal.azure.world
    const principalId = users.find(({ displayName }) => displayName.startsWith('Ada'))?.id ?? ''
    roleAssignments.push({ principalId, role: 'User Access Administrator', scope: `/subscriptions/${production}` })
  }

  it('are set, replaced and removed on it by those who may, and forbid its deletion', async () => {
    mayLock()
    const lock = { id: version, level: 'CanNotDelete', notes: 'Released' }
    expect((await asAda.send('PUT', locks, lock)).status).toBe(200)
    expect((await asAda.send('PUT', locks, { ...lock, notes: '' })).status).toBe(200)
    const found = { scope: version, level: 'CanNotDelete', name: 'do-not-delete' }
    const { body } = await asAda.get(locks, { id: version })
    expect(body).toEqual({ locks: [found], set: 'allowed', remove: 'allowed' })
    expect(await asAda.get('/api/gallery-deletion', { id: version })).toMatchObject({
      body: { facts: { locks: [{ scope: version, level: 'CanNotDelete' }] } },
    })
    const { status, problem } = await asAda.send('DELETE', '/api/gallery-resources', { id: version })
    expect([status, problem().decoded]).toMatchObject([409, [{ code: 'ScopeLocked', params: { scopes: version } }]])
    expect((await asAda.send('DELETE', locks, { id: version, name: 'do-not-delete' })).status).toBe(200)
    expect((await asAda.get(locks, { id: version })).body).toMatchObject({ locks: [] })
  })

  it('are shown with those above it, and set by nobody who may only contribute', async () => {
    const scope = `/subscriptions/${production}`
    portal.azure.world.store.put({
      id: `${scope}/providers/Microsoft.Authorization/locks/all`,
      type: 'Microsoft.Authorization/locks',
      name: 'all',
      location: '',
      properties: { level: 'ReadOnly', notes: 'Audit' },
    })
    expect((await asAda.get(locks, { id: version })).body).toEqual({
      locks: [{ scope, level: 'ReadOnly', name: 'all', notes: 'Audit' }],
      set: 'forbidden',
      remove: 'forbidden',
    })
    const reply = await asAda.send('PUT', locks, { id: version, level: 'ReadOnly', notes: '' })
    expect([reply.status, reply.problem().code]).toEqual([403, 'ForbiddenByAzure'])
  })

  it('are those of a disk encryption set too, whose deletion they forbid', async () => {
    mayLock()
    const id = `${group}/diskEncryptionSets/WestUSExpiringKeyDiskEncryptionSet`
    expect((await asAda.send('PUT', locks, { id, level: 'CanNotDelete', notes: '' })).status).toBe(200)
    expect((await asAda.get(locks, { id })).body).toEqual({
      locks: [{ scope: id, level: 'CanNotDelete', name: 'do-not-delete' }],
      set: 'allowed',
      remove: 'allowed',
    })
    const refused = await asAda.send('DELETE', '/api/disk-encryption-set', { id })
    expect(refused.problem()).toMatchObject({ status: 409, azure: { code: 'ScopeLocked' } })
    expect((await asAda.send('DELETE', locks, { id, name: 'do-not-delete' })).status).toBe(200)
    expect((await asAda.send('DELETE', '/api/disk-encryption-set', { id })).status).toBe(200)
  })

  it('are of versions and sets only', async () => {
    expect((await asAda.send('PUT', locks, { id: contosoGallery, level: 'ReadOnly', notes: '' })).status).toBe(400)
  })
})
