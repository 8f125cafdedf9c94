import { describe, expect, it } from 'vitest'
import { withoutSteps } from '../../../../drafts/edited-draft.ts'
import { blankUpdate, updateReducer, type UpdateEdit } from './update-reducer.ts'

const base = {
  version: {
    id: 'id',
    location: 'westus',
    properties: {
      publishingProfile: { targetRegions: [{ name: 'West US' }, { name: 'East US 2' }] },
      storageProfile: {},
    },
  },
  fingerprint: 'f',
  asOf: '2026-01-01T00:00:00Z',
}

function after(...edits: UpdateEdit[]) {
  return edits.reduce(updateReducer, withoutSteps(blankUpdate(base)))
}

const changeOf = (...edits: UpdateEdit[]) => after(...edits).draft.change
const count = (regionalReplicaCount: number | null): UpdateEdit => ({
  type: 'changeRegion',
  name: 'eastus2',
  change: { regionalReplicaCount },
})
const fill: UpdateEdit = { type: 'fillCells', cells: [{ index: 0, disk: 'os', diskEncryptionSetId: 'set' }] }

describe('the change of a version', () => {
  it('does not name a region that is as it was again', () => {
    expect(changeOf(count(3)).changedRegions).toHaveLength(1)
    expect(changeOf(count(3), count(null)).changedRegions).toEqual([])
  })

  it('does not change a region that it removes', () => {
    const change = changeOf(count(3), { type: 'removeRegion', name: 'eastus2' })
    expect(change).toMatchObject({ changedRegions: [], removedRegions: ['eastus2'] })
  })

  it('takes back what was done to cells, and does it again', () => {
    const add: UpdateEdit = { type: 'addRegion', name: 'uksouth' }
    const setOf = (...edits: UpdateEdit[]) => changeOf(...edits).addedRegions[0]?.encryption.osDiskImage
    expect(setOf(add, fill)).toBe('set')
    expect(setOf(add, fill, { type: 'undo' })).toBe('')
    expect(setOf(add, fill, { type: 'undo' }, { type: 'redo' })).toBe('set')
  })

  it('takes back an applied profile with the cells that it filled', () => {
    const add: UpdateEdit = { type: 'addRegion', name: 'uksouth' }
    const cells = [{ index: 0, disk: 'os', diskEncryptionSetId: 'set' } as const]
    const apply: UpdateEdit = { type: 'applyProfile', profile: { name: 'Production', regions: [] }, cells }
    expect(after(add, apply).draft).toMatchObject({
      profile: { name: 'Production' },
      change: { addedRegions: [{ encryption: { osDiskImage: 'set' } }] },
    })
    expect(after(add, apply, { type: 'undo' }).draft).toEqual(after(add).draft)
  })

  it('has no batches any more once one region is left', () => {
    const { draft } = after(
      { type: 'addRegion', name: 'uksouth' },
      { type: 'addRegion', name: 'italynorth' },
      { type: 'setBatchSize', batchSize: 1 },
      { type: 'dropAddedRegion', index: 0 },
    )
    expect(draft.batchSize).toBeNull()
  })
})
