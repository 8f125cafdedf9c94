import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  answers,
  azureAt,
  startScriptedArm,
  subscriptionId,
  type ScriptedArm,
  type TestAzure,
} from '../../testing/arm.ts'
import { listGalleries } from '../galleries/galleries.ts'
import { listDirectories } from '../subscriptions/directories.ts'
import { listRegionPlaces } from '../subscriptions/region-places.ts'
import { listResourceGroups } from '../subscriptions/resource-groups.ts'
import { listMachineSizes } from '../virtual-machines/machine-sizes.ts'
import { NoClearAnswer } from './arm-reply.ts'
import type { Azure } from './clients.ts'

// Lists that are read from ARM's JSON. Whatever ARM answers, the SDK's model must not say anything else.

let arm: ScriptedArm
let test: TestAzure
beforeEach(async () => {
  arm = await startScriptedArm()
  test = azureAt(arm.url)
})
afterEach(async () => {
  await test.close()
  await arm.close()
})

interface Listing {
  ours: (azure: Azure) => Promise<unknown>
  sdk: (azure: Azure) => AsyncIterable<unknown>
  /** of what ARM documents */
  item: Record<string, unknown>
}

const group = { name: 'rg', location: 'West US' }
const capabilities = [
  { name: 'vCPUs', value: '4' },
  { name: 'HyperVGenerations', value: 'V1,V2' },
]
const id = `/subscriptions/${subscriptionId}/resourceGroups/RG/providers/Microsoft.Compute/galleries/g`
const listings: [string, Listing][] = [
  [
    'galleries',
    {
      ours: (azure) => listGalleries(azure, subscriptionId),
      sdk: (azure) => azure.compute(subscriptionId).galleries.list(),
      item: { id, name: 'g', location: 'West US', tags: {}, properties: { description: 'text' } },
    },
  ],
  [
    'resource groups',
    {
      ours: (azure) => listResourceGroups(azure, subscriptionId),
      sdk: (azure) => azure.resources(subscriptionId).resourceGroups.list(),
      item: { ...group, properties: { provisioningState: 'Succeeded' } },
    },
  ],
  [
    'places of regions',
    {
      ours: (azure) => listRegionPlaces(azure, subscriptionId),
      sdk: (azure) => azure.subscriptions().subscriptions.listLocations(subscriptionId),
      item: { name: 'westus', displayName: 'West US', metadata: { latitude: '37.783', longitude: '-122.417' } },
    },
  ],
  [
    'directories',
    {
      ours: listDirectories,
      sdk: (azure) => azure.subscriptions().tenants.list(),
      item: { tenantId: 'T', displayName: 'Contoso', defaultDomain: 'contoso.com' },
    },
  ],
  [
    'sizes of machines',
    {
      ours: (azure) => listMachineSizes(azure, subscriptionId, 'westus'),
      sdk: (azure) => azure.compute(subscriptionId).resourceSkus.list({ filter: `location eq 'westus'` }),
      item: {
        resourceType: 'virtualMachines',
        name: 'Standard_D4s_v5',
        capabilities,
        restrictions: [{ type: 'Zone' }],
      },
    },
  ],
]

/** What ours gives if ARM answers with these items; undefined if it refuses them. Groups are read besides galleries. */
async function read({ ours }: Listing, value: unknown[]): Promise<unknown> {
  arm.script = [
    (response, { url }) =>
      answers(200, { value: url.includes('/resourcegroups') && value.every(isOfGallery) ? [group] : value })(response),
  ]
  return ours(test.azure).catch((error: unknown) => {
    if (error instanceof NoClearAnswer) return undefined
    throw error
  })
}

const isOfGallery = (item: unknown) => typeof item === 'object' && item !== null && 'id' in item && item.id === id

/** The same items in the SDK's model; undefined if it stumbles over them. */
async function asTheSdkReads({ sdk }: Listing, value: unknown[]): Promise<unknown[] | undefined> {
  arm.script = [answers(200, { value })]
  try {
    const model: unknown[] = []
    for await (const item of sdk(test.azure)) model.push(item)
    return model
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

it.each(listings)('%s are asked for as the SDK asks', async (_, listing) => {
  await asTheSdkReads(listing, [listing.item])
  const [asked] = arm.received
  arm.received.length = 0
  expect(await read(listing, [listing.item])).toHaveLength(1)
  const addresses = arm.received.map(({ url }) => new URL(url, arm.url))
  const expected = new URL(asked?.url ?? '', arm.url)
  const found = addresses.find(({ pathname }) => pathname.toLowerCase() === expected.pathname.toLowerCase())
  expect(found?.searchParams.get('$filter')).toBe(expected.searchParams.get('$filter'))
})

it.each(listings)('%s are those of the SDK, whatever ARM answers', async (_, listing) => {
  const odd = fc.oneof(fc.jsonValue(), fc.constantFrom(null, '', 0, false, [], [null], {}, 'text', '1'))
  const places = Object.keys(listing.item).filter((name) => name !== 'id')
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), odd, fc.boolean(), async (place, other, isThere) => {
      const { [place]: _left, ...rest } = listing.item
      const value = [listing.item, isThere ? { ...rest, [place]: other } : rest]
      const answer = await read(listing, value)
      const model = await asTheSdkReads(listing, value)
      // it also stumbles over what a list does not read
      const comparable = answer !== undefined && model !== undefined
      expect(answer).toEqual(comparable ? await read(listing, model) : answer)
    }),
  )
})
