import { storedVersion, type StoredVersion } from '@portal/image-version'
import {
  getImageVersion,
  getStoredImageVersion,
  listAncestors,
  listDescendants,
  listVersionWork,
} from '@portal/portal-api'
import { versionFingerprint } from '@portal/version-update'
import { blankRevocation } from '@portal/version-update/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { armUrl } from '../../azure/arm/arm-request.ts'
import { testAzureSession } from '../../testing/azure-session.ts'
import { startTestPortal, type Reply, type SignedIn, type TestPortal } from '../../testing/portal.ts'

const production = 'c0470500-0000-4000-8000-00000000a001'
const group = `/subscriptions/${production}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
const definition = `${group}/galleries/contosoGallery/images/ubuntu-web`
const id = `${definition}/versions/1.0.0`
const successor = `${definition}/versions/1.1.0`
const versionPath = /\/versions\/1\.0\.0$/
const hour = 3_600_000
const revocation = { reason: 'Contains a vulnerable OpenSSL', replacementId: successor, endOfLifeDate: '2026-12-01' }

let portal: TestPortal
let asAda: SignedIn

beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

async function stored(): Promise<{ version: StoredVersion; fingerprint: string }> {
  return z.parse(getStoredImageVersion.response, (await asAda.get('/api/stored-image-version', { id })).body)
}
async function revoke(over: object = {}, user = asAda): Promise<Reply> {
  const { fingerprint } = await stored()
  return user.send('PUT', '/api/image-version-revocations', { id, revocation, fingerprint, ...over })
}
async function undo(over: object = {}): Promise<Reply> {
  const { fingerprint } = await stored()
  return asAda.send('DELETE', '/api/image-version-revocations', { id, fingerprint, ...over })
}
const puts = () => portal.azure.requests.filter(({ method, path }) => method === 'PUT' && versionPath.test(path))
const settle = () => portal.clock.advance(hour)
const read = async () => z.parse(getImageVersion.response, (await asAda.get('/api/image-version', { id })).body)

/** Another client, as Ada, changes the tags. */
async function tagElsewhere(tags: object): Promise<void> {
  await using session = await testAzureSession(portal.azure, 'ada@contoso.example')
  await session.azure.send({ method: 'PATCH', url: armUrl(id, { 'api-version': '2024-03-03' }), body: { tags } })
  settle()
}

describe('revoking a version', () => {
  it('is one PUT that keeps the encryption, and undoing it is one that gives the version as before', async () => {
    const before = await stored()
    expect(await revoke()).toMatchObject({ status: 200, body: { id } })
    settle()
    const { version } = await stored()
    expect(version.properties.publishingProfile).toMatchObject({
      excludeFromLatest: true,
      endOfLifeDate: '2026-12-01T00:00:00+00:00',
      targetRegions: before.version.properties.publishingProfile.targetRegions,
    })
    const date = '2026-11-24T10:00:00.000Z'
    expect(await read()).toMatchObject({
      revocation: { date, reason: revocation.reason, replacementId: successor },
    })
    expect((await undo()).status).toBe(200)
    settle()
    expect((await stored()).fingerprint).toBe(before.fingerprint)
    expect(await read()).not.toHaveProperty('revocation')
    expect(puts()).toHaveLength(2)
  })

  it('is seen in the lists, and by nobody as the latest', async () => {
    await revoke()
    settle()
    const page = { direction: 'asc', page: '0', sort: 'name', imageDefinitionId: definition }
    expect((await asAda.get('/api/estate/image-versions', page)).body).toMatchObject({
      rows: [{ name: '1.0.0', excludeFromLatest: true, revocation: { reason: revocation.reason } }, { name: '1.1.0' }],
    })
    const list = await asAda.get('/api/image-versions', { imageDefinitionId: definition })
    expect(list.body).toMatchObject([
      { name: '1.1.0', isRevoked: false },
      { name: '1.0.0', isRevoked: true },
    ])
  })

  it('can be asked for again: nothing is sent for what is done', async () => {
    const { fingerprint } = await stored()
    expect((await revoke({ fingerprint })).status).toBe(200)
    settle()
    expect((await revoke({ fingerprint })).status).toBe(200)
    const revoked = await stored()
    expect((await undo()).status).toBe(200)
    settle()
    expect((await undo({ fingerprint: revoked.fingerprint })).status).toBe(200)
    expect(puts()).toHaveLength(2)
  })

  it('stops when someone else has changed the version', async () => {
    const { fingerprint } = await stored()
    await tagElsewhere({ owner: 'finance' })
    expect((await revoke({ fingerprint })).problem()).toMatchObject({ status: 409, code: 'ImageVersionChanged' })
    expect(puts()).toEqual([])
  })

  it('of a version that someone else has revoked for another reason is not done twice', async () => {
    const { fingerprint } = await stored()
    await revoke()
    settle()
    const reply = await revoke({ fingerprint, revocation: { ...revocation, reason: 'Another' } })
    expect(reply.problem()).toMatchObject({ status: 409, code: 'ImageVersionChanged' })
  })

  it.each([
    [
      'it is there',
      { ...blankRevocation, reason: 'Flaw', replacementId: `${definition}/versions/7.0.0` },
      'ReplacementNotFound',
    ],
    [
      'its ID is one',
      { ...blankRevocation, reason: 'Flaw', replacementId: '/subscriptions/../x' },
      'ReplacementInvalid',
    ],
    ['it has a reason', blankRevocation, 'RevocationReasonRequired'],
  ])('asks of a revocation that %s', async (_, wanted, code) => {
    expect((await revoke({ revocation: wanted })).problem()).toMatchObject({ status: 422, issues: [{ code }] })
    expect(puts()).toEqual([])
  })

  it('is not done by who may only read', async () => {
    const asRita = await portal.as('rita@contoso.example')
    expect((await revoke({}, asRita)).problem()).toMatchObject({ status: 403, code: 'ForbiddenByAzure' })
  })
})

describe('when the answer is lost', () => {
  it('though Azure has revoked it, it is done', async () => {
    portal.azure.faults.dropAnswer({ method: 'PUT', path: versionPath })
    expect((await revoke()).status).toBe(200)
    expect(puts()).toHaveLength(1)
  })

  it('on the way out, the undoing is not taken for done', async () => {
    await revoke({ revocation: { ...blankRevocation, reason: 'Flaw' } })
    settle()
    const { version } = await stored()
    await tagElsewhere({ ...version.tags, 'image-revoked-before': '{"excludeFromLatest":true}' })
    portal.azure.faults.reset({ method: 'PUT', path: versionPath })
    expect((await undo()).problem()).toMatchObject({ status: 502, code: 'AzureUnavailable' })
    expect(await read()).toHaveProperty('revocation')
  })
})

it('is said by what would use it, and of the machines from it', async () => {
  await revoke()
  settle()
  const machine = `${group}/virtualMachines/from-revoked`
  portal.azure.world.store.put({
    id: machine,
    type: 'Microsoft.Compute/virtualMachines',
    name: 'from-revoked',
    location: 'westus',
    properties: {
      hardwareProfile: { vmSize: 'Standard_D2s_v5' },
      storageProfile: { imageReference: { id: definition, exactVersion: '1.0.0' }, osDisk: { osType: 'Linux' } },
      provisioningState: 'Succeeded',
    },
  })
  const said = { revocation: { reason: revocation.reason, replacementId: successor } }
  expect((await asAda.get('/api/virtual-machine', { id: machine })).body).toMatchObject({
    machine: { revokedImage: { id, ...said } },
  })
  const chosen = { imageVersionId: id, subscriptionId: '', location: '' }
  expect((await asAda.get('/api/virtual-machine-inventory', chosen)).body).toMatchObject({ image: said })
  expect((await asAda.get('/api/source-resource', { id })).body).toMatchObject({ type: 'ImageVersion', ...said })
})

it('lists the versions that descend from it, and what is in between', async () => {
  const { store } = portal.azure.world
  const put = (path: string, properties: object, tags?: Record<string, string>) => {
    const [type = '', name = ''] = [path.split('/').at(-2), path.split('/').at(-1)]
    const kind = path.includes('/versions/') ? 'galleries/images/versions' : type
    store.put({
      id: `${group}/${path}`,
      type: `Microsoft.Compute/${kind}`,
      name,
      location: 'westus',
      properties: JSON.parse(JSON.stringify(properties)) as Record<string, string>,
      ...(tags && { tags }),
    })
  }
  const image = (path: string) => ({ id: `${group}/${path}` })
  put('virtualMachines/from-latest', {
    storageProfile: { imageReference: { id: definition, exactVersion: '1.0.0' }, osDisk: {} },
  })
  put('disks/from-version', {
    creationData: { createOption: 'FromImage', galleryImageReference: { id: id.toUpperCase() } },
  })
  put('snapshots/of-disk', { creationData: { createOption: 'Copy', sourceResourceId: `${group}/disks/from-version` } })
  put('images/of-machine', {
    sourceVirtualMachine: image('virtualMachines/from-latest'),
    storageProfile: { osDisk: {} },
  })
  const own = 'galleries/contosoGallery/images'
  put(`${own}/a/versions/1.0.0`, { storageProfile: { source: { id } } }, { 'image-revoked': '2026-11-01' })
  put(`${own}/b/versions/1.0.0`, {
    storageProfile: { source: { virtualMachineId: `${group}/virtualMachines/from-latest` } },
  })
  put(`${own}/c/versions/1.0.0`, {
    storageProfile: {
      osDiskImage: { source: image('disks/other') },
      dataDiskImages: [
        { lun: 0, source: image('disks/other-data') },
        { lun: 3, source: image('snapshots/of-disk') },
      ],
    },
  })
  put(`${own}/d/versions/1.0.0`, { storageProfile: { source: image('images/of-machine') } })
  put(`${own}/e/versions/1.0.0`, { storageProfile: { source: image(`${own}/d/versions/1.0.0`) } })
  put(`${own}/f/versions/1.0.0`, { storageProfile: { source: { id: successor } } })

  const { body } = await asAda.get('/api/estate/image-version-descendants', { imageVersionId: id })
  const { descendants, isComplete } = z.parse(listDescendants.response, body)
  expect(isComplete).toBe(true)
  expect(descendants.map((each) => [each.kind, each.id.slice(group.length + 1), each.isRevoked])).toEqual([
    ['imageVersion', `${own}/a/versions/1.0.0`, true],
    ['imageVersion', `${own}/b/versions/1.0.0`, false],
    ['managedImage', 'images/of-machine', false],
    ['snapshot', 'snapshots/of-disk', false],
    ['imageVersion', `${own}/c/versions/1.0.0`, false],
    ['imageVersion', `${own}/d/versions/1.0.0`, false],
    ['imageVersion', `${own}/e/versions/1.0.0`, false],
  ])
  const graph = portal.azure.requests.filter(({ path }) => path.includes('ResourceGraph'))
  expect(graph).toHaveLength(4)

  const lineOf = async (path: string) => {
    const answer = await asAda.get('/api/estate/image-version-ancestors', { imageVersionId: `${group}/${path}` })
    const { ancestors, end } = z.parse(listAncestors.response, answer.body)
    return [...ancestors.map((each) => [each.kind, each.id.toLowerCase().slice(group.length + 1)]), end]
  }
  expect((await lineOf(`${own}/e/versions/1.0.0`)).slice(0, 4)).toEqual([
    ['imageVersion', `${own}/d/versions/1.0.0`.toLowerCase()],
    ['managedImage', 'images/of-machine'],
    ['virtualMachine', 'virtualmachines/from-latest'],
    ['imageVersion', `${own}/ubuntu-web/versions/1.0.0`.toLowerCase()],
  ])
  expect(await lineOf(`${own}/c/versions/1.0.0`)).toEqual([['disk', 'disks/other'], 'NotFound'])
  put('virtualMachines/unsaid', { storageProfile: { imageReference: { id: definition }, osDisk: {} } })
  put(`${own}/g/versions/1.0.0`, {
    storageProfile: { source: { virtualMachineId: `${group}/virtualMachines/unsaid` } },
  })
  expect((await lineOf(`${own}/g/versions/1.0.0`)).slice(1)).toEqual([
    ['other', `${own}/ubuntu-web`.toLowerCase()],
    'VersionUnknown',
  ])
})

it('keeps the fingerprint of the browser and of the server the same', async () => {
  const { version, fingerprint } = await stored()
  expect(await versionFingerprint(z.parse(storedVersion, version))).toBe(fingerprint)
})

it('revokes the versions that were made from it in the same deployment, each with all that it has', async () => {
  const read = async (of: string) =>
    z.parse(getStoredImageVersion.response, (await asAda.get('/api/stored-image-version', { id: of })).body)
  const golden = `${group}/galleries/contosoGallery/images/ubuntu-golden/versions/2.0.0`
  const { store } = portal.azure.world
  const model = store.get(id)
  if (model === undefined) throw new Error('Contoso has lost 1.0.0')
  store.put({ ...model, id: golden, name: '2.0.0', tags: { team: 'web' } })
  const before = await read(golden)
  const descendants = [{ id: golden, fingerprint: before.fingerprint }]
  expect((await revoke({ descendants: [{ id: golden, fingerprint: '0'.repeat(64) }] })).problem().code).toBe(
    'ImageVersionChanged',
  )
  const { fingerprint } = await stored()
  expect(await revoke({ descendants })).toMatchObject({ status: 200, body: { id } })
  expect((await revoke({ descendants, fingerprint })).status).toBe(200)
  settle()
  settle()
  const after = await read(golden)
  expect((await stored()).version.tags).toMatchObject({ 'image-revoked-replacement': '1.1.0' })
  expect(after.version.tags).toMatchObject({ team: 'web', 'image-revoked-reason': revocation.reason })
  expect(after.version.tags).not.toHaveProperty('image-revoked-replacement')
  const { excludeFromLatest, targetRegions } = after.version.properties.publishingProfile
  expect(excludeFromLatest).toBe(true)
  expect(targetRegions).toEqual(before.version.properties.publishingProfile.targetRegions)
  const { body } = await asAda.get('/api/version-works', { imageVersionId: id })
  expect(z.parse(listVersionWork.response, body)).toMatchObject([
    {
      kind: 'Revocation',
      state: 'Succeeded',
      steps: [
        { action: 'revoke', version: '1.0.0' },
        { action: 'revoke', version: '2.0.0' },
      ],
    },
  ])
  const deployments = portal.azure.requests.filter(
    ({ method, path }) => method === 'PUT' && path.includes('/deployments/'),
  )
  expect(deployments).toHaveLength(1)
})
