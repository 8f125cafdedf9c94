import { blankPlan, blankTargetRegion, type ImageVersionPlan } from '@portal/image-version'
import { describe, expect, it } from 'vitest'
import { withoutSteps } from '../../../../drafts/edited-draft.ts'
import { draftReducer, type DraftEdit } from './draft-reducer.ts'
import type { Edit } from './plan-reducer.ts'

const start: ImageVersionPlan = {
  ...blankPlan('definition'),
  targetRegions: ['westus', 'eastus2'].map(blankTargetRegion),
}
const edited = (...edits: DraftEdit[]) =>
  edits.reduce(draftReducer, withoutSteps({ plan: start, batchSize: null })).draft
const fill = (index: number, diskEncryptionSetId: string): Edit => ({
  type: 'fillCells',
  cells: [{ index, disk: 'os', diskEncryptionSetId }],
})
const osDisks = ({ plan }: { plan: ImageVersionPlan }) =>
  plan.targetRegions.map(({ encryption }) => encryption.osDiskImage)
const undo = { type: 'undo' } as const
const redo = { type: 'redo' } as const

describe('undo', () => {
  it('takes back one filling at a time, however many cells it filled', () => {
    const both: Edit = {
      type: 'fillCells',
      cells: [0, 1].map((index) => ({ index, disk: 'os', diskEncryptionSetId: 'all' })),
    }
    expect(osDisks(edited(fill(0, 'one'), both, undo))).toEqual(['one', ''])
    expect(osDisks(edited(fill(0, 'one'), both, undo, undo))).toEqual(['', ''])
  })

  it('takes back a change of the type with the cells that it emptied', () => {
    const draft = edited(
      fill(0, 'one'),
      {
        type: 'setEncryption',
        fields: { encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys' },
        cells: [{ index: 0, disk: 'os', diskEncryptionSetId: '' }],
      },
      undo,
    )
    expect(osDisks(draft)).toEqual(['one', ''])
    expect(draft.plan.encryptionType).toBe('EncryptionAtRestWithPlatformKey')
  })

  it('takes back an applied profile with its cells, and brings back the one before', () => {
    const apply = (name: string): DraftEdit => ({
      type: 'applyProfile',
      profile: { name, regions: [] },
      cells: [{ index: 0, disk: 'os', diskEncryptionSetId: name }],
    })
    expect(edited(apply('first'), apply('second'))).toMatchObject({ profile: { name: 'second' } })
    const first = edited(apply('first'), apply('second'), undo)
    expect([first.profile?.name, ...osDisks(first)]).toEqual(['first', 'first', ''])
    const none = edited(apply('first'), undo)
    expect([none.profile, ...osDisks(none)]).toEqual([undefined, '', ''])
    expect(edited(apply('first'), undo, redo).profile?.name).toBe('first')
  })

  it('takes back what an earlier version filled in, with its type', () => {
    const like: Edit = {
      type: 'setEncryption',
      fields: { encryptionType: 'EncryptionAtRestWithCustomerKey' },
      cells: [{ index: 1, disk: 'os', diskEncryptionSetId: 'like' }],
    }
    expect(osDisks(edited(like))).toEqual(['', 'like'])
    expect(edited(like).plan.encryptionType).toBe('EncryptionAtRestWithCustomerKey')
    expect(osDisks(edited(like, undo))).toEqual(['', ''])
    expect(edited(like, undo).plan.encryptionType).toBe('EncryptionAtRestWithPlatformKey')
  })

  it('leaves what was changed elsewhere', () => {
    const draft = edited(fill(0, 'one'), { type: 'setFields', fields: { name: '1.0.0' } }, undo)
    expect(draft.plan.name).toBe('1.0.0')
    expect(osDisks(draft)).toEqual(['', ''])
  })

  it('ends where the regions changed', () => {
    expect(osDisks(edited(fill(0, 'one'), { type: 'removeTargetRegion', index: 1 }, undo))).toEqual(['one'])
  })

  it('does nothing when there is nothing to take back', () => {
    expect(edited(undo, redo).plan).toBe(start)
  })
})

describe('redo', () => {
  it('does again what was taken back', () => {
    expect(osDisks(edited(fill(0, 'one'), fill(1, 'two'), undo, undo, redo, redo))).toEqual(['one', 'two'])
  })

  it('ends with the next edit', () => {
    expect(osDisks(edited(fill(0, 'one'), undo, fill(1, 'two'), redo))).toEqual(['', 'two'])
  })
})

it('keeps which proposals were refused, through other edits', () => {
  const draft = edited({ type: 'refuseProposal', id: 'sets 1.1.0' }, { type: 'removeTargetRegion', index: 1 })
  expect(draft.refused).toEqual(['sets 1.1.0'])
})
