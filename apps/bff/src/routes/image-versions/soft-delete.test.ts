import { aPlan } from '@portal/image-version/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

const production = 'c0470500-0000-4000-8000-00000000a001'
const group = `/subscriptions/${production}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
const recoverable = `${group}/galleries/recoverableGallery`
const contoso = `${group}/galleries/contosoGallery`
const definition = `${recoverable}/images/ubuntu-recoverable`
const day = 86_400_000
const deletion = 91_000

let portal: TestPortal
let asAda: SignedIn

beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

const bin = async () => (await asAda.get('/api/deleted-image-versions', { imageDefinitionId: definition })).body
const names = async () => (await bin()) as { versions: { name: string }[] }
const listed = async () => (await names()).versions.map(({ name }) => name)
const policy = { isSoftDeleteEnabled: true, retentionPeriodInDays: 3, gracePeriodInDays: 4 }
const writes = () => portal.azure.requests.filter(({ method }) => method !== 'GET' && method !== 'POST')

describe('the policy of a gallery', () => {
  it('is told with the gallery, with its periods', async () => {
    const { body } = await asAda.get('/api/gallery', { id: recoverable })
    expect(body).toMatchObject({
      softDeletePolicy: { isSoftDeleteEnabled: true, retentionPeriodInDays: 10, gracePeriodInDays: 20 },
    })
    expect((await asAda.get('/api/gallery', { id: contoso })).body).not.toHaveProperty('softDeletePolicy')
  })

  it('is set by one PATCH that names nothing else', async () => {
    expect((await asAda.send('POST', '/api/gallery-soft-delete-changes', { id: recoverable, policy })).status).toBe(200)
    expect(writes()).toMatchObject([
      { method: 'PATCH', query: { 'api-version': '2026-03-03' }, body: { properties: { softDeletePolicy: policy } } },
    ])
  })

  it('is turned on by who may share the gallery only', async () => {
    const facts = async (id: string) => (await asAda.get('/api/gallery-soft-delete', { id })).body
    expect(await facts(recoverable)).toMatchObject({ mayChange: 'allowed', mayTurnOn: 'allowed' })
    expect(await facts(contoso)).toMatchObject({ mayChange: 'allowed', mayTurnOn: 'forbidden' })
    const { status, problem } = await asAda.send('POST', '/api/gallery-soft-delete-changes', { id: contoso, policy })
    expect([status, problem().decoded]).toMatchObject([403, [{ code: 'AuthorizationFailed' }]])
  })

  it('names what is in another region, and the flexible scale sets that use its images', async () => {
    const { store } = portal.azure.world
    const found = store.get(definition)
    if (found) store.put({ ...found, id: `${recoverable}/images/far`, name: 'far', location: 'eastus2' })
    store.put({
      id: `${group}/virtualMachineScaleSets/flexible`,
      type: 'Microsoft.Compute/virtualMachineScaleSets',
      name: 'flexible',
      location: 'westus',
      properties: {
        orchestrationMode: 'Flexible',
        virtualMachineProfile: { storageProfile: { imageReference: { id: `${definition}/versions/1.2.0` } } },
      },
    })
    expect((await asAda.get('/api/gallery-soft-delete', { id: recoverable })).body).toMatchObject({
      inOtherRegions: ['far'],
      flexibleScaleSets: ['flexible'],
    })
  })

  it('with periods that are no days is not sent', async () => {
    const wrong = { ...policy, retentionPeriodInDays: 0 }
    const reply = await asAda.send('POST', '/api/gallery-soft-delete-changes', { id: recoverable, policy: wrong })
    expect([reply.status, reply.problem().code]).toEqual([400, 'InvalidRequest'])
    expect(writes()).toEqual([])
  })
})

describe('the recycle bin of a definition', () => {
  it('lists deleted versions with their dates', async () => {
    expect(await bin()).toMatchObject({
      policy: { isSoftDeleteEnabled: true },
      versions: [
        { name: '1.0.0', id: `${definition}/versions/1.0.0`, location: 'westus' },
        { name: '1.1.0', consumptionEndTime: expect.any(String) as string },
      ],
      mayRestore: 'allowed',
      mayDelete: 'allowed',
    })
  })

  it('is not asked for where the gallery never had soft delete', async () => {
    const { body } = await asAda.get('/api/deleted-image-versions', {
      imageDefinitionId: `${contoso}/images/ubuntu-web`,
    })
    expect(body).toMatchObject({ versions: [] })
    expect(portal.azure.requests.some(({ path }) => /softDeletedArtifactTypes/i.test(path))).toBe(false)
  })

  it('gives a version back by a PUT of its region alone', async () => {
    const id = `${definition}/versions/1.1.0`
    expect((await asAda.send('POST', '/api/image-version-restorations', { id })).status).toBe(200)
    expect(writes()).toMatchObject([{ method: 'PUT', path: id, body: { location: 'westus' } }])
    expect(await listed()).toEqual(['1.0.0'])
    expect((await asAda.send('POST', '/api/image-version-restorations', { id })).status).toBe(200)
    expect(writes()).toHaveLength(1)
  })

  it('has nothing to give back of a number that was never there', async () => {
    const id = `${definition}/versions/9.9.9`
    expect((await asAda.send('POST', '/api/image-version-restorations', { id })).status).toBe(404)
  })

  it('loses a version for good', async () => {
    const id = `${definition}/versions/1.1.0`
    expect((await asAda.send('DELETE', '/api/deleted-image-version', { id })).status).toBe(200)
    portal.clock.advance(deletion)
    expect(await listed()).toEqual(['1.0.0'])
  })

  it('is emptied by the clock', async () => {
    portal.clock.advance(19 * day)
    expect(await listed()).toEqual(['1.1.0'])
  })

  it('is kept from who may read versions only', async () => {
    const asRita = await portal.as('rita@contoso.example')
    const { body } = await asRita.get('/api/deleted-image-versions', { imageDefinitionId: definition })
    expect(body).toMatchObject({ mayRestore: 'forbidden', mayDelete: 'forbidden' })
  })
})

describe('a number in the recycle bin', () => {
  it('is told with the inventory, and refused again by the server', async () => {
    const { body } = await asAda.get('/api/inventory', { imageDefinitionId: definition })
    expect(body).toMatchObject({ existingVersionNames: ['1.2.0'], deletedVersionNames: ['1.0.0', '1.1.0'] })
    const plan = aPlan({ imageDefinitionId: definition, name: '1.1.0' })
    const { status, problem } = await asAda.send('PUT', '/api/image-versions', plan)
    expect(status).toBe(422)
    expect(problem().issues?.map(({ code }) => code)).toContain('VersionNumberInRecycleBin')
    expect(writes()).toEqual([])
  })
})

describe('a recycle bin that Azure does not list', () => {
  const refused = { path: /softDeletedArtifactTypes/ }
  const answer = { status: 400, body: { error: { code: 'InvalidParameter', message: 'artifactName is invalid' } } }

  it('keeps nobody from a new version', async () => {
    portal.azure.faults.answer(refused, answer)
    const { status, body } = await asAda.get('/api/inventory', { imageDefinitionId: definition })
    expect([status, body]).toMatchObject([200, { existingVersionNames: ['1.2.0'] }])
    expect(body).not.toHaveProperty('deletedVersionNames')
  })

  it('is told with what may be in it unseen', async () => {
    portal.azure.faults.answer(refused, answer)
    const { body } = await asAda.get('/api/deleted-image-versions-near-set', {
      diskEncryptionSetId: `${group}/diskEncryptionSets/WestUSDoubleEncryptionSet`,
    })
    expect(body).toEqual({ versions: [], isComplete: false })
  })
})

describe('what a deletion means', () => {
  it('is told by the policy of the version’s gallery', async () => {
    const { body } = await asAda.get('/api/gallery-deletion', { id: `${definition}/versions/1.2.0` })
    expect(body).toMatchObject({ facts: { softDeletePolicy: { isSoftDeleteEnabled: true, gracePeriodInDays: 20 } } })
  })

  it('is told of a definition with what its bin holds', async () => {
    const { body } = await asAda.get('/api/gallery-deletion', { id: definition })
    expect(body).toMatchObject({ facts: { childNames: ['1.2.0'], deletedVersionNames: ['1.0.0', '1.1.0'] } })
  })
})

describe('the deleted versions that a set may have encrypted', () => {
  it('are all of its subscription', async () => {
    const { body } = await asAda.get('/api/deleted-image-versions-near-set', {
      diskEncryptionSetId: `${group}/diskEncryptionSets/WestUSDoubleEncryptionSet`,
    })
    expect(body).toMatchObject({ versions: [{ name: '1.0.0' }, { name: '1.1.0' }], isComplete: true })
  })
})
