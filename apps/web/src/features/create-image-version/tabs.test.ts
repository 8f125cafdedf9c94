import { describe, expect, it } from 'vitest'
import { errorAt, warningAt } from '@portal/image-version'
import { blockingCount, isRevealed, neighbour, tabOf } from './tabs.ts'

describe('tabOf', () => {
  it.each([
    [['name'], 'basics'],
    [['source', 'dataDisks', 0, 'lun'], 'basics'],
    [['targetRegions', 1, 'name'], 'replication'],
    [['targetRegions'], 'replication'],
    [['replicaCount'], 'replication'],
    [['targetRegions', 1, 'encryption', 'dataDiskImages', 4], 'encryption'],
    [['encryptionType'], 'encryption'],
    [['tags', 0, 'name'], 'tags'],
  ] as const)('%j is on %s', (path, tab) => {
    expect(tabOf([...path])).toBe(tab)
  })
})

const nameIssue = errorAt(['name'], 'VersionNameRequired', {})
const cellIssue = errorAt(['targetRegions', 0, 'encryption', 'osDiskImage'], 'DiskEncryptionSetRequired', {
  disk: 'os',
  region: 'westus',
})
const shallow = warningAt(['encryptionType'], 'ShallowWithCustomerKeys', {})

describe('blockingCount', () => {
  it('counts errors of the tab only, not warnings', () => {
    expect(blockingCount('encryption', [nameIssue, cellIssue, shallow])).toBe(1)
    expect(blockingCount('review', [nameIssue, cellIssue, shallow])).toBe(2)
  })
})

describe('isRevealed', () => {
  it('holds for nothing before a field or a tab was left', () => {
    expect(isRevealed(nameIssue, new Set(), [])).toBe(false)
  })
  it('holds for the issues of a field that was left', () => {
    expect(isRevealed(nameIssue, new Set(), [['name']])).toBe(true)
    expect(isRevealed(cellIssue, new Set(), [['name']])).toBe(false)
  })
  it('holds for the issues of a tab that was left', () => {
    expect(isRevealed(cellIssue, new Set(['encryption']), [])).toBe(true)
    expect(isRevealed(nameIssue, new Set(['encryption']), [])).toBe(false)
  })
})

describe('neighbour', () => {
  it('ends at both ends', () => {
    expect(neighbour('basics', -1)).toBeUndefined()
    expect(neighbour('basics', 1)).toBe('replication')
    expect(neighbour('review', 1)).toBeUndefined()
  })
})
