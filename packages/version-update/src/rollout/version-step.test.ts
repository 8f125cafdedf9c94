import { diskEncryptionSetId } from '@portal/disk-encryption/testing'
import { aStoredRegion, aStoredVersion, customerManaged } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { noChange } from '../version-change.ts'
import { toStepsTemplate } from './to-steps-template.ts'
import { noStep, regionRepairSteps, rolloutSteps, stepOf } from './version-step.ts'

const japan = customerManaged('japaneast', { os: 'Japan1', 0: 'Japan2' })
const europe = customerManaged('West Europe', { os: 'Europe1', 0: 'Europe2' })

describe('stepOf', () => {
  it('says nothing where nothing is changed', () => {
    expect(stepOf(aStoredVersion(), noChange())).toEqual(noStep())
  })

  it('takes a date away by null, since a template can leave nothing out of what it read', () => {
    expect(stepOf(aStoredVersion(), { ...noChange(), endOfLifeDate: '' }).publishingProfile).toEqual({
      endOfLifeDate: null,
    })
  })

  it('calls regions by their short names, however they are spelt', () => {
    const change = {
      ...noChange(),
      removedRegions: ['East US 2'],
      changedRegions: [{ name: 'West US', regionalReplicaCount: 3, excludeFromLatest: null }],
      addedRegions: [europe],
    }
    const { removed, changed, added } = stepOf(aStoredVersion(), change)
    expect(removed).toEqual(['eastus2'])
    expect(changed).toEqual({ westus: { regionalReplicaCount: 3 } })
    expect(added.map(({ name }) => name)).toEqual(['westeurope'])
  })
})

describe('rolloutSteps', () => {
  it('adds a batch a step and does all else in the first', () => {
    const change = { ...noChange(), replicaCount: 2, removedRegions: ['eastus2'], addedRegions: [japan, europe] }
    const steps = rolloutSteps(aStoredVersion(), change, [['westeurope'], ['japaneast']])
    expect(steps.map(({ added }) => added.map(({ name }) => name))).toEqual([['westeurope'], ['japaneast']])
    expect(steps.map(({ removed }) => removed)).toEqual([['eastus2'], []])
    expect(steps.map(({ publishingProfile }) => publishingProfile)).toEqual([{ replicaCount: 2 }, {}])
  })
})

describe('regionRepairSteps', () => {
  it('adds each region again with the encryption, and whatever else, that it has now', () => {
    const region = aStoredRegion('East US 2', 'EastUS2DiskEncryptionSet', { additionalReplicaSets: [{ kind: 'new' }] })
    const stored = aStoredVersion({ targetRegions: [aStoredRegion('West US', 'WestUSDiskEncryptionSet'), region] })
    const steps = regionRepairSteps(stored, ['East US 2'])
    expect(steps.map(({ removed }) => removed)).toEqual([['eastus2'], []])
    expect(steps.map(({ added }) => added)).toEqual([[], [{ ...region, name: 'eastus2' }]])
    expect(JSON.stringify(steps[1]?.added)).toContain(diskEncryptionSetId('EastUS2DiskEncryptionSet1'))
  })
})

describe('toStepsTemplate', () => {
  it('is as it was', async () => {
    const template = (creates: string | undefined, count: number) =>
      `${JSON.stringify(toStepsTemplate('image-version-1a2b3c4d-0123456789ab', aStoredVersion(), { creates, count }), undefined, 2)}\n`
    await expect(template(undefined, 2)).toMatchFileSnapshot('golden/two-steps.golden.json')
    await expect(template('2025-12-03', 1)).toMatchFileSnapshot('golden/creation-and-step.golden.json')
  })
})
