import { aStoredRegion, aStoredVersion } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { versionFingerprint } from './version-fingerprint.ts'

const before = await versionFingerprint(aStoredVersion())
const regions = () => aStoredVersion().properties.publishingProfile.targetRegions

describe('versionFingerprint', () => {
  it('is 64 digits', () => expect(before).toMatch(/^[0-9a-f]{64}$/))

  it.each([
    ['replication goes on', aStoredVersion({}, { provisioningState: 'Updating', replicationStatus: { summary: [] } })],
    ['Azure has read the source', aStoredVersion({}, { storageProfile: { source: { id: 'x' } } })],
    ['Azure writes another publishing date', aStoredVersion({ publishedDate: '2027-01-01' })],
    ['regions come in another order', aStoredVersion({ targetRegions: regions().toReversed() })],
    ['regions are spelt short', aStoredVersion({ targetRegions: regions().map(short) })],
    [
      'a flag that is off is written out',
      aStoredVersion({ targetRegions: regions().map((region) => ({ ...region, excludeFromLatest: false })) }),
    ],
  ])('stays where %s', async (_, version) => {
    expect(await versionFingerprint(version)).toBe(before)
  })

  it.each([
    ['a replica count', aStoredVersion({ replicaCount: 2 })],
    ['a region', aStoredVersion({ targetRegions: regions().slice(0, 1) })],
    ['a set', aStoredVersion({ targetRegions: [...regions().slice(0, 1), aStoredRegion('East US 2', 'OtherSet')] })],
    ['the lost encryption of a region', aStoredVersion({ targetRegions: regions().map(withoutEncryption) })],
    ['a tag', { ...aStoredVersion(), tags: {} }],
    ['a flag', aStoredVersion({}, { safetyProfile: { blockDeletionBeforeEndOfLife: true } })],
    ['a field that the portal does not know', aStoredVersion({ news: 'on' })],
  ])('changes with %s', async (_, version) => {
    expect(await versionFingerprint(version)).not.toBe(before)
  })
})

function short(region: { name: string }) {
  return { ...region, name: region.name.replaceAll(' ', '').toLowerCase() }
}

function withoutEncryption({ name }: { name: string }) {
  return { name, regionalReplicaCount: 1, storageAccountType: 'Standard_LRS' }
}
