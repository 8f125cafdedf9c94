import { describe, expect, it } from 'vitest'
import { aDiskEncryptionSet, readyFacts, vaultId } from '../testing/sets.ts'
import { causesOf } from './cause.ts'
import { surveyedFindings, type FactsSoFar } from './surveyed-findings.ts'

const now = '2026-11-24T09:00:00Z'
const noGrant = { keyAccess: { type: 'RoleAssignments', assignments: [] } } as const

function judged(name: string, facts: FactsSoFar | undefined, vault = 'kv-contoso-wus') {
  const set = aDiskEncryptionSet(name, { keyVaultName: vault })
  return { ...set, findings: surveyedFindings(set, facts, now) }
}

function withoutKey(overrides: Parameters<typeof readyFacts>[0] = {}): FactsSoFar {
  const { key: _, ...facts } = readyFacts({ ...overrides })
  return facts
}

describe('what is known of a set so far', () => {
  it('says nothing about a key that has not been read', () => {
    expect(judged('set', withoutKey()).findings).toEqual([])
    expect(judged('set', undefined).findings).toEqual([])
  })

  it('is the same as on the page of the set once the key has been read', () => {
    expect(judged('set', { ...readyFacts(), key: 'unreadable' }).findings.map(({ code }) => code)).toEqual([
      'KeyUnreadable',
    ])
  })
})

describe('the causes of problems', () => {
  it('are one for all sets of a vault without a grant, each with its own repair', () => {
    const facts = withoutKey({ keyAccess: { ...noGrant.keyAccess, assignments: [] } })
    const causes = causesOf(['b', 'a'].map((name) => judged(name, facts)))
    expect(causes).toHaveLength(1)
    expect(causes[0]).toMatchObject({ state: 'blocked', code: 'KeyAccessMissing', keyVaultName: 'kv-contoso-wus' })
    expect(causes[0]?.sets.map(({ name, repair }) => [name, repair])).toEqual(
      ['a', 'b'].map((name) => [
        name,
        { action: 'grantKeyAccess', diskEncryptionSetId: aDiskEncryptionSet(name).id, vaultId },
      ]),
    )
  })

  it('are apart for each vault', () => {
    const facts = withoutKey({ keyAccess: { ...noGrant.keyAccess, assignments: [] } })
    const causes = causesOf([judged('a', facts), judged('b', facts, 'kv-other'), judged('c', facts, 'kv-other')])
    expect(causes.map(({ keyVaultName, sets }) => [keyVaultName, sets.length])).toEqual([
      ['kv-other', 2],
      ['kv-contoso-wus', 1],
    ])
  })

  it('begin with those for which Azure refuses sets', () => {
    const rotationFails = { ...judged('a', withoutKey()), autoKeyRotationError: 'x' }
    const warned = { ...rotationFails, findings: surveyedFindings(rotationFails, withoutKey(), now) }
    const refused = judged('b', withoutKey({ keyAccess: { ...noGrant.keyAccess, assignments: [] } }))
    expect(causesOf([warned, warned, refused]).map(({ state }) => state)).toEqual(['blocked', 'warning'])
  })

  it('have none of a ready set, nor of a grant that only needs a few minutes', () => {
    const granted = readyFacts()
    if (granted.keyAccess !== 'unreadable' && granted.keyAccess.type === 'RoleAssignments')
      granted.keyAccess.assignments = granted.keyAccess.assignments.map((each) => ({ ...each, createdOn: now }))
    expect(judged('a', granted).findings.map(({ code }) => code)).toContain('KeyAccessJustGranted')
    expect(causesOf([judged('a', granted), judged('b', readyFacts())])).toEqual([])
  })
})
