import { diskEncryptionSetId } from '@portal/disk-encryption/testing'
import { describe, expect, it } from 'vitest'
import { aPlan, customerManaged } from '../testing/plans.ts'
import {
  effectiveEncryption,
  encryptionSummary,
  type AppliedVersion,
  type AppliedRegion,
} from './effective-encryption.ts'

function storedRegion(
  name: string,
  os: string | undefined,
  lun0: string | undefined,
  overrides: Partial<AppliedRegion> = {},
): AppliedRegion {
  return {
    name,
    osDiskImage: os && diskEncryptionSetId(os),
    dataDiskImages: lun0 === undefined ? [] : [{ lun: 0, diskEncryptionSetId: diskEncryptionSetId(lun0) }],
    ...overrides,
  }
}

const westUs = storedRegion('West US', 'WestUSDiskEncryptionSet1', 'WestUSDiskEncryptionSet2')
const eastUs2 = storedRegion('East US 2', 'EastUS2DiskEncryptionSet1', 'EastUS2DiskEncryptionSet2')
const stored = (...targetRegions: AppliedRegion[]): AppliedVersion => ({ targetRegions, dataDisks: [{ lun: 0 }] })
const verdicts = (version: AppliedVersion, plan?: ReturnType<typeof aPlan>) =>
  effectiveEncryption(version, plan).map(({ region, disks }) => [region, ...disks.map(({ verdict }) => verdict)])

describe('effectiveEncryption', () => {
  it('is as asked where Azure stores the same sets, whatever the case of their ids', () => {
    const shouting = storedRegion('East US 2', undefined, undefined, {
      osDiskImage: diskEncryptionSetId('EastUS2DiskEncryptionSet1').toUpperCase(),
      dataDiskImages: [{ lun: 0, diskEncryptionSetId: diskEncryptionSetId('EastUS2DiskEncryptionSet2').toLowerCase() }],
    })
    const rows = effectiveEncryption(stored(westUs, shouting), aPlan())
    expect(rows).toMatchObject([
      {
        region: 'westus',
        isStored: true,
        disks: [
          { disk: 'os', verdict: 'as-asked' },
          { disk: 0, verdict: 'as-asked' },
        ],
      },
      {
        region: 'eastus2',
        isStored: true,
        disks: [
          { disk: 'os', verdict: 'as-asked' },
          { disk: 0, verdict: 'as-asked' },
        ],
      },
    ])
    expect(encryptionSummary(rows)).toEqual({
      disks: 4,
      asAsked: 4,
      differing: 0,
      platformKeys: 0,
      mixed: 0,
      needsAttention: false,
    })
  })

  it('differs where another set is stored', () => {
    const other = storedRegion('East US 2', 'EastUS2DiskEncryptionSet2', 'EastUS2DiskEncryptionSet2')
    const rows = effectiveEncryption(stored(westUs, other), aPlan())
    expect(rows[1]?.disks[0]).toEqual({
      disk: 'os',
      asked: diskEncryptionSetId('EastUS2DiskEncryptionSet1'),
      stored: diskEncryptionSetId('EastUS2DiskEncryptionSet2'),
      verdict: 'differs',
      isMixed: false,
    })
    expect(encryptionSummary(rows)).toMatchObject({ asAsked: 3, differing: 1, needsAttention: true })
  })

  it('differs, and is mixed, where a disk fell back to a platform key', () => {
    const fallen = storedRegion('East US 2', 'EastUS2DiskEncryptionSet1', undefined)
    const rows = effectiveEncryption(stored(westUs, fallen), aPlan())
    expect(rows[1]?.disks[1]).toEqual({
      disk: 0,
      asked: diskEncryptionSetId('EastUS2DiskEncryptionSet2'),
      verdict: 'differs',
      isMixed: true,
    })
    expect(encryptionSummary(rows)).toMatchObject({ differing: 1, platformKeys: 1, mixed: 1, needsAttention: true })
  })

  it('tells of a data disk of the image that nobody gave a set', () => {
    const version = { ...stored(westUs, eastUs2), dataDisks: [{ lun: 9 }, { lun: 0 }] }
    expect(effectiveEncryption(version, aPlan())[0]?.disks.map(({ disk }) => disk)).toEqual(['os', 0, 9])
    expect(encryptionSummary(effectiveEncryption(version)).platformKeys).toBe(2)
  })

  it('is as asked for platform keys too, cells chosen before notwithstanding', () => {
    const version = stored(
      storedRegion('West US', undefined, undefined),
      storedRegion('East US 2', undefined, undefined),
    )
    const plan = aPlan({ encryptionType: 'EncryptionAtRestWithPlatformKey' })
    expect(verdicts(version, plan)).toEqual([
      ['westus', 'as-asked', 'as-asked'],
      ['eastus2', 'as-asked', 'as-asked'],
    ])
    expect(encryptionSummary(effectiveEncryption(version, plan))).toMatchObject({
      platformKeys: 4,
      needsAttention: false,
    })
  })

  it('differs where a set is stored and a platform key was asked for', () => {
    const plan = aPlan({ encryptionType: 'EncryptionAtRestWithPlatformKey' })
    expect(verdicts(stored(westUs), plan)[0]).toEqual(['westus', 'differs', 'differs'])
  })

  it('says what is stored where nothing asked is known, and still flags a mixed disk', () => {
    const rows = effectiveEncryption(stored(westUs, storedRegion('East US 2', 'EastUS2DiskEncryptionSet1', undefined)))
    expect(rows.map(({ disks }) => disks.map(({ verdict, isMixed }) => [verdict, isMixed]))).toEqual([
      [
        ['stored', false],
        ['stored', false],
      ],
      [
        ['stored', false],
        ['platform-key', true],
      ],
    ])
    expect(encryptionSummary(rows)).toMatchObject({ mixed: 1, differing: 0, needsAttention: true })
  })

  it('has nothing to say against a version with platform keys throughout', () => {
    const rows = effectiveEncryption(stored(storedRegion('West US', undefined, undefined)))
    expect(encryptionSummary(rows)).toMatchObject({ platformKeys: 2, mixed: 0, needsAttention: false })
  })

  it('only reports a region that was added later', () => {
    const later = storedRegion('Japan East', 'JapanEastSet', 'JapanEastSet')
    expect(verdicts(stored(westUs, eastUs2, later), aPlan())[2]).toEqual(['japaneast', 'stored', 'stored'])
  })

  it('shows a region that Azure lacks', () => {
    const rows = effectiveEncryption(stored(westUs), aPlan())
    expect(rows[1]).toMatchObject({
      region: 'eastus2',
      isStored: false,
      disks: [{ verdict: 'differs' }, { verdict: 'differs' }],
    })
    expect(encryptionSummary(rows)).toMatchObject({ differing: 2, platformKeys: 0, mixed: 0, needsAttention: true })
  })

  it('compares the confidential type and its set', () => {
    const westus = customerManaged('westus', {})
    const set = diskEncryptionSetId('WestUSConfidentialSet')
    const plan = aPlan({
      encryptionType: 'EncryptionAtRestWithPlatformKey',
      confidentialVMEncryptionType: 'EncryptedWithCmk',
      targetRegions: [{ ...westus, encryption: { ...westus.encryption, secureVMDiskEncryptionSetId: set } }],
    })
    const as = (overrides: Partial<AppliedRegion>) =>
      effectiveEncryption(stored(storedRegion('West US', undefined, undefined, overrides)), plan)
    const same = as({
      confidentialVMEncryptionType: 'EncryptedWithCmk',
      secureVMDiskEncryptionSetId: set.toUpperCase(),
    })
    expect(same[0]?.confidential).toMatchObject({
      verdict: 'as-asked',
      asked: { type: 'EncryptedWithCmk', diskEncryptionSetId: set },
    })
    expect(encryptionSummary(same).needsAttention).toBe(false)
    const other = as({ confidentialVMEncryptionType: 'EncryptedWithPmk' })
    expect(other[0]?.confidential).toMatchObject({ verdict: 'differs', stored: { type: 'EncryptedWithPmk' } })
    expect(encryptionSummary(other).needsAttention).toBe(true)
    expect(as({})[0]?.confidential?.verdict).toBe('differs')
  })
})
