import { expect, it } from 'vitest'
import { aCandidate } from '../testing/latest.ts'
import { latestOfRegions, type RecordedVersionChange } from './latest-since.ts'

const old = '2025-01-01T00:00:00.000Z'
const from = '2026-11-15T00:00:00.000Z'
const first = aCandidate('1.0.0', ['eastus2', 'westus'], { publishedDate: old })
const second = aCandidate('2.0.0', ['eastus2', 'westus'], { publishedDate: old })
const profile = 'properties.publishingProfile'

function change(time: string, over: Partial<RecordedVersionChange>): RecordedVersionChange {
  return { resourceId: second.id, changeType: 'Update', time, properties: [], ...over }
}

function inWestUS(changes: RecordedVersionChange[], versions = [second, first]) {
  return latestOfRegions(versions, { changes, from }).find(({ region }) => region === 'westus')
}

it('is since the change that included it, whatever came after that', () => {
  const changes = [
    change('2026-11-18T00:00:00Z', { properties: [{ path: 'tags.owner', before: 'ada' }] }),
    change('2026-11-17T00:00:00Z', { properties: [{ path: `${profile}.excludeFromLatest`, before: 'True' }] }),
  ]
  expect(inWestUS(changes)).toMatchObject({
    version: { name: '2.0.0' },
    since: { at: '2026-11-17T00:00:00Z', isExact: true },
    previous: { name: '1.0.0' },
  })
})

it('differs by region where the flag of a region was changed', () => {
  const path = `${profile}.targetRegions[1].excludeFromLatest`
  const changes = [change('2026-11-17T00:00:00Z', { properties: [{ path, before: 'true' }] })]
  const [east, west] = latestOfRegions([second, first], { changes, from })
  expect(east).toMatchObject({ since: { at: from, isExact: false }, previous: undefined })
  expect(west).toMatchObject({ since: { isExact: true }, previous: { name: '1.0.0' } })
})

it('is since its publishing, also if Azure has no record of it', () => {
  const publishedDate = '2026-11-20T00:00:00.000Z'
  const published = { ...second, publishedDate }
  expect(inWestUS([], [published, first])).toMatchObject({
    since: { at: publishedDate, isExact: true },
    previous: { name: '1.0.0' },
  })
  const created = change('2026-11-20T00:00:01Z', { changeType: 'Create' })
  expect(inWestUS([created], [published, first])?.since?.at).toBe('2026-11-20T00:00:01Z')
})

it.each([
  ['a version was deleted', { changeType: 'Delete' as const, resourceId: `${second.id}1` }],
  ['the regions were changed', { properties: [{ path: `${profile}.targetRegions[0].name`, before: 'uksouth' }] }],
])('is not known from before %s', (_, over) => {
  expect(inWestUS([change('2026-11-17T00:00:00Z', over)])).toMatchObject({
    since: { at: '2026-11-17T00:00:00Z', isExact: false },
    previous: undefined,
  })
})

it('is not known where the record ends', () => {
  expect(inWestUS([])).toMatchObject({ since: { at: from, isExact: false }, previous: undefined })
})
