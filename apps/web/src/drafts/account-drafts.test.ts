// @vitest-environment happy-dom
import { blankPlan, blankTargetRegion } from '@portal/image-version'
import { blankVirtualMachinePlan } from '@portal/virtual-machine'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { accountDrafts, lastSubscription } from './account-drafts.ts'
import { imageVersionDraft, startedPreparation } from './image-version-drafts.ts'
import { machineDraft } from './machine-draft.ts'
import { rememberResource } from './recent-resources.ts'

const definition = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/galleries/aGallery/images/ubuntu'
const version = `${definition}/versions/1.0.0`
const plan = { ...blankPlan(definition), name: '2.0.0' }

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-24T10:00:00Z') })
  localStorage.clear()
})
afterEach(() => vi.useRealTimers())

describe('the drafts of an account', () => {
  it('are its own, the latest first, each with what it is about', () => {
    imageVersionDraft('ada@home', definition).save({ plan, batchSize: null })
    imageVersionDraft('ben@home', definition).save({ plan, batchSize: null })
    vi.advanceTimersByTime(60_000)
    machineDraft('ada@home', version).save({ ...blankVirtualMachinePlan(version), name: 'web-01' })
    expect(accountDrafts('ada@home')).toMatchObject([
      { kind: 'virtualMachine', openedWith: version, name: 'web-01', changedAt: '2026-11-24T10:01:00.000Z' },
      { kind: 'imageVersion', openedWith: definition, name: '2.0.0', changedAt: '2026-11-24T10:00:00.000Z' },
    ])
  })

  it('are none in which the wizard alone entered something', () => {
    const opened = { ...blankPlan(definition), location: 'westus', targetRegions: [blankTargetRegion('westus')] }
    imageVersionDraft('ada@home', definition).save({ plan: opened, batchSize: null })
    machineDraft('ada@home', version).save(blankVirtualMachinePlan(version))
    expect(accountDrafts('ada@home')).toEqual([])
  })

  it('are none that the demo has prepared, until the account changes one', () => {
    imageVersionDraft('ada@home', definition).prepare({ plan, batchSize: null })
    imageVersionDraft('ada@home', definition).save({ plan, batchSize: null })
    expect(accountDrafts('ada@home')).toEqual([])
    imageVersionDraft('ada@home', definition).save({ plan: { ...plan, name: '2.0.1' }, batchSize: null })
    expect(accountDrafts('ada@home')).toMatchObject([{ name: '2.0.1' }])
  })

  it('keep the time of their last change when they are opened again', () => {
    imageVersionDraft('ada@home', definition).save({ plan, batchSize: null })
    vi.advanceTimersByTime(60_000)
    imageVersionDraft('ada@home', definition).save({ plan, batchSize: null })
    expect(accountDrafts('ada@home')).toMatchObject([{ changedAt: '2026-11-24T10:00:00.000Z' }])
  })

  it('lead to the wizard that they were begun in, whatever was chosen there', () => {
    imageVersionDraft('ada@home', '').save({ plan, batchSize: null })
    expect(accountDrafts('ada@home')).toMatchObject([{ openedWith: '', aboutId: definition }])
  })

  it('are gone with all that belongs to them', () => {
    imageVersionDraft('ada@home', definition).save({ plan, batchSize: null })
    startedPreparation('ada@home', definition).save({ deploymentId: 'deployment', plan })
    accountDrafts('ada@home').forEach(({ remove }) => remove())
    expect(Object.keys(localStorage)).toEqual([])
  })
})

it('the subscription used last is that of what was opened last, then that of the latest draft', () => {
  const [one, two] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
  const inside = (of: string) =>
    `/subscriptions/${of}/resourceGroups/g/providers/Microsoft.Compute/galleries/g/images/i`
  expect(lastSubscription('ada@home')).toBeUndefined()
  imageVersionDraft('ada@home', inside(one)).save({
    plan: { ...blankPlan(inside(one)), name: '2.0.0' },
    batchSize: null,
  })
  expect(lastSubscription('ada@home')).toBe(one)
  rememberResource('ada@home', inside(two))
  expect([lastSubscription('ada@home'), lastSubscription('ben@home')]).toEqual([two, undefined])
})
