import { campaignTags, imageVersionId, toArm } from '@portal/image-version'
import { anInventory, aPlan, aRevokedVersion, aStoredVersion, imageDefinitionId } from '@portal/image-version/testing'
import { expect, it } from 'vitest'
import { nextVersionName, nextVersionPlan } from './next-version-plan.ts'

it('the next version is like the one before but for its name', () => {
  const version = { id: imageVersionId(aPlan()), ...toArm(aPlan()) }
  expect(nextVersionPlan(version, '1.0.1', anInventory())).toEqual(aPlan({ name: '1.0.1' }))
})

it('an end of life that has passed is not taken over', () => {
  const plan = (endOfLifeDate: string) => {
    const version = { id: `${imageDefinitionId}/versions/1.0.0`, ...toArm(aPlan({ endOfLifeDate })) }
    return nextVersionPlan(version, '1.0.1', anInventory({ now: '2026-11-24T12:00:00Z' }))
  }
  expect(plan('2026-11-23').endOfLifeDate).toBe('')
  expect(plan('2027-01-01').endOfLifeDate).toBe('2027-01-01')
})

it('a version after a revoked one is not revoked', () => {
  const version = aStoredVersion()
  expect(nextVersionPlan(aRevokedVersion(version), '1.0.1', anInventory())).toEqual(
    nextVersionPlan(version, '1.0.1', anInventory()),
  )
})

it('a version after one that a campaign created is not of that campaign', () => {
  const tags = [
    { name: campaignTags.campaign, value: 'rg/0123456789abcdef' },
    { name: campaignTags.predecessor, value: '0.9.0' },
    { name: 'team', value: 'images' },
  ]
  const version = { id: imageVersionId(aPlan()), ...toArm(aPlan({ tags })) }
  expect(nextVersionPlan(version, '1.0.1', anInventory()).tags).toEqual([{ name: 'team', value: 'images' }])
})

it.each([
  ['1.4.2', '1.4.3'],
  ['0.0.9', '0.0.10'],
  ['2024.12', ''],
])('the version after %s is %s', (name, next) => {
  expect(nextVersionName(name)).toBe(next)
})
