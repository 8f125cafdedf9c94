import { expect, it } from 'vitest'
import { objectsAt, textAt } from '../json.ts'
import type { StoredResource } from '../store/store.ts'
import { contosoAtScale } from './contoso-at-scale.ts'

it('the estate has 200 subscriptions, 100,000 versions and 10,000 sets in 60 regions, and names only what is there', () => {
  const { subscriptions, resources } = contosoAtScale()
  const ids = new Set(resources.map(({ id }) => id))
  const ofType = (wanted: string) => resources.filter(({ type }) => type === wanted)
  const sets = ofType('Microsoft.Compute/diskEncryptionSets')
  const versions = ofType('Microsoft.Compute/galleries/images/versions')
  expect(ids.size).toBe(resources.length)
  expect(subscriptions).toHaveLength(200)
  expect(versions.length).toBeGreaterThan(100_000)
  expect(sets.length).toBeGreaterThan(10_000)
  expect(new Set(sets.map(({ location }) => location)).size).toBe(60)

  const setsOfVersion = ({ properties }: StoredResource) =>
    objectsAt(properties, 'publishingProfile', 'targetRegions').flatMap(
      (region) => textAt(region, 'encryption', 'osDiskImage', 'diskEncryptionSetId') ?? '',
    )
  const named = [
    ...sets.map(({ properties }) => textAt(properties, 'activeKey', 'sourceVault', 'id') ?? ''),
    ...versions.map(({ properties }) => textAt(properties, 'storageProfile', 'source', 'id') ?? ''),
    ...versions.filter(({ name }) => name === '1.5.0').flatMap(setsOfVersion),
  ]
  expect(named.filter((id) => !ids.has(id))).toEqual([])
  const used = ofType('Microsoft.Compute/disks').flatMap(({ properties }) => [
    textAt(properties, 'creationData', 'galleryImageReference', 'id') ?? [],
    textAt(properties, 'encryption', 'diskEncryptionSetId') ?? [],
  ])
  expect(used.length).toBeGreaterThan(2_000)
  expect(used.flat().filter((id) => !ids.has(id))).toEqual([])
})
