// @vitest-environment happy-dom
import { blankPlan } from '@portal/image-version'
import type { Scenario } from '@portal/portal-api'
import { afterEach, describe, expect, it } from 'vitest'
import { imageVersionDraft } from '../drafts/image-version-drafts.ts'
import { draftLost, resourcesLost } from './losses.ts'
import { planOfScenario } from './scenario-draft.ts'

const compute = '/subscriptions/0a0a0a0a-1111-4222-8333-444444444444/resourceGroups/g/providers/Microsoft.Compute'
const definition = `${compute}/galleries/contosoGallery/images/ubuntu-web`
const draft = { version: '3.0.0', sourceIds: [`${compute}/images/myImage`], regions: [{ name: 'westus', sets: [] }] }
const of = { category: 'limits', minutes: 1, persona: 'ada@contoso.example', resourceIds: [definition] } as const
const tried: Scenario = { ...of, resourceIds: [definition], id: 'slow-region', draft: { ...draft, tab: 'review' } }
const wanted: Scenario = { ...of, resourceIds: [definition], id: 'region-fails', draft: { ...draft, tab: 'basics' } }
const elsewhere: Scenario = { ...wanted, resourceIds: [`${compute}/galleries/contosoGallery/images/other`] }

const account = 'ada@home'
const keep = (name: string, over: object = {}) =>
  imageVersionDraft(account, definition).save({ plan: { ...blankPlan(definition), name, ...over }, batchSize: null })
const lost = (scenario: Scenario, running?: Scenario) => draftLost(scenario, account, running)

afterEach(() => localStorage.clear())

describe('the draft that a scenario replaces', () => {
  it('D22: is the user’s own of the same definition, named by its version', () => {
    keep('42.42.42')
    expect(lost(wanted)).toBe(`${definition}/versions/42.42.42`)
    expect(lost(wanted, tried)).toBe(`${definition}/versions/42.42.42`)
    keep('', { endOfLifeDate: '2030-01-31' })
    expect(lost(wanted)).toBe(definition)
  })

  it('is none of another definition or person, or with nothing entered', () => {
    expect(lost(wanted)).toBeUndefined()
    keep('42.42.42')
    expect(lost(elsewhere)).toBeUndefined()
    expect(draftLost(wanted, 'rita@home', undefined)).toBeUndefined()
    expect(lost({ ...wanted, id: 'no-subscription', resourceIds: [] })).toBeUndefined()
    keep('')
    expect(lost(wanted)).toBeUndefined()
  })

  it('is none that a scenario made, unchanged or of the one that is running', () => {
    const plan = planOfScenario(tried)
    if (plan) imageVersionDraft(account, definition).prepare({ plan, batchSize: null })
    expect(lost(wanted)).toBeUndefined()
    keep('3.0.0', { endOfLifeDate: '2030-01-31' })
    expect(lost(wanted)).toBe(`${definition}/versions/3.0.0`)
    expect(lost(wanted, tried)).toBeUndefined()
  })
})

describe('the resources that a scenario deletes', () => {
  const version = `${definition}/versions/3.0.0`
  const set = `${compute}/diskEncryptionSets/JapanEastSet`
  it('D22: are the user’s own, unless the scenario that is running has made them', () => {
    const found = (running?: Scenario) => resourcesLost(wanted, [version, set], running)
    expect(found()).toEqual([version, set])
    expect(found(tried)).toEqual([set])
    expect(found(wanted)).toEqual([])
  })
})
