import { browseImageVersionUses, countImageVersionUses, type ImageVersionUseRow } from '@portal/portal-api'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

// What runs from a version, over the simulator by HTTP. It changes nothing, so one portal serves all tests.

const subscription = '/subscriptions/c0470500-0000-4000-8000-00000000a001'
const compute = `${subscription}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
const ubuntuWeb = `${compute}/galleries/contosoGallery/images/ubuntu-web`
// a copy of it, which nothing of Contoso was created from
const definition = `${compute}/galleries/contosoGallery/images/ubuntu-used`
const [first, second] = [`${definition}/versions/1.0.0`, `${definition}/versions/1.1.0`]
const otherImage = `${compute}/galleries/contosoGallery/images/ubuntu-golden/versions/1.0.0`
const set = (name: string) => `${compute}/diskEncryptionSets/${name}`

let portal: TestPortal
let asAda: SignedIn

function put(type: string, name: string, properties: object, location = 'westus') {
  portal.azure.world.store.put({
    id: `${compute}/${type}/${name}`,
    type: `Microsoft.Compute/${type}`,
    name,
    location,
    properties: JSON.parse(JSON.stringify(properties)) as Record<string, string>,
  })
}
const machine = (name: string, imageReference: object, location?: string) =>
  put('virtualMachines', name, { storageProfile: { imageReference, osDisk: {} } }, location)
const scaleSet = (name: string, id: string, automatic: boolean) =>
  put('virtualMachineScaleSets', name, {
    virtualMachineProfile: { storageProfile: { imageReference: { id } } },
    upgradePolicy: { mode: 'Automatic', automaticOSUpgradePolicy: { enableAutomaticOSUpgrade: automatic } },
  })
const instance = (ofSet: string, number: number, exactVersion: string) =>
  portal.azure.world.store.put({
    id: `${compute}/virtualMachineScaleSets/${ofSet}/virtualMachines/${number}`,
    type: 'Microsoft.Compute/virtualMachineScaleSets/virtualMachines',
    name: `${ofSet}_${number}`,
    location: 'westus',
    properties: { storageProfile: { imageReference: { id: definition, exactVersion } } },
  })
const disk = (name: string, lun: number | undefined, diskEncryptionSetId?: string) =>
  put('disks', name, {
    creationData: {
      createOption: 'FromImage',
      galleryImageReference: { id: second, ...(lun !== undefined && { lun }) },
    },
    encryption: diskEncryptionSetId
      ? { type: 'EncryptionAtRestWithCustomerKey', diskEncryptionSetId }
      : { type: 'EncryptionAtRestWithPlatformKey' },
  })

beforeAll(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
  const { store } = portal.azure.world
  for (const id of [ubuntuWeb, `${ubuntuWeb}/versions/1.0.0`, `${ubuntuWeb}/versions/1.1.0`]) {
    const text = JSON.stringify(store.get(id)).replaceAll('ubuntu-web', 'ubuntu-used')
    store.put(JSON.parse(text) as NonNullable<ReturnType<typeof store.get>>)
  }
  machine('named-vm', { id: second.toUpperCase(), exactVersion: '1.1.0' })
  machine('latest-vm', { id: definition, exactVersion: '1.1.0' }, 'eastus2')
  machine('old-vm', { id: definition, exactVersion: '1.0.0' })
  machine('other-vm', { id: otherImage, exactVersion: '1.0.0' })
  scaleSet('latest-set', definition, true)
  scaleSet('fixed-set', first, true)
  scaleSet('uniform-set', second, false)
  instance('uniform-set', 0, '1.1.0')
  instance('uniform-set', 1, '1.0.0')
  scaleSet('moved-set', otherImage, false)
  instance('moved-set', 3, '1.1.0')
  disk('as-version-os', undefined, set('WestUSDiskEncryptionSet1').toLowerCase())
  disk('as-version-data', 0, set('WestUSDiskEncryptionSet2'))
  disk('other-set-os', undefined, set('WestUSDiskEncryptionSet2'))
  disk('platform-data', 0)
})
beforeEach(() => void (portal.azure.requests.length = 0))
afterAll(() => portal.close())

const queries = () => portal.azure.requests.filter(({ path }) => /ResourceGraph/i.test(path)).length

async function rows(query: Record<string, string> = {}, user = asAda): Promise<ImageVersionUseRow[]> {
  const asked = { imageVersionId: second, shown: 'ofVersion', sort: 'name', direction: 'asc', page: '0', ...query }
  const { body } = await user.get(browseImageVersionUses.path, asked)
  return browseImageVersionUses.response.parse(body).rows
}
async function names(query: Record<string, string>): Promise<string[]> {
  return (await rows(query)).map(({ name }) => name)
}
async function counts(imageVersionId: string, user = asAda) {
  return countImageVersionUses.response.parse((await user.get(countImageVersionUses.path, { imageVersionId })).body)
}

it('lists the machines, scale sets and disks from a version, however they name it, with one query', async () => {
  expect(await names({})).toEqual([
    'as-version-data',
    'as-version-os',
    'latest-set',
    'latest-vm',
    'moved-set',
    'named-vm',
    'other-set-os',
    'platform-data',
    'uniform-set',
  ])
  expect(queries()).toBe(1)
  expect(await names({ imageVersionId: first })).toEqual(['fixed-set', 'old-vm', 'uniform-set'])
})

it.each([
  ['kind', { kind: 'scaleSet' }, ['latest-set', 'moved-set', 'uniform-set']],
  ['region', { location: 'eastus2' }, ['latest-vm']],
  ['name', { search: 'NAMED' }, ['named-vm']],
])('narrows them by %s', async (_, query, expected) => {
  expect(await names(query)).toEqual(expected)
})

it('lists what its definition has on a lower number than the latest of the region', async () => {
  expect(await rows({ shown: 'outdated' })).toMatchObject([
    { name: 'fixed-set', version: '1.0.0', latest: '1.1.0', isOutdated: true, followsLatest: false },
    { name: 'old-vm', version: '1.0.0', latest: '1.1.0', isOutdated: true },
    { name: 'uniform-set', version: '1.1.0', latest: '1.1.0', isOutdated: true },
  ])
  expect(await rows({ search: 'latest-set' })).toMatchObject([
    { version: '1.1.0', isOutdated: false, followsLatest: true },
  ])
})

it('says what runs on a revoked version', async () => {
  const { store } = portal.azure.world
  const version = store.get(first)
  if (version === undefined) throw new Error('It is gone')
  store.put({ ...version, tags: { 'image-revoked': '2026-11-24T10:00:00Z' } })
  const revoked = (await rows({ shown: 'outdated' })).map(({ name, isRevoked }) => [name, isRevoked])
  expect(revoked).toEqual([
    ['fixed-set', true],
    ['old-vm', true],
    ['uniform-set', false],
  ])
  store.put(version)
})

it('counts the instances of uniform scale sets, also where the model has gone on to another image', async () => {
  expect(await rows({ search: 'uniform-set' })).toMatchObject([{ instances: { total: 2, ofVersion: 1 } }])
  expect(await rows({ search: 'moved-set' })).toMatchObject([
    { version: '', isOutdated: false, followsLatest: false, instances: { total: 1, ofVersion: 1 } },
  ])
  expect((await rows({ search: 'latest-set' }))[0]?.instances).toBeUndefined()
})

it('lists the disks whose key is not the one of the version for that region and disk', async () => {
  expect(await rows({ shown: 'otherKey' })).toMatchObject([
    { name: 'other-set-os', disk: { disk: 'os', encryption: 'customer' } },
    { name: 'platform-data', disk: { disk: 0, encryption: 'platform' } },
  ])
  expect(queries()).toBe(1)
  // a version with platform-managed keys has no set that a disk could differ from
  expect(await names({ shown: 'otherKey', imageVersionId: first })).toEqual([])
})

it('counts them by region and key with one query, and names the scale sets that are upgraded to the latest', async () => {
  const counted = await counts(second)
  expect(queries()).toBe(1)
  const total = (kind: string) =>
    counted.reduce((sum, one) => sum + (one.isOfVersion && one.kind === kind ? one.count : 0), 0)
  expect([total('virtualMachine'), total('scaleSet'), total('disk')]).toEqual([2, 3, 4])
  expect(counted.reduce((sum, { instances }) => sum + instances, 0)).toBe(2)
  expect(counted.flatMap(({ upgraded }) => upgraded)).toEqual([`${compute}/virtualMachineScaleSets/latest-set`])
  expect(
    counted
      .filter(({ isOutdated }) => isOutdated)
      .flatMap(({ examples }) => examples)
      .toSorted(),
  ).toEqual([
    `${compute}/virtualMachineScaleSets/fixed-set`,
    `${compute}/virtualMachineScaleSets/uniform-set`,
    `${compute}/virtualMachines/old-vm`,
  ])
})

it('keeps to what the user can read', async () => {
  const asBen = await portal.as('ben@contoso.example')
  expect(await rows({}, asBen)).toEqual([])
  expect(await counts(second, asBen)).toEqual([])
})

it('compares numbers, and passes over versions that are excluded from latest', async () => {
  const { store } = portal.azure.world
  const version = store.get(second)
  if (version === undefined) throw new Error('Contoso has lost a version')
  const added = ['1.9.0', '1.10.0', '1.11.0'].map((name) => ({
    ...version,
    id: `${definition}/versions/${name}`,
    name,
    properties: {
      ...version.properties,
      publishingProfile: {
        ...(version.properties['publishingProfile'] as Record<string, string>),
        excludeFromLatest: name === '1.11.0',
      },
    },
  }))
  for (const one of added) store.put(one)
  machine('newest-vm', { id: definition, exactVersion: '1.11.0' })
  try {
    expect(await rows({ search: 'named-vm' })).toMatchObject([{ latest: '1.10.0', isOutdated: true }])
    expect(await names({ shown: 'outdated', kind: 'virtualMachine' })).toEqual(['latest-vm', 'named-vm', 'old-vm'])
    // it follows the latest one, which is another now
    expect(await names({ search: 'latest-set' })).toEqual([])
  } finally {
    for (const { id } of added) store.remove(id)
    store.remove(`${compute}/virtualMachines/newest-vm`)
  }
})
