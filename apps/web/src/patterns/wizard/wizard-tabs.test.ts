import { errorAt, warningAt } from '@portal/image-version'
import { describe, expect, it } from 'vitest'
import { neighbour, toDoByTab, type WizardTabs } from './wizard-tabs.ts'

const tabs: WizardTabs<'basics' | 'encryption' | 'review'> = {
  ids: ['basics', 'encryption', 'review'],
  tabOf: ([field]) => (field === 'name' ? 'basics' : 'encryption'),
}
const nameIssue = errorAt(['name'], 'VersionNameRequired', {})
const cellIssue = errorAt(['targetRegions', 0, 'encryption', 'osDiskImage'], 'DiskEncryptionSetRequired', {
  disk: 'os',
  region: 'westus',
})
const shallow = warningAt(['encryptionType'], 'ShallowWithCustomerKeys', {})

describe('toDoByTab', () => {
  it('counts each place with an error once, with those that a policy denies, and no warnings', () => {
    const denied = [cellIssue.path, ['targetRegions', 1, 'encryption', 'osDiskImage']]
    expect([...toDoByTab(tabs, { issues: [nameIssue, cellIssue, shallow], shown: [], denied })]).toEqual([
      ['basics', { count: 1, first: nameIssue.path, isShown: false }],
      ['encryption', { count: 2, first: cellIssue.path, isShown: true }],
    ])
  })
  it('is shown as a mistake once the user was told', () => {
    expect(toDoByTab(tabs, { issues: [nameIssue], shown: [nameIssue], denied: [] }).get('basics')?.isShown).toBe(true)
  })
})

describe('neighbour', () => {
  it('ends at both ends', () => {
    expect(neighbour(tabs, 'basics', -1)).toBeUndefined()
    expect(neighbour(tabs, 'basics', 1)).toBe('encryption')
    expect(neighbour(tabs, 'review', 1)).toBeUndefined()
  })
})
