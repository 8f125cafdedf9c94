import { parseDefinitionId } from '@portal/arm'
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  answers,
  azureAt,
  type ScriptedArm,
  startScriptedArm,
  subscriptionId,
  type TestAzure,
} from '../../testing/arm.ts'
import { NoClearAnswer } from '../arm/arm-reply.ts'
import type { Azure } from '../arm/clients.ts'
import { earlierVersions } from '../inventory/earlier-versions.ts'
import { listImageVersions } from './image-versions.ts'

// Lists of versions are read from ARM's JSON. Whatever ARM answers, the SDK's model must not say anything else.

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

const id = `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.Compute/galleries/g/images/i`
const definition = parseDefinitionId(id)
const set = `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.Compute/diskEncryptionSets/des`

const rarely = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 3 })
const record = <T>(fields: { [Name in keyof T]: fc.Arbitrary<T[Name]> }, requiredKeys: (keyof T & string)[] = []) =>
  fc.record(fields, { requiredKeys, noNullPrototype: true })
const dates = fc.oneof(
  fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }).map((date) => date.toISOString()),
  fc.constantFrom('2026-11-24T09:00:00+00:00', '2026-11-24T09:00:00.1234567Z', '2026-11-24'),
)
const lun = fc.nat({ max: 63 })
const setId = rarely(fc.constantFrom(set, ''))
const dataDisks = fc.array(record({ lun, diskEncryptionSetId: setId }, ['lun']), { maxLength: 3 })
const securityProfile = record({ secureVMDiskEncryptionSetId: setId })
const osDiskImage = record({ diskEncryptionSetId: setId, securityProfile: rarely(securityProfile) })
const region = record(
  {
    name: fc.constantFrom('West US', 'eastus2'),
    regionalReplicaCount: rarely(fc.nat({ max: 100 })),
    storageAccountType: rarely(fc.constantFrom('Standard_LRS', 'Premium_LRS', 'Other')),
    encryption: rarely(record({ osDiskImage: rarely(osDiskImage), dataDiskImages: rarely(dataDisks) })),
  },
  ['name'],
)
const publishingProfile = record(
  {
    publishedDate: rarely(dates),
    endOfLifeDate: rarely(dates),
    excludeFromLatest: rarely(fc.boolean()),
    targetRegions: fc.array(region, { minLength: 1, maxLength: 3 }),
    later: fc.jsonValue(),
  },
  ['targetRegions'],
)
const storageProfile = record({ dataDiskImages: rarely(fc.array(record({ lun }, ['lun']), { maxLength: 3 })) })
const provisioningState = fc.constantFrom('Succeeded', 'Failed', 'Creating', 'Pausing')
const tags = fc.constantFrom({}, { 'image-revoked': '2026-11-24' }, { team: 'images' })
const versions = fc.array(
  record(
    {
      id: fc.constant(`${id}/versions/1.0.0`),
      name: fc.constantFrom('1.0.0', '1.0.1', '2.0.0'),
      location: fc.constantFrom('westus', 'West US'),
      tags: rarely(tags),
      properties: record({ provisioningState, publishingProfile, storageProfile }, [
        'publishingProfile',
        'storageProfile',
      ]),
    },
    ['id', 'name', 'location', 'properties'],
  ),
  { maxLength: 3 },
)

type Listing = (azure: Azure) => Promise<unknown>
const listings: [string, Listing][] = [
  ['the versions of a definition', (azure) => listImageVersions(azure, definition)],
  ['what earlier versions have', (azure) => earlierVersions(azure, definition)],
]

/** What `list` gives if ARM answers with these versions; undefined if it refuses them. */
async function read(list: Listing, value: unknown): Promise<unknown> {
  arm.received.length = 0
  arm.script = [answers(200, { value })]
  return list(test.azure).catch((error: unknown) => {
    if (error instanceof NoClearAnswer) return undefined
    throw error
  })
}

/** These versions in the SDK's model, written as ARM's JSON again; undefined if the SDK stumbles over them. */
async function asTheSdkReads(value: unknown): Promise<unknown> {
  arm.received.length = 0
  arm.script = [answers(200, { value })]
  const { galleryImageVersions } = test.azure.compute(subscriptionId)
  try {
    const model: object[] = []
    for await (const { id: own, name, location, tags: all, ...properties } of galleryImageVersions.listByGalleryImage(
      'rg',
      'g',
      'i',
    ))
      model.push({ id: own, name, location, tags: all, properties })
    return model
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined
    throw error
  }
}

it.each(listings)('%s are those of the SDK, for whatever ARM documents', async (_, list) => {
  await fc.assert(
    fc.asyncProperty(versions, async (value) => {
      const answer = await read(list, value)
      expect(answer).toBeDefined()
      expect(answer).toEqual(await read(list, await asTheSdkReads(value)))
    }),
  )
})

/** What `listImageVersions` says of versions published at these dates; undefined if it refuses them. */
function readDates(published: readonly string[]): Promise<unknown> {
  const version = (publishedDate: string) => ({
    id: `${id}/versions/1.0.0`,
    name: '1.0.0',
    location: 'westus',
    properties: {
      provisioningState: 'Succeeded',
      publishingProfile: { publishedDate, targetRegions: [] },
      storageProfile: {},
    },
  })
  return read((azure) => listImageVersions(azure, definition), published.map(version))
}

it('gives each date as the instant that JavaScript reads in it', async () => {
  const upTo = (most: number) => Array.from({ length: most }, (_, index) => String(index + 1).padStart(2, '0'))
  // February 30 too: JavaScript reads it as a day of March.
  const days = upTo(12).flatMap((month) => upTo(31).flatMap((day) => [`2024-${month}-${day}`, `2026-${month}-${day}`]))
  const times = ['00:00:00Z', '09:59:59+00:00', '19:00:09.123Z', '23:59:59.9999999+00:00', '24:00:00Z']
  const others = ['12:30:00.1Z', '23:30:00+02:00', '23:30:00.1234567-00:00', '12:30Z', '12:30:00']
  const published = days.flatMap((day) => [day, ...[...times, ...others].map((time) => `${day}T${time}`)])
  const instants = published.map((date) => ({ publishedDate: new Date(date).toISOString() }))
  expect(await readDates(published)).toMatchObject(instants)
})

it.each([
  '2026-00-01T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-01-00T00:00:00Z',
  '2026-01-32T00:00:00Z',
  '2026-01-01T24:00:01Z',
  '2026-01-01T25:00:00Z',
  '2026-01-01T00:60:00Z',
  '2026-01-01T00:00:60Z',
  '2026-01-01T00:00:00.Z',
  '2026-01-01T00:00:001234Z',
  ' 2026-01-01T00:00:00Z.',
])('refuses a list with the date %s', async (date) => {
  expect(await readDates([date])).toBeUndefined()
})

const places = [
  ['id'],
  ['name'],
  ['tags'],
  ['properties'],
  ['properties', 'provisioningState'],
  ['properties', 'publishingProfile'],
  ['properties', 'publishingProfile', 'publishedDate'],
  ['properties', 'publishingProfile', 'targetRegions'],
  ['properties', 'publishingProfile', 'targetRegions', '0'],
  ['properties', 'publishingProfile', 'targetRegions', '0', 'encryption'],
  ['properties', 'publishingProfile', 'targetRegions', '0', 'encryption', 'osDiskImage'],
  ['properties', 'publishingProfile', 'targetRegions', '0', 'encryption', 'dataDiskImages'],
  ['properties', 'storageProfile', 'dataDiskImages'],
]

it.each(listings)('%s say nothing that the SDK would not, where ARM answers anything else', async (_, list) => {
  const odd = fc.oneof(fc.jsonValue(), fc.constantFrom(null, '', 0, false, [], [null], {}, 'text'))
  await fc.assert(
    fc.asyncProperty(versions, fc.constantFrom(...places), odd, async (value, place, other) => {
      const changed = value.map((version) => changedAt(version, place, other))
      const answer = await read(list, changed)
      const model = await asTheSdkReads(changed)
      // it also stumbles over what a list does not read
      const comparable = answer !== undefined && model !== undefined
      expect(answer).toEqual(comparable ? await read(list, model) : answer)
    }),
  )
})

/** `value` with `other` at that place; unchanged if there is no such place. */
function changedAt(value: unknown, [name, ...rest]: readonly string[], other: unknown): unknown {
  if (name === undefined) return other
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (String(index) === name ? changedAt(item, rest, other) : item))
  const entries: [string, unknown][] = Object.entries(value)
  const inside = entries.find(([own]) => own === name)?.[1]
  return { ...value, [name]: changedAt(inside, rest, other) }
}
