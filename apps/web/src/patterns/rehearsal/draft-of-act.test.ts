import { rehearsalReport, type RehearsedAct } from '@portal/portal-api'
import { describe, expect, it } from 'vitest'
import { draftOfAct } from './draft-of-act.ts'

const gallery =
  '/subscriptions/d1110000-0000-4000-8000-00000000a001/resourceGroups/images/providers/Microsoft.Compute/galleries/northwind'
const definition = `${gallery}/images/linux`
const act: RehearsedAct = {
  at: '2026-11-24T09:00:00.000Z',
  by: 'lea@northwind.example',
  done: 'Deploy',
  type: 'Microsoft.Resources/deployments',
  ids: [`${gallery}/deployments/one`],
  changes: [],
  outcome: 'Succeeded',
}
const rule = { name: 'Old', keepNewest: 3, keepTag: 'keep' }
const cleanUp = { rule, action: 'delete', reason: '', definitions: [{ id: definition, versions: ['1.0.0'] }] }
const asking = (value: object) => draftOfAct({ ...act, parameters: { cleanUp: { value: { ...cleanUp, ...value } } } })
const version = {
  id: `${definition}/versions/1.0.0`,
  location: 'westus',
  properties: {
    publishingProfile: { targetRegions: [{ name: 'West US' }] },
    storageProfile: { source: { id: gallery.replace('/galleries/northwind', '/images/base') } },
  },
}

describe('the draft of an act', () => {
  it('is the rule of a clean-up, for its definition or for the gallery of several', () => {
    expect(asking({})).toMatchObject({ of: 'cleanUp', scopeId: definition, cleanUp: { rule, action: 'delete' } })
    const definitions = [...cleanUp.definitions, { id: `${gallery}/images/windows`, versions: ['1.0.0'] }]
    expect(asking({ definitions })).toMatchObject({ scopeId: gallery })
  })

  it('is the plan of a version, but for one that a campaign has created', () => {
    expect(draftOfAct({ ...act, resource: version })).toMatchObject({
      of: 'plan',
      plan: { imageDefinitionId: definition, name: '1.0.0', targetRegions: [{ name: 'westus' }] },
    })
    const tags = { EncryptionCampaign: 'x' }
    expect(draftOfAct({ ...act, resource: { ...version, tags } })).toBeUndefined()
  })

  it.each([
    ['a rule that keeps nothing', { rule: { name: 'Old', keepTag: 'keep' } }],
    ['a name that turns the text', { rule: { ...rule, name: 'a\u202Eb' } }],
    ['an action of its own', { action: 'purge' }],
    ['a definition that is none', { definitions: [{ id: `${gallery}/../images/x`, versions: ['1.0.0'] }] }],
    ['another address', { definitions: [{ id: 'https://evil.example/galleries/x/images/y', versions: ['1.0.0'] }] }],
    [
      'versions of two galleries',
      { definitions: [...cleanUp.definitions, { id: `${gallery}2/images/x`, versions: ['1.0.0'] }] },
    ],
    ['a property of its own', { force: true }],
  ])('is none with %s', (_, value) => {
    expect(asking(value)).toBeUndefined()
  })

  it('is none of a resource that is no version, or lacks what a version has', () => {
    expect(draftOfAct({ ...act, resource: { ...version, id: gallery } })).toBeUndefined()
    expect(draftOfAct({ ...act, resource: { id: version.id } })).toBeUndefined()
    expect(draftOfAct(act)).toBeUndefined()
  })
})

describe('the file of a report', () => {
  const report = {
    format: 'rehearsal-report',
    version: 1,
    estate: 'Northwind',
    from: act.at,
    until: act.at,
    isCut: false,
    acts: [act],
    stopped: [],
    stopping: [],
    latest: [],
  }
  const isRead = (over: object) => rehearsalReport.safeParse({ ...report, ...over }).success

  it.each([
    ['another version', { version: 2 }],
    ['a property of its own', { run: true }],
    ['too many acts', { acts: Array.from({ length: 1001 }, () => act) }],
    ['a name that turns the text', { acts: [{ ...act, by: 'a\u202Eb' }] }],
    ['a time that is none', { acts: [{ ...act, at: 'yesterday' }] }],
    ['an act of its own', { acts: [{ ...act, done: 'Run' }] }],
  ])('is refused with %s', (_, over) => {
    expect([isRead({}), isRead(over)]).toEqual([true, false])
  })
})
