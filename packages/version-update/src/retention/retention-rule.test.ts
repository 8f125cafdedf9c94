import { describe, expect, it } from 'vitest'
import {
  matchesPattern,
  retentionFromText,
  retentionJsonSchema,
  retentionText,
  type RetentionRule,
} from './retention-rule.ts'

const rule: RetentionRule = {
  name: 'Old builds',
  keepNewest: 3,
  keepDays: 90,
  only: { version: '1.*', tag: { name: 'stage', value: '' }, isUnderPlatformKeys: true },
  keepTag: 'keep',
}
const file = (over: object) => JSON.stringify({ $schema: '', version: 1, rule: { ...rule, ...over } })

describe("a rule's file", () => {
  it('is read as it was written, and names its schema', () => {
    const text = retentionText(rule, 'https://portal.example')
    expect(text).toContain('"https://portal.example/schemas/retention-rule.v1.json"')
    expect(retentionFromText(text)).toEqual({ rule })
    expect(JSON.stringify(retentionJsonSchema())).toContain('keepNewest')
  })

  it.each([
    ['no JSON', '{', 'Foreign', ''],
    ['another file', '{"plan": {}}', 'Foreign', ''],
    ['a later version', '{"$schema": "", "version": 2, "rule": {}}', 'VersionUnknown', ''],
    ['neither a number nor an age', file({ keepNewest: undefined, keepDays: undefined }), 'Invalid', 'rule.keepNewest'],
    ['an empty selection', file({ versions: [] }), 'Invalid', 'rule.versions'],
    ['keeping none', file({ keepNewest: 0 }), 'Invalid', 'rule.keepNewest'],
    ['a property of its own', file({ force: true }), 'Invalid', 'rule'],
    ['a name that turns the text', file({ name: 'a\u202Eb' }), 'Invalid', 'rule.name'],
    ['a tag with a character that is not seen', file({ keepTag: 'keep\u200b' }), 'Invalid', 'rule.keepTag'],
    ['a pattern that turns its text', file({ only: { version: '\u202e*.3' } }), 'Invalid', 'rule.only.version'],
    ['too much', `${file({})}${' '.repeat(400_000)}`, 'Foreign', ''],
  ])('is refused with %s', (_, text, fault, field) => {
    expect(retentionFromText(text)).toEqual({ fault, field })
  })
})

describe('a pattern', () => {
  it.each([
    ['1.0.0', '1.0.0', true],
    ['1.0.0', '1.0', false],
    ['1.0.0', '*', true],
    ['1.0.0', '1.*', true],
    ['11.0.0', '1.*', false],
    ['1.0.0', '*.0', true],
    ['1.0.0', '1*1', false],
    ['aba', 'ab*ba', false],
    ['Ubuntu-Web', 'ubuntu*web', true],
    ['1.0.0', '1?0?0', false],
    ['a+b', 'a+b', true],
  ])('%s matches %s: %s', (text, wanted, matches) => {
    expect(matchesPattern(text, wanted)).toBe(matches)
  })

  it('takes no longer for many stars', () => {
    expect(matchesPattern('a'.repeat(80), `${'a*'.repeat(39)}b`)).toBe(false)
  })
})
