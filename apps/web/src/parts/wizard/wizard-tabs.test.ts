import { errorAt, warningAt } from '@portal/image-version'
import { describe, expect, it } from 'vitest'
import { blockingByTab, isRevealed, neighbour, type WizardTabs } from './wizard-tabs.ts'

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

describe('blockingByTab', () => {
  it('has the errors of each tab, not its warnings', () => {
    const found = blockingByTab(tabs, [nameIssue, cellIssue, shallow])
    expect([...found]).toEqual([
      ['basics', [nameIssue]],
      ['encryption', [cellIssue]],
    ])
  })
})

describe('isRevealed', () => {
  it('holds for nothing before a field or a tab was left', () => {
    expect(isRevealed(tabs, nameIssue, { tabs: new Set(), fields: [] })).toBe(false)
  })
  it('holds for the issues of a field that was left', () => {
    expect(isRevealed(tabs, nameIssue, { tabs: new Set(), fields: [['name']] })).toBe(true)
    expect(isRevealed(tabs, cellIssue, { tabs: new Set(), fields: [['name']] })).toBe(false)
  })
  it('holds for the issues of a tab that was left', () => {
    expect(isRevealed(tabs, cellIssue, { tabs: new Set(['encryption']), fields: [] })).toBe(true)
    expect(isRevealed(tabs, nameIssue, { tabs: new Set(['encryption']), fields: [] })).toBe(false)
  })
})

describe('neighbour', () => {
  it('ends at both ends', () => {
    expect(neighbour(tabs, 'basics', -1)).toBeUndefined()
    expect(neighbour(tabs, 'basics', 1)).toBe('encryption')
    expect(neighbour(tabs, 'review', 1)).toBeUndefined()
  })
})
