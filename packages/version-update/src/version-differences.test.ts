import { diskEncryptionSetId } from '@portal/disk-encryption/testing'
import { aStoredRegion, aStoredVersion, customerManaged } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { updatedVersion } from './updated-version.ts'
import { noChange } from './version-change.ts'
import { isStoredAsSent, versionDifferences } from './version-differences.ts'

describe('versionDifferences', () => {
  it('are none between a version and the body that changes nothing', () => {
    expect(versionDifferences(aStoredVersion(), updatedVersion(aStoredVersion(), noChange()))).toEqual([])
  })

  it('names each fact in the words of Azure, regions by their short name', () => {
    const change = {
      ...noChange(),
      endOfLifeDate: '2030-01-31',
      changedRegions: [{ name: 'East US 2', regionalReplicaCount: 5, excludeFromLatest: null }],
    }
    expect(versionDifferences(aStoredVersion(), updatedVersion(aStoredVersion(), change))).toEqual([
      { field: 'publishingProfile.targetRegions.eastus2.regionalReplicaCount', before: '1', after: '5' },
      { field: 'publishingProfile.endOfLifeDate', before: '', after: '2030-01-31T00:00:00.000Z' },
    ])
  })

  it('shows each set that is gone with a region', () => {
    const one = aStoredVersion()
    const other = aStoredVersion({ targetRegions: [aStoredRegion('West US', 'WestUSDiskEncryptionSet')] })
    const region = 'publishingProfile.targetRegions.eastus2'
    expect(versionDifferences(one, other)).toContainEqual({
      field: `${region}.encryption.dataDiskImages.0.diskEncryptionSetId`,
      before: diskEncryptionSetId('EastUS2DiskEncryptionSet2'),
      after: '',
    })
    expect(versionDifferences(one, other)).toContainEqual({ field: `${region}.name`, before: 'eastus2', after: '' })
  })

  it('takes the same instant in two spellings for the same', () => {
    const [one, other] = ['2026-12-24T00:00:00+00:00', '2026-12-24T00:00:00.000Z'].map((endOfLifeDate) =>
      aStoredVersion({ endOfLifeDate }),
    )
    expect(one && other && versionDifferences(one, other)).toEqual([])
  })
})

describe('isStoredAsSent', () => {
  const addedRegions = [customerManaged('japaneast', { os: 'Japan1', 0: 'Japan2' })]
  const sent = updatedVersion(aStoredVersion(), { ...noChange(), addedRegions })
  const regions = aStoredVersion().properties.publishingProfile.targetRegions
  const japan = aStoredRegion('Japan East', 'Japan')

  it('holds where Azure has filled in what was left to it, and a policy has added a tag', () => {
    const stored = aStoredVersion({ targetRegions: [...regions, japan] })
    expect(isStoredAsSent(sent, { ...stored, tags: { ...stored.tags, costCenter: '1' } })).toBe(true)
  })

  it.each([
    ['a region is missing', aStoredVersion()],
    ['a region is there besides', aStoredVersion({ targetRegions: [...regions, japan, { name: 'UK South' }] })],
    ['a region lost its encryption', aStoredVersion({ targetRegions: [...regions, { name: 'Japan East' }] })],
    ['a flag is on that was off', aStoredVersion({ targetRegions: [...regions, japan], excludeFromLatest: true })],
    ['a date is left', aStoredVersion({ targetRegions: [...regions, japan], endOfLifeDate: '2030-01-01T00:00:00Z' })],
  ])('does not hold where %s', (_, stored) => {
    expect(isStoredAsSent(sent, stored)).toBe(false)
  })
})
