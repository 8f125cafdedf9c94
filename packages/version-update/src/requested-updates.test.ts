import { diskEncryptionSetId } from '@portal/disk-encryption/testing'
import { effectiveEncryption, type StoredVersion } from '@portal/image-version'
import { aPlan, customerManaged } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { askedInAll, withUpdate } from './requested-updates.ts'
import { noChange } from './version-change.ts'

const set = diskEncryptionSetId
const stored: StoredVersion = {
  id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/galleries/g/images/i/versions/1.0.0',
  location: 'westus',
  properties: {
    publishingProfile: {
      targetRegions: [{ name: 'West US', encryption: { osDiskImage: { diskEncryptionSetId: set('One') } } }],
    },
    storageProfile: {},
  },
}
const adding = (...regions: ReturnType<typeof customerManaged>[]) => ({ ...noChange(), addedRegions: regions })
const removing = (...names: string[]) => ({ ...noChange(), removedRegions: names })
const uksouth = customerManaged('uksouth', { os: 'Two' })
const verdicts = (asked: ReturnType<typeof askedInAll>, ukSet: string | undefined) =>
  effectiveEncryption(
    {
      dataDisks: [],
      targetRegions: [
        { name: 'westus', osDiskImage: set('One'), dataDiskImages: [] },
        { name: 'uksouth', osDiskImage: ukSet, dataDiskImages: [] },
      ],
    },
    asked,
  ).map(({ region, disks }) => [region, disks[0]?.verdict])

describe('what updates asked for', () => {
  it('is compared in the regions that they added, and in no other', () => {
    const asked = askedInAll(undefined, withUpdate(undefined, stored, adding(uksouth)))
    expect(verdicts(asked, set('Two'))).toEqual([
      ['westus', 'stored'],
      ['uksouth', 'as-asked'],
    ])
    expect(verdicts(asked, undefined)[1]).toEqual(['uksouth', 'differs'])
  })

  it('adds to what the creation asked for', () => {
    const created = aPlan({
      encryptionType: 'EncryptionAtRestWithCustomerKey',
      targetRegions: [customerManaged('westus', { os: 'One' })],
    })
    const asked = askedInAll(created, withUpdate(undefined, stored, adding(uksouth)))
    expect(verdicts(asked, set('Two')).map(([, verdict]) => verdict)).toEqual(['as-asked', 'as-asked'])
  })

  it('does not miss a region that an update removed', () => {
    const created = aPlan({ targetRegions: [customerManaged('westus', { os: 'One' }), uksouth] })
    const removed = withUpdate(undefined, stored, removing('UK South'))
    expect(askedInAll(created, removed)?.targetRegions.map(({ name }) => name)).toEqual(['westus'])
    const again = withUpdate(removed, stored, adding(uksouth))
    expect(again.removedRegions).toEqual([])
    expect(askedInAll(created, again)?.targetRegions.map(({ name }) => name)).toEqual(['westus', 'uksouth'])
  })

  it('keeps what earlier updates added', () => {
    const both = withUpdate(
      withUpdate(undefined, stored, adding(uksouth)),
      stored,
      adding(customerManaged('italynorth', { os: 'Three' })),
    )
    expect(both.plan.targetRegions.map(({ name }) => name)).toEqual(['uksouth', 'italynorth'])
    expect(withUpdate(both, stored, removing('uksouth')).plan.targetRegions).toHaveLength(1)
  })

  it('is nothing where nothing is known', () => {
    expect(askedInAll(undefined, undefined)).toBeUndefined()
  })
})
