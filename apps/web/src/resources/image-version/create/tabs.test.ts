import { describe, expect, it } from 'vitest'
import { tabOf } from './tabs.ts'

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
