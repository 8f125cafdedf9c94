import { browseImageVersions, getInventory, type ImageVersionRow } from '@portal/portal-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

// Lists over the simulator by HTTP. They change nothing, so one portal serves them all.

const production = 'c0470500-0000-4000-8000-00000000a001'
const group = `/subscriptions/${production}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
const imageDefinitionId = `${group}/galleries/contosoGallery/images/ubuntu-web`

let portal: TestPortal
let asAda: SignedIn

beforeAll(async () => {
  portal = await startTestPortal()
  const { store } = portal.azure.world
  const version = store.get(`${imageDefinitionId}/versions/1.1.0`)
  if (version === undefined) throw new Error('Contoso has lost 1.1.0')
  const properties = z.record(z.string(), z.json())
  const add = (name: string, change: (text: string) => string) => {
    const changed = properties.parse(JSON.parse(change(JSON.stringify(version.properties))))
    store.put({ ...version, id: `${imageDefinitionId}/versions/${name}`, name, properties: changed })
  }
  add('1.10.0', (text) => text)
  add('1.9.0', (text) => text.replaceAll(/DiskEncryptionSet[12]"/g, 'DoubleEncryptionSet"'))
  add('1.8.0', (text) => text.replace(/,"dataDiskImages":\[\{"lun":0,"diskEncryptionSetId":[^\]]*\]/, ''))
  add('1.7.0', (text) =>
    text.replace('"publishingProfile":{', '"publishingProfile":{"endOfLifeDate":"2026-11-23T00:00:00Z",'),
  )
  const confidential = '"securityProfile":{"confidentialVMEncryptionType":"EncryptedWithPmk"}'
  add('2.0.0', (text) => text.replaceAll('"securityProfile":{}', confidential))
  add('1.6.0', (text) => text.replace('"storageAccountType":"Standard_LRS"', '"storageAccountType":"Standard_ZRS"'))
  asAda = await portal.as('ada@contoso.example')
})
afterAll(() => portal.close())

async function rows(query: Record<string, string>): Promise<ImageVersionRow[]> {
  const asked = { sort: 'name', direction: 'asc', page: '0', ...query }
  const { body } = await asAda.get('/api/estate/image-versions', asked)
  return browseImageVersions.response.parse(body).rows
}

describe('image versions', () => {
  it('are in the order of their numbers', async () => {
    const names = (await rows({ imageDefinitionId, direction: 'desc' })).map(({ name }) => name)
    expect(names).toEqual(['2.0.0', '1.10.0', '1.9.0', '1.8.0', '1.7.0', '1.6.0', '1.1.0', '1.0.0'])
  })

  it.each([
    ['1.0.0', 'platform'],
    ['1.1.0', 'customer'],
    ['1.9.0', 'double'],
    ['1.8.0', 'mixed'],
    ['2.0.0', 'confidential'],
  ])('%s shows whose keys encrypt it: %s', async (search, encryption) => {
    expect(await rows({ imageDefinitionId, search })).toMatchObject([{ encryption }])
    expect((await rows({ imageDefinitionId, encryption })).map(({ name }) => name)).toContain(search)
  })

  it('tell their regions, their replicas and whether their end of life has passed', async () => {
    expect(await rows({ imageDefinitionId, search: '1.7.0' })).toMatchObject([
      { targetRegions: ['eastus2', 'westus'], replicas: 3, isPastEndOfLife: true, excludeFromLatest: false },
    ])
    expect(await rows({ imageDefinitionId, search: '1.1.0' })).toMatchObject([{ isPastEndOfLife: false }])
  })

  it('are those with a region on the storage that is asked for', async () => {
    const storedOn = async (storage: string) =>
      (await rows({ imageDefinitionId, storage })).map(({ name, targetRegions }) => [name, ...targetRegions])
    expect(await storedOn('Standard_ZRS')).toEqual([['1.6.0', 'eastus2', 'westus']])
    expect((await storedOn('Standard_LRS')).map(([name]) => name)).toContain('1.6.0')
    expect(await storedOn('Premium_LRS')).toEqual([])
  })

  it('are of every subscription that the user sees, or of one', async () => {
    const subscriptions = (list: ImageVersionRow[]) => new Set(list.map(({ id }) => id.split('/')[2]))
    expect(subscriptions(await rows({ sort: 'definition' })).size).toBe(2)
    expect([...subscriptions(await rows({ subscriptionId: production }))]).toEqual([production])
  })

  it.each(["'", String.raw`\'`, "' or name contains '1", '1.1.0\\'])(
    'has none whose name contains %s',
    async (search) => {
      expect(await rows({ search })).toEqual([])
    },
  )
})

it('lists galleries with how many image definitions they have', async () => {
  const asked = { search: 'contoso', sort: 'definitions', direction: 'desc', page: '0' }
  const { body } = await asAda.get('/api/estate/galleries', asked)
  expect(body).toMatchObject({ total: 1, rows: [{ name: 'contosoGallery', location: 'westus', definitions: 6 }] })
})

it('lists the image definitions of a gallery with how many versions they have', async () => {
  const galleryId = `${group}/galleries/contosoGallery`
  const { body } = await asAda.get('/api/estate/image-definitions', {
    galleryId,
    sort: 'versions',
    direction: 'desc',
    page: '0',
  })
  expect(body).toMatchObject({
    total: 6,
    rows: [{ name: 'ubuntu-web', versions: 8, securityType: 'Standard' }, {}, {}, {}, {}, {}],
  })
})

it('lists disk encryption sets by type, with the key of each', async () => {
  const encryptionType = 'EncryptionAtRestWithPlatformAndCustomerKeys'
  const { body } = await asAda.get('/api/estate/disk-encryption-sets', {
    encryptionType,
    search: 'WestUSDoubleEncryptionSet2',
    sort: 'key',
    direction: 'asc',
    page: '0',
  })
  expect(body).toMatchObject({
    rows: [{ encryptionType, keyVaultName: 'kv-contoso-wus', keyName: 'images-double-key', location: 'westus' }],
  })
})

it('lists a disk encryption set of a type that Azure has added since, which nobody is offered', async () => {
  const { store } = portal.azure.world
  const known = store.get(`${group}/diskEncryptionSets/WestUSDiskEncryptionSet1`)
  if (known === undefined) throw new Error('Contoso has lost a set')
  const [name, encryptionType] = ['WestUSLaterEncryptionSet', 'EncryptionOfTheFuture']
  const id = `${group}/diskEncryptionSets/${name}`
  store.put({ ...known, id, name, properties: { ...known.properties, encryptionType } })

  const asked = { search: name, sort: 'name', direction: 'asc', page: '0' }
  const { body } = await asAda.get('/api/estate/disk-encryption-sets', asked)
  expect(body).toMatchObject({ total: 1, rows: [{ name, encryptionType }] })
  const inventory = await asAda.get('/api/inventory', { imageDefinitionId })
  const offered = getInventory.response.parse(inventory.body).diskEncryptionSets.map((set) => set.name)
  expect(offered).toContain('WestUSDiskEncryptionSet1')
  expect(offered).not.toContain(name)
})

it('answers a page beyond the last with no rows and the same total', async () => {
  const { body } = await asAda.get('/api/estate/galleries', { sort: 'name', direction: 'asc', page: '9' })
  expect(body).toMatchObject({ total: expect.any(Number) as number, rows: [] })
})
