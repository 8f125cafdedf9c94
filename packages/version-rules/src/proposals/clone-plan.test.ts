import { computeId, diskEncryptionSetId, otherSubscriptionId, subscriptionId } from '@portal/disk-encryption/testing'
import type { StoredVersion } from '@portal/image-version'
import { aRevokedVersion, aStoredVersion, imageDefinitionId } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { clonePlan } from './clone-plan.ts'

const facts = { now: '2026-11-24T10:00:00.000Z', diskEncryptionSets: [] }
const elsewhere = imageDefinitionId.replace(subscriptionId, otherSubscriptionId)
const sameSubscription = `${imageDefinitionId}-copy`
const image = computeId('images', 'myImage')
type Publishing = Partial<StoredVersion['properties']['publishingProfile']>
const fromImage = (publishing: Publishing = {}, id = image) =>
  aStoredVersion(publishing, { storageProfile: { source: { id } } })
const encrypted = fromImage()
const platform = fromImage({ targetRegions: [{ name: 'West US', regionalReplicaCount: 2 }] })
const setsOf = (id: string, version = encrypted) =>
  clonePlan(version, id, facts).plan.targetRegions.map(({ encryption }) => [
    encryption.osDiskImage,
    ...encryption.dataDiskImages.map((disk) => disk.diskEncryptionSetId),
  ])
const ownSets = [
  [diskEncryptionSetId('WestUSDiskEncryptionSet1'), diskEncryptionSetId('WestUSDiskEncryptionSet2')],
  [diskEncryptionSetId('EastUS2DiskEncryptionSet1'), diskEncryptionSetId('EastUS2DiskEncryptionSet2')],
]

describe('a clone', () => {
  it('in the same subscription keeps its sets, regions and number, and has the original source', () => {
    const { plan, ...changes } = clonePlan(encrypted, sameSubscription, facts)
    expect(plan).toMatchObject({
      imageDefinitionId: sameSubscription,
      name: '1.0.0',
      location: 'westus',
      source: { type: 'ManagedImage', id: image },
      targetRegions: [{ name: 'westus', regionalReplicaCount: 2 }, { name: 'eastus2' }],
      allowDeletionOfReplicatedLocations: true,
      tags: [{ name: 'team', value: 'images' }],
    })
    expect(setsOf(sameSubscription)).toEqual(ownSets)
    expect(changes).toEqual({
      source: 'OriginalOfEncrypted',
      sets: 'Kept',
      setsLeftOut: [],
      tagsLeftOut: [],
      endOfLifeDateLeftOut: '',
    })
  })

  it('in another subscription has blanks for its sets, and names each once', () => {
    const shouted = ownSets[0]?.[0]?.toUpperCase() ?? ''
    const [first] = encrypted.properties.publishingProfile.targetRegions
    const third = { ...first, name: 'West US 2', encryption: { osDiskImage: { diskEncryptionSetId: shouted } } }
    const targetRegions = [...encrypted.properties.publishingProfile.targetRegions, third]
    const { plan, ...changes } = clonePlan(fromImage({ targetRegions }), elsewhere, facts)
    expect(setsOf(elsewhere)).toEqual([
      ['', ''],
      ['', ''],
    ])
    expect(changes).toMatchObject({ sets: 'LeftOut', setsLeftOut: ownSets.flat() })
    expect(plan.encryptionType).toBe('EncryptionAtRestWithCustomerKey')
  })

  it('keeps its sets while no target is chosen', () => {
    expect(setsOf('')).toEqual(ownSets)
    expect(clonePlan(encrypted, '', facts)).toMatchObject({ sets: 'Undecided' })
  })

  it('without customer-managed keys is made from the version itself', () => {
    const { plan, ...changes } = clonePlan(platform, elsewhere, facts)
    expect(plan.source).toEqual({ type: 'ImageVersion', id: platform.id })
    expect(changes).toMatchObject({ source: 'Version', sets: 'None' })
  })

  it.each([
    ['keys of the platform', 'EncryptedWithPmk', undefined, 'None'],
    ['its own key', 'EncryptedWithCmk', diskEncryptionSetId('cvm-set'), 'LeftOut'],
  ])('of a confidential version with %s is made from the original source', (_, type, set, sets) => {
    const securityProfile = {
      confidentialVMEncryptionType: type,
      ...(set !== undefined && { secureVMDiskEncryptionSetId: set }),
    }
    const version = fromImage({
      targetRegions: [{ name: 'West US', encryption: { osDiskImage: { securityProfile } } }],
    })
    const { plan, ...changes } = clonePlan(version, elsewhere, facts)
    expect(plan.source).toEqual({ type: 'ManagedImage', id: image })
    expect(plan.targetRegions[0]?.encryption.secureVMDiskEncryptionSetId).toBe('')
    expect(changes).toMatchObject({ source: 'OriginalOfConfidential', sets, setsLeftOut: set ? [set] : [] })
  })

  it('has neither the end of life nor the revocation of the version', () => {
    const before = {
      ...platform,
      properties: { ...platform.properties, safetyProfile: { blockDeletionBeforeEndOfLife: true } },
    }
    const { plan, ...changes } = clonePlan(aRevokedVersion(before), elsewhere, facts)
    expect(plan).toMatchObject({
      excludeFromLatest: false,
      endOfLifeDate: '',
      blockDeletionBeforeEndOfLife: false,
      tags: [{ name: 'team', value: 'images' }],
    })
    expect(changes.tagsLeftOut).toContain('image-revoked')
    expect(changes.endOfLifeDateLeftOut).toBe('2026-12-01')
  })

  it('has no tags of a campaign, in whatever case', () => {
    const ours = { encryptioncampaign: 'rg/1', EncryptionCampaignPredecessor: '1.0.0' }
    const { plan, tagsLeftOut } = clonePlan({ ...encrypted, tags: { ...ours, team: 'images' } }, elsewhere, facts)
    expect(plan.tags).toEqual([{ name: 'team', value: 'images' }])
    expect(tagsLeftOut).toEqual(Object.keys(ours))
  })
})
