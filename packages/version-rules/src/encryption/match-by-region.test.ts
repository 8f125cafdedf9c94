import { type DiskEncryptionSet, eligibleDiskEncryptionSets } from '@portal/disk-encryption'
import {
  aDiskEncryptionSet,
  computeId,
  diskEncryptionSetId,
  otherSubscriptionId,
} from '@portal/disk-encryption/testing'
import { planSubscriptionId } from '@portal/image-version'
import { anInventory, aPlan, customerManaged } from '@portal/image-version/testing'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchByRegion } from './match-by-region.ts'

const pattern = diskEncryptionSetId('WestUSDiskEncryptionSet1')
const regions = [
  ['westus', 'West US'],
  ['eastus2', 'East US 2'],
  ['westeurope', 'West Europe'],
  ['japaneast', 'Japan East'],
].map(([name = '', displayName = '']) => ({ name, displayName }))
const empty = aPlan({ targetRegions: regions.map(({ name }) => customerManaged(name, {})) })
const west = aDiskEncryptionSet('WestUSDiskEncryptionSet1')

/** region → the proposal and its reason, for the empty plan and these sets in addition to the pattern. */
function matched(...sets: DiskEncryptionSet[]): Record<string, string> {
  const inventory = anInventory({ regions, diskEncryptionSets: [west, ...sets] })
  const matches = matchByRegion(empty, inventory, pattern)
  return Object.fromEntries(
    matches.map(({ index, reason, set }) => [
      empty.targetRegions[index]?.name ?? '',
      set === undefined ? reason : `${reason} ${set.name}`,
    ]),
  )
}

describe('matchByRegion', () => {
  it('finds in each region what it can, the likest first, and says where it cannot', () => {
    expect(
      matched(
        aDiskEncryptionSet('EastUS2DiskEncryptionSet1', { location: 'eastus2' }),
        aDiskEncryptionSet('EastUS2DiskEncryptionSet2', { location: 'eastus2' }),
        aDiskEncryptionSet('images', { location: 'westeurope', keyVaultName: 'kv-contoso-weu' }),
        aDiskEncryptionSet('backup', { location: 'westeurope', keyVaultName: 'kv-backup-weu' }),
      ),
    ).toEqual({
      westus: 'SameSet WestUSDiskEncryptionSet1',
      eastus2: 'SameNamePattern EastUS2DiskEncryptionSet1',
      westeurope: 'SameKeyVaultPattern images',
      japaneast: 'NoSetInRegion',
    })
  })

  it('takes the only set of a region, and leaves the choice among several to the user', () => {
    const inVault = (name: string, location: string) => aDiskEncryptionSet(name, { location, keyVaultName: 'vault' })
    expect(
      matched(inVault('one', 'eastus2'), inVault('left', 'westeurope'), inVault('right', 'westeurope')),
    ).toMatchObject({ eastus2: 'OnlySetInRegion one', westeurope: 'SeveralSetsInRegion' })
  })

  it('counts a set of another type or subscription for nothing', () => {
    const location = 'eastus2'
    const id = computeId('diskEncryptionSets', 'EastUS2DiskEncryptionSet1', otherSubscriptionId)
    const encryptionType = 'EncryptionAtRestWithPlatformAndCustomerKeys'
    expect(
      matched(
        aDiskEncryptionSet('EastUS2DiskEncryptionSet1', { location, encryptionType }),
        aDiskEncryptionSet('EastUS2DiskEncryptionSet1', { location, id }),
      ),
    ).toMatchObject({ eastus2: 'NoSetInRegion' })
  })

  it('leaves out the cells that hold the proposed set, and tells empty ones from others', () => {
    const plan = aPlan({ targetRegions: [customerManaged('westus', { os: 'WestUSDiskEncryptionSet2' })] })
    expect(matchByRegion(plan, anInventory(), pattern)).toMatchObject([
      {
        disks: [
          { key: 'os', isEmpty: false },
          { key: 0, isEmpty: true },
        ],
      },
    ])
    const full = aPlan({
      targetRegions: [customerManaged('westus', { os: 'WestUSDiskEncryptionSet1', 0: 'WestUSDiskEncryptionSet1' })],
    })
    expect(matchByRegion(full, anInventory(), pattern)).toEqual([])
  })

  describe('with sets that are numbered as the disks are', () => {
    const series = (prefix: string, location: string) =>
      [1, 2].map((number) => aDiskEncryptionSet(`${prefix}DiskEncryptionSet${number}`, { location }))
    const inventory = anInventory({
      regions,
      diskEncryptionSets: [...series('WestUS', 'westus'), ...series('EastUS2', 'eastus2')],
    })
    const filled = (os: string, lun0?: string) =>
      aPlan({
        targetRegions: [
          customerManaged('westus', { os, ...(lun0 !== undefined && { 0: lun0 }) }),
          customerManaged('eastus2', {}),
        ],
      })
    /** disks and set of each proposal for East US 2 */
    const inEastUS2 = (plan: ReturnType<typeof aPlan>, from: string) =>
      matchByRegion(plan, inventory, diskEncryptionSetId(from))
        .filter(({ index }) => plan.targetRegions[index]?.name === 'eastus2')
        .map(({ disks, set, reason }) => [disks.map(({ key }) => key).join(), set?.name ?? reason])

    it('proposes the next one for the next disk', () => {
      expect(inEastUS2(filled('WestUSDiskEncryptionSet1'), 'WestUSDiskEncryptionSet1')).toEqual([
        ['os', 'EastUS2DiskEncryptionSet1'],
        ['0', 'EastUS2DiskEncryptionSet2'],
      ])
    })

    it('follows what the region of the pattern has already', () => {
      const crossed = filled('WestUSDiskEncryptionSet2', 'WestUSDiskEncryptionSet1')
      expect(inEastUS2(crossed, 'WestUSDiskEncryptionSet2')).toEqual([
        ['os', 'EastUS2DiskEncryptionSet2'],
        ['0', 'EastUS2DiskEncryptionSet1'],
      ])
      const same = filled('WestUSDiskEncryptionSet1', 'WestUSDiskEncryptionSet1')
      expect(inEastUS2(same, 'WestUSDiskEncryptionSet1')).toEqual([['os,0', 'EastUS2DiskEncryptionSet1']])
    })

    it('gives every disk the same where the number is not that of the disk', () => {
      expect(inEastUS2(filled('WestUSDiskEncryptionSet2'), 'WestUSDiskEncryptionSet2')).toEqual([
        ['os,0', 'EastUS2DiskEncryptionSet2'],
      ])
    })

    it('proposes nothing for a disk beyond the last number', () => {
      const source = {
        type: 'DisksAndSnapshots' as const,
        osDiskId: '',
        dataDisks: [0, 1].map((lun) => ({ lun, id: '' })),
      }
      expect(inEastUS2({ ...filled('WestUSDiskEncryptionSet1'), source }, 'WestUSDiskEncryptionSet1').at(-1)).toEqual([
        '1',
        'NoSetOfThisNumber',
      ])
    })

    it('takes years for no numbers of disks', () => {
      const years = [2025, 2026].map((year) => aDiskEncryptionSet(`images-${year}`))
      const inWest = matchByRegion(
        aPlan({ targetRegions: [customerManaged('westus', {})] }),
        anInventory({ regions, diskEncryptionSets: years }),
        diskEncryptionSetId('images-2026'),
      )
      expect(inWest.map(({ set }) => set?.name)).toEqual(['images-2026'])
    })
  })

  it('proposes nothing for a set that Azure does not have', () => {
    expect(matchByRegion(empty, anInventory(), diskEncryptionSetId('gone'))).toEqual([])
  })
})

const aSet = fc
  .record({
    name: fc.constantFrom('WestUSSet', 'EastUS2Set', 'des-weu', 'set'),
    location: fc.constantFrom('westus', 'eastus2', 'westeurope', 'East US 2'),
    keyVaultName: fc.constantFrom('kv-wus', 'kv-eus2', 'kv-weu'),
    encryptionType: fc.constantFrom(
      'EncryptionAtRestWithCustomerKey',
      'EncryptionAtRestWithPlatformAndCustomerKeys',
      'ConfidentialVmEncryptedWithCustomerKey',
    ),
    group: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ group, ...set }) => aDiskEncryptionSet(set.name, { ...set, id: diskEncryptionSetId(`${set.name}${group}`) }))

it('never proposes a set that the picker of the region does not offer', () => {
  const counts = { proposed: 0, none: 0 }
  fc.assert(
    fc.property(
      fc.uniqueArray(aSet, { selector: ({ id }) => id, minLength: 1, maxLength: 12 }),
      fc.constantFrom('EncryptionAtRestWithCustomerKey', 'EncryptionAtRestWithPlatformAndCustomerKeys'),
      (diskEncryptionSets, encryptionType) => {
        const inventory = anInventory({ regions, diskEncryptionSets })
        const plan = { ...empty, encryptionType }
        for (const { index, set } of matchByRegion(plan, inventory, diskEncryptionSets[0]?.id ?? '')) {
          const region = plan.targetRegions[index]?.name ?? ''
          const requirement = { encryptionType, region, subscriptionId: planSubscriptionId(plan) }
          const offered = eligibleDiskEncryptionSets(requirement, inventory)
          expect(set === undefined ? true : offered.includes(set)).toBe(true)
          expect(set === undefined && offered.length === 1).toBe(false)
          counts[set === undefined ? 'none' : 'proposed'] += 1
        }
      },
    ),
    { numRuns: 200 },
  )
  expect(Math.min(counts.proposed, counts.none)).toBeGreaterThan(20)
})
