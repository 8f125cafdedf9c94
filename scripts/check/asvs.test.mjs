import { describe, expect, it } from 'vitest'
import { faultsOf, linesIn, proofsIn, readPage, requirements, summary, unproved } from './asvs.mjs'

const tokens = '[tokens.test.ts](../../apps/bff/src/attacks/tokens.test.ts)'
const app = '[app.test.ts](../../apps/bff/src/app.test.ts)'

/** A page with one line that applies; all other ids do not. */
const pageWith = (how, id = 'V9.1.1') => {
  const others = requirements.filter((other) => other !== id)
  return `| ${id} | signature first | ${how} |\n| ${others.join(', ')} | for a reason |\n`
}

it('ASVS 5.0.0 has 253 ids of levels 1 and 2, and the page has each of them once, with proofs that are there', () => {
  expect(requirements).toHaveLength(253)
  expect(faultsOf(readPage())).toEqual([])
})

it('a line may have several proofs', () => {
  const how = `${tokens} S01; [caller.ts](../../apps/bff/src/auth/caller.ts) \`['RS256']\`; ${app} “say; so”; reason: why; open: what`
  expect(proofsIn(how)).toEqual([
    { kind: 'promise', path: 'apps/bff/src/attacks/tokens.test.ts', text: 'S01' },
    { kind: 'configuration', path: 'apps/bff/src/auth/caller.ts', text: "['RS256']" },
    { kind: 'test', path: 'apps/bff/src/app.test.ts', text: 'say; so' },
    { kind: 'reason', text: 'reason: why' },
    { kind: 'open', text: 'open: what' },
  ])
})

it('ids that do not apply stand alone, in lists and in ranges', () => {
  expect(linesIn('| V1.2.6–V1.2.8, V1.3.1 | none of these |').others).toEqual(['V1.2.6', 'V1.2.7', 'V1.2.8', 'V1.3.1'])
})

describe('a fault', () => {
  it.each([
    ['prose that does not say what it is', 'because', 'V9.1.1: this is neither'],
    ['nothing after reason:', 'reason: ', 'V9.1.1: this is neither'],
    ['a test that is not there', `${tokens} “no such test”`, 'tokens.test.ts has no test "no such test"'],
    ['a promise that is proved elsewhere', `${tokens} S27`, 'tokens.test.ts has no promise "S27"'],
    [
      'a configuration that is not there',
      `${app} \`no such thing\``,
      'app.test.ts has no configuration "no such thing"',
    ],
  ])('is %s', (_, how, fault) => {
    expect(faultsOf(pageWith(how))).toEqual([expect.stringContaining(fault)])
  })

  it.each([
    [
      'an id of level 3',
      pageWith('reason: why').replace('V1.1.1,', 'V1.1.1, V1.2.10,'),
      'V1.2.10 is no id of level 1 or 2',
    ],
    ['an id that is missing', pageWith('reason: why').replace('V1.1.1, ', ''), 'V1.1.1 is missing'],
    ['an id twice', pageWith('reason: why').replace('V1.1.1,', 'V1.1.1, V1.1.1,'), 'V1.1.1 is there 2 times'],
    [
      'a range backwards',
      pageWith('reason: why').replace('V1.1.1,', 'V1.1.1, V1.1.2–V1.1.1,'),
      'V1.1.2–V1.1.1 is no id',
    ],
  ])('is %s', (_, page, fault) => {
    expect(faultsOf(page)).toEqual([expect.stringContaining(fault)])
  })
})

describe('a line of the demonstration', () => {
  const page = (lines) => pageWith('reason: why') + lines.join('\n')

  it('is beside that of the portal, or of what does not apply to it', () => {
    const lines = [
      `| demonstration V9.1.1 | signature first | ${tokens} S01 |`,
      '| demonstration V6.3.1 | none | reason: why |',
    ]
    expect(faultsOf(page(lines))).toEqual([])
    expect(unproved(page(lines), [])).toEqual([expect.stringMatching(/^V9\.1\.1: "S01" .* has not run$/)])
    expect(summary(page(lines))).toContain('2 judged for the demonstration too')
  })

  it.each([
    ['an id of level 3', ['| demonstration V1.2.10 | x | reason: why |'], 'demonstration V1.2.10 is no id'],
    ['an id twice', Array(2).fill('| demonstration V9.1.1 | x | reason: why |'), 'V9.1.1 is there 2 times'],
    ['no proof', ['| demonstration V9.1.1 | x | because |'], 'V9.1.1: this is neither'],
  ])('with %s is a fault', (_, lines, fault) => {
    expect(faultsOf(page(lines))).toEqual([expect.stringContaining(fault)])
  })
})

describe('a named test', () => {
  const ofTokens = (title, passed) => ({ title, file: 'apps/bff/src/attacks/tokens.test.ts', passed })

  it.each([
    ['ran under its id', 'S01', [ofTokens('S01: with no signature', true)], []],
    ['ran under its name', '“is told”', [ofTokens('is told', true)], []],
    ['ran for each row of its table', '“%s (a+b) ${name} $row.x”', [ofTokens('1 (a+b) 2 3', true)], []],
    ['ran in another file only', 'S01', [{ ...ofTokens('S01: x', true), file: 'other.test.ts' }], ['has not run']],
    ['ran under a longer name only', '“is told”', [ofTokens('is told all', true)], ['has not run']],
    ['failed in one row', 'S01', [ofTokens('S01: a', true), ofTokens('S01: b', false)], ['has failed']],
  ])('%s', (_, name, ran, faults) => {
    expect(unproved(pageWith(`${tokens} ${name}`), ran)).toEqual(faults.map((fault) => expect.stringContaining(fault)))
  })
})

it('a line with anything open counts as open', () => {
  expect(summary(pageWith(`${tokens} S01; open: more`))).toContain(
    '1 apply (0 held by tests, 0 by configuration, 0 for a reason, 1 open)',
  )
})
