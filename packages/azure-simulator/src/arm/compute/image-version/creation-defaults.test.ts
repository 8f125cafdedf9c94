import { expect, it } from 'vitest'
import { startedAzure } from '../../../testing/azure.ts'
import { image } from '../../../testing/versions.ts'

const ends = '2026-06-01T12:00:00+00:00'

it.each([
  ['2025-12-03', {}, undefined, undefined],
  ['2026-03-03', {}, ends, true],
  ['2026-03-03', { safetyProfile: { blockDeletionBeforeEndOfLife: false } }, ends, false],
])('a version made with %s and %j ends %s, protected: %s', async (apiVersion, said, endOfLifeDate, isBlocked) => {
  await using azure = await startedAzure()
  const ada = await azure.as('Ada')
  const path = `${azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/9.0.0')}?api-version=${apiVersion}`
  const made = await ada('PUT', path, { location: 'westus', properties: { storageProfile: image(azure), ...said } })
  expect(made).toMatchObject({ status: 201 })
  const { properties } = (await ada('GET', path)).body as {
    properties: { publishingProfile: object; safetyProfile: object }
  }
  expect((properties.publishingProfile as Record<string, unknown>)['endOfLifeDate']).toBe(endOfLifeDate)
  expect((properties.safetyProfile as Record<string, unknown>)['blockDeletionBeforeEndOfLife']).toBe(isBlocked)
})
