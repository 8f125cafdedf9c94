import { describe, expect, it } from 'vitest'
import { softDeleteIssues, type SoftDeleteContext, type WantedSoftDeletePolicy } from './soft-delete-policy.ts'

const aPolicy: WantedSoftDeletePolicy = { isSoftDeleteEnabled: true, retentionPeriodInDays: 7, gracePeriodInDays: 0 }

function codes(policy: Partial<WantedSoftDeletePolicy> = {}, context: Partial<SoftDeleteContext> = {}) {
  const found = softDeleteIssues(
    { ...aPolicy, ...policy },
    { cloud: 'AzureCloud', isOn: false, inOtherRegions: [], ...context },
  )
  return found.map(({ field, code }) => `${field}: ${code}`)
}

describe('a policy', () => {
  it('of whole days is good', () => {
    expect(codes()).toEqual([])
  })

  it.each([0, 1.5, -1, Number.NaN, 10_000])('keeps nothing for %d days', (retentionPeriodInDays) => {
    expect(codes({ retentionPeriodInDays })).toEqual(['retentionPeriodInDays: RetentionPeriodInvalid'])
  })

  it.each([-1, 0.5, Number.NaN])('has no grace of %d days', (gracePeriodInDays) => {
    expect(codes({ gracePeriodInDays })).toEqual(['gracePeriodInDays: GracePeriodInvalid'])
  })

  it.each(['AzureUSGovernment', 'AzureChinaCloud'])('is not there in %s', (cloud) => {
    expect(codes({}, { cloud })).toEqual(['isSoftDeleteEnabled: NationalCloud'])
  })

  it('is not turned on where something is in another region, and stays on there', () => {
    expect(codes({}, { inOtherRegions: ['ubuntu-web'] })).toEqual(['isSoftDeleteEnabled: InOtherRegions'])
    expect(codes({}, { inOtherRegions: ['ubuntu-web'], isOn: true })).toEqual([])
  })

  it('that is off asks for nothing', () => {
    expect(codes({ isSoftDeleteEnabled: false, retentionPeriodInDays: Number.NaN })).toEqual([])
  })
})
