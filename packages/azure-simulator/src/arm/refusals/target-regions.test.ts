import { describe, expect, it } from 'vitest'
import { putRefused, regions, type RefusedPut } from '../../testing/versions.ts'

const whereTo: RefusedPut[] = [
  [
    'a region that is none',
    () => regions({ name: 'westus' }, { name: 'atlantis' }),
    'LocationNotAvailableForResourceType',
    "The provided location 'atlantis' is not available",
  ],
  [
    'a region twice, in two spellings',
    () => regions({ name: 'westus' }, { name: 'West US' }),
    'InvalidParameter',
    'Duplicate regions are not allowed in target publishing regions.',
  ],
  [
    'regions without the home region',
    () => regions({ name: 'eastus2' }),
    'InvalidParameter',
    "Gallery image version publishing profile regions 'East US 2' must contain the location of image version 'West US'.",
  ],
  ['no region at all', () => regions(), 'InvalidParameter', 'must contain the location of image version'],
  [
    'no replica',
    () => regions({ name: 'westus', regionalReplicaCount: 0 }),
    'InvalidParameter',
    "The value 0 of parameter 'galleryArtifactVersion.properties.publishingProfile.targetRegions.regionalReplicaCount' is out of range. The value must be between 1 and 100, inclusive.",
  ],
  ['101 replicas', () => ({ publishing: { replicaCount: 101 } }), 'InvalidParameter', 'The value 101 of parameter'],
  [
    'more than 100 replicas in all',
    () => regions({ name: 'westus', regionalReplicaCount: 60 }, { name: 'eastus2', regionalReplicaCount: 41 }),
    'InvalidParameter',
    'The total number of replicas 101',
  ],
  [
    'a replica count that is no whole number',
    () => regions({ name: 'westus', regionalReplicaCount: 1.5 }),
    'InvalidRequestContent',
    'properties.publishingProfile.targetRegions[0].regionalReplicaCount',
  ],
  [
    'zone-redundant storage where there are no zones',
    () => regions({ name: 'westus', storageAccountType: 'Standard_ZRS' }),
    'InvalidParameter',
    'ZRS storage account type is not supported in this region',
  ],
  [
    'a storage type that is none',
    () => ({ publishing: { storageAccountType: 'Tape_LRS' } }),
    'InvalidParameter',
    'publishingProfile.storageAccountType is invalid',
  ],
  [
    'a shallow version in two regions',
    () => ({ publishing: { replicationMode: 'Shallow', targetRegions: [{ name: 'westus' }, { name: 'eastus2' }] } }),
    'InvalidParameter',
    "replication mode is 'Shallow'",
  ],
  [
    'an end of life that has passed',
    () => ({ publishing: { endOfLifeDate: '2025-11-30T23:59:59Z' } }),
    'InvalidParameter',
    'EndOfLifeDate must be set to a future date.',
  ],
  [
    'an end of life that is no date',
    () => ({ publishing: { endOfLifeDate: 'soon' } }),
    'InvalidParameter',
    'endOfLifeDate is invalid',
  ],
  [
    'a location that is none',
    () => ({ location: 'atlantis' }),
    'LocationNotAvailableForResourceType',
    "The provided location 'atlantis'",
  ],
]

describe('where a version goes', () => {
  it.each(whereTo)('is refused: %s', async (_, parts, code, message) => {
    const answer = await putRefused(parts)
    expect(answer).toMatchObject({ status: code === 'OperationNotAllowed' ? 409 : 400, code, leftBehind: 0 })
    expect(answer.message).toContain(message)
  })
})
