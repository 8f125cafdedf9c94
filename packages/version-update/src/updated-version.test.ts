import { diskEncryptionSetId } from '@portal/disk-encryption/testing'
import { aStoredRegion, aStoredVersion, customerManaged } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { updatedVersion } from './updated-version.ts'
import { noChange } from './version-change.ts'

describe('updatedVersion', () => {
  it('sends back a version of which nothing is changed, but for what Azure alone writes', () => {
    const { location, tags, properties } = updatedVersion(aStoredVersion(), noChange())
    expect({ location, tags }).toEqual({ location: 'westus', tags: { team: 'images' } })
    expect(properties).toEqual({
      publishingProfile: {
        targetRegions: aStoredVersion().properties.publishingProfile.targetRegions,
        replicaCount: 1,
        excludeFromLatest: false,
        storageAccountType: 'Standard_LRS',
        replicationMode: 'Full',
      },
      storageProfile: {
        source: { id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/images/myImage' },
        osDiskImage: { hostCaching: 'ReadWrite', source: {} },
        dataDiskImages: [{ lun: 0, hostCaching: 'None' }],
      },
      safetyProfile: { allowDeletionOfReplicatedLocations: true },
    })
  })

  it.each([
    ['the strategy', false],
    ['the strategy, were there both', true],
  ])('sends one field of storage: %s', (_, hasBoth) => {
    const stored = aStoredVersion({ storageAccountStrategy: 'PreferStandard_ZRS' })
    if (!hasBoth) delete stored.properties.publishingProfile.storageAccountType
    const { publishingProfile } = updatedVersion(stored, noChange()).properties
    expect(publishingProfile.storageAccountStrategy).toBe('PreferStandard_ZRS')
    expect(publishingProfile.storageAccountType).toBeUndefined()
  })

  it('makes no safety profile for a version that has none', () => {
    const stored = aStoredVersion()
    delete stored.properties.safetyProfile
    expect(updatedVersion(stored, noChange()).properties.safetyProfile).toBeUndefined()
  })

  it('leaves out id, name, type and systemData, which are not of a body', () => {
    const stored = { ...aStoredVersion(), systemData: { createdBy: 'a' }, etag: '"1"' }
    expect(Object.keys(updatedVersion(stored, noChange())).toSorted()).toEqual(['location', 'properties', 'tags'])
  })

  it.each(['West US', 'westus', 'WestUS'])('keeps the encryption of a region called %s byte for byte', (name) => {
    const region = aStoredRegion(name, 'WestUSDiskEncryptionSet')
    const change = {
      ...noChange(),
      changedRegions: [{ name: 'westus', regionalReplicaCount: 7, excludeFromLatest: true }],
    }
    const [sent] = updatedVersion(aStoredVersion({ targetRegions: [region] }), change).properties.publishingProfile
      .targetRegions
    expect(sent).toMatchObject({ name, regionalReplicaCount: 7, excludeFromLatest: true })
    expect(JSON.stringify(sent?.encryption)).toBe(JSON.stringify(region.encryption))
  })

  it('sends back what the portal does not know, at every level', () => {
    const region = aStoredRegion('West US', 'WestUSDiskEncryptionSet', { additionalReplicaSets: [{ kind: 'new' }] })
    const stored = {
      ...aStoredVersion({ targetRegions: [region], targetExtendedLocations: [{ name: 'edge' }] }, { news: 1 }),
      identity: { type: 'None' },
    }
    expect(updatedVersion(stored, { ...noChange(), replicaCount: 3 })).toMatchObject({
      identity: { type: 'None' },
      properties: {
        news: 1,
        publishingProfile: {
          replicaCount: 3,
          targetExtendedLocations: [{ name: 'edge' }],
          targetRegions: [{ additionalReplicaSets: [{ kind: 'new' }] }],
        },
      },
    })
  })

  it('takes regions away and adds new ones after those that stay', () => {
    const added = customerManaged('japaneast', { os: 'JapanSet1', 0: 'JapanSet2' }, { regionalReplicaCount: 4 })
    const change = { ...noChange(), removedRegions: ['eastus2'], addedRegions: [added] }
    const regions = updatedVersion(aStoredVersion(), change).properties.publishingProfile.targetRegions
    expect(regions.map(({ name }) => name)).toEqual(['West US', 'japaneast'])
    expect(regions[1]).toEqual({
      name: 'japaneast',
      regionalReplicaCount: 4,
      encryption: {
        osDiskImage: { diskEncryptionSetId: diskEncryptionSetId('JapanSet1') },
        dataDiskImages: [{ lun: 0, diskEncryptionSetId: diskEncryptionSetId('JapanSet2') }],
      },
    })
  })

  it('gives a new region the confidential type of those that are there', () => {
    const encryption = {
      osDiskImage: { securityProfile: { confidentialVMEncryptionType: 'NonPersistedTPM' } },
    }
    const stored = aStoredVersion({ targetRegions: [aStoredRegion('West US', '', { encryption })] })
    const change = { ...noChange(), addedRegions: [customerManaged('eastus2', {})] }
    expect(updatedVersion(stored, change).properties.publishingProfile.targetRegions[1]?.encryption).toEqual(encryption)
  })

  it('never drops a set that is chosen, even where the version has platform keys', () => {
    const stored = aStoredVersion({ targetRegions: [{ name: 'West US' }] })
    const change = { ...noChange(), addedRegions: [customerManaged('eastus2', { os: 'Set' })] }
    expect(
      updatedVersion(stored, change).properties.publishingProfile.targetRegions[1]?.encryption?.osDiskImage,
    ).toEqual({ diskEncryptionSetId: diskEncryptionSetId('Set') })
  })

  it.each([
    [null, '2026-12-24T00:00:00+00:00'],
    ['', undefined],
    ['2030-01-31', '2030-01-31T00:00:00.000Z'],
  ])('an end of life of %j is sent as %j', (endOfLifeDate, sent) => {
    const stored = aStoredVersion({ endOfLifeDate: '2026-12-24T00:00:00+00:00' })
    const { publishingProfile } = updatedVersion(stored, { ...noChange(), endOfLifeDate }).properties
    expect(publishingProfile.endOfLifeDate).toBe(sent)
    expect('endOfLifeDate' in publishingProfile).toBe(sent !== undefined)
  })

  it('changes the flags that are said and no other', () => {
    const { properties } = updatedVersion(aStoredVersion(), { ...noChange(), blockDeletionBeforeEndOfLife: true })
    expect(properties.safetyProfile).toEqual({
      allowDeletionOfReplicatedLocations: true,
      blockDeletionBeforeEndOfLife: true,
    })
  })
})
