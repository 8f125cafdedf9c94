import { describe, expect, it } from 'vitest'
import { objectsAt, textAt, valueAt, type JsonObject } from '../../../json.ts'
import { startedAzure, type StartedAzure } from '../../../testing/azure.ts'

// West US has no availability zones, East US 2 has them.
// https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update#storageaccountstrategy

const path = 'galleries/contosoGallery/images/ubuntu-web/versions/2.0.0'
const strategy = { storageAccountStrategy: 'PreferStandard_ZRS' }

/** A PUT of a version into two regions, with more properties of its publishing profile. */
async function put(azure: StartedAzure, apiVersion: string, profile: JsonObject = {}) {
  const ada = await azure.as('Ada')
  return ada('PUT', `${azure.compute(path)}?api-version=${apiVersion}`, {
    location: 'westus',
    properties: {
      publishingProfile: { targetRegions: [{ name: 'westus' }, { name: 'eastus2' }], ...profile },
      storageProfile: { source: { id: azure.compute('images/myImage') } },
    },
  })
}

/** The storage of the regions in a response, and the default. */
function storageIn(body: JsonObject) {
  const profile = valueAt(body, 'properties', 'publishingProfile')
  return {
    regions: objectsAt(body, 'properties', 'publishingProfile', 'targetRegions').map((region) =>
      textAt(region, 'storageAccountType'),
    ),
    default: Object.entries(profile ?? {}).filter(([name]) => name.startsWith('storageAccount')),
  }
}

describe('a version whose PUT says no storage', () => {
  it.each(['2019-12-01', '2024-03-03'])('is stored on Standard_LRS by %s', async (apiVersion) => {
    await using azure = await startedAzure()
    const { body } = await put(azure, apiVersion)
    expect(storageIn(body)).toEqual({
      regions: ['Standard_LRS', 'Standard_LRS'],
      default: [['storageAccountType', 'Standard_LRS']],
    })
  })

  it.each(['2025-03-03', '2025-12-03'])('is zone-redundant where there are zones by %s', async (apiVersion) => {
    await using azure = await startedAzure()
    const { body } = await put(azure, apiVersion)
    expect(storageIn(body)).toEqual({
      regions: ['Standard_LRS', 'Standard_ZRS'],
      default: [['storageAccountStrategy', 'PreferStandard_ZRS']],
    })
  })
})

describe('a version whose PUT says its storage', () => {
  it('has the type it says, in every api-version', async () => {
    await using azure = await startedAzure()
    const { body } = await put(azure, '2025-12-03', { storageAccountType: 'Standard_LRS' })
    expect(storageIn(body)).toEqual({
      regions: ['Standard_LRS', 'Standard_LRS'],
      default: [['storageAccountType', 'Standard_LRS']],
    })
  })

  it("keeps a region's own type beside the strategy", async () => {
    await using azure = await startedAzure()
    const targetRegions = [{ name: 'westus' }, { name: 'eastus2', storageAccountType: 'Premium_LRS' }]
    const { body } = await put(azure, '2025-12-03', { ...strategy, targetRegions })
    expect(storageIn(body).regions).toEqual(['Standard_LRS', 'Premium_LRS'])
  })

  it('by the strategy DefaultStandard_LRS is stored on Standard_LRS', async () => {
    await using azure = await startedAzure()
    const { body } = await put(azure, '2025-12-03', { storageAccountStrategy: 'DefaultStandard_LRS' })
    expect(storageIn(body).regions).toEqual(['Standard_LRS', 'Standard_LRS'])
  })

  it('shows its strategy to api-versions that know it only', async () => {
    await using azure = await startedAzure()
    await put(azure, '2025-12-03', strategy)
    const ada = await azure.as('Ada')
    const { body } = await ada('GET', `${azure.compute(path)}?api-version=2024-03-03`)
    expect(storageIn(body)).toEqual({ regions: ['Standard_LRS', 'Standard_ZRS'], default: [] })
  })
})

describe('storage is refused', () => {
  it.each([
    ['as type and strategy together', '2025-12-03', { ...strategy, storageAccountType: 'Standard_LRS' }],
    ['as a strategy that is none', '2025-12-03', { storageAccountStrategy: 'Cheapest' }],
    ['as a strategy in an api-version before it', '2024-03-03', strategy],
  ])('%s', async (_, apiVersion, profile) => {
    await using azure = await startedAzure()
    const { status, body } = await put(azure, apiVersion, profile)
    expect([status, textAt(body, 'error', 'code')]).toEqual([400, 'InvalidParameter'])
    expect(textAt(body, 'error', 'message')).toContain('storageAccountStrategy')
  })

  it('as another strategy, or a type in its place, for a version that is there', async () => {
    await using azure = await startedAzure()
    await put(azure, '2025-12-03', strategy)
    azure.clock.advance(3_600_000)
    for (const other of [{ storageAccountStrategy: 'DefaultStandard_LRS' }, { storageAccountType: 'Standard_ZRS' }]) {
      const ada = await azure.as('Ada')
      const { status, body } = await ada('PUT', azure.compute(path), {
        location: 'westus',
        properties: { publishingProfile: { targetRegions: [{ name: 'westus' }], ...other } },
      })
      expect([status, textAt(body, 'error', 'code')]).toEqual([409, 'PropertyChangeNotAllowed'])
    }
  })
})

it('a region that is added gets the storage of the strategy that the version was made with', async () => {
  await using azure = await startedAzure()
  await put(azure, '2025-12-03', { ...strategy, targetRegions: [{ name: 'westus' }] })
  azure.clock.advance(3_600_000)
  const ada = await azure.as('Ada')
  const targetRegions = [{ name: 'westus' }, { name: 'eastus2' }]
  const { status, body } = await ada('PUT', `${azure.compute(path)}?api-version=2024-03-03`, {
    location: 'westus',
    properties: { publishingProfile: { targetRegions } },
  })
  expect([status, storageIn(body).regions]).toEqual([200, ['Standard_LRS', 'Standard_ZRS']])
})
