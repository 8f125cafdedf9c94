import { readFileSync } from 'node:fs'
import { longestPresenterScript } from '@portal/portal-api'
import { array, assert, boolean, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presenterEn, presenterIt } from '../../texts/presenter-texts.ts'
import { checkpointOf } from '../checkpoint-of.ts'
import { suppliedScripts } from '../supplied-scripts.ts'
import { parseScript } from './parse-script.ts'

const head = ['---', 'title: Mine', 'language: en', 'minutes: 2', '---']
const step = ['## One', '- minutes: 2', '### Do', 'Wait.', '### Say', 'Hello.']
const faultsOf = (lines: string[]) =>
  parseScript(lines.join('\n')).faults?.map(({ line, code, name }) => `${line} ${code} ${name}`.trim()) ?? []

describe('a script', () => {
  it('has a head, and steps with facts and two parts', () => {
    const begun = [...head.with(1, 'title: "Mine: all of it"'), '', '## One', '', '- minutes: 0.5', '- reset: yes']
    const facts = ['- clock: +90', '- person: vera', '- page: /estate?by=age']
    const parts = ['### Do', 'Wait.', '', '- Then **go**.', '### Say', '', 'Hello,', 'all.', '']
    const text = [...begun, ...facts, ...parts].join('\r\n')
    expect(parseScript(`\uFEFF${text}`)).toEqual({
      script: {
        title: 'Mine: all of it',
        language: 'en',
        minutes: 2,
        steps: [
          {
            title: 'One',
            minutes: 0.5,
            checkpoint: { reset: true, clock: 90, person: 'vera', page: '/estate?by=age' },
            do: 'Wait.\n\n- Then **go**.',
            say: 'Hello,\nall.',
          },
        ],
      },
    })
  })

  it('can have the headings of either language', () => {
    const italian = step.with(2, '### Fare').with(4, '### Dire').with(1, '- minutes: 0,5')
    expect(parseScript([...head, ...italian].join('\n')).script?.steps[0]).toMatchObject({
      minutes: 0.5,
      say: 'Hello.',
    })
  })

  it('that begins at a saved world does so in its first step, unless that says otherwise', () => {
    const begun = (...facts: string[]) => {
      const lines = [
        ...head.with(3, 'minutes: 2\nworld: Before'),
        ...step.with(1, ['- minutes: 2', ...facts].join('\n')),
      ]
      const { script } = parseScript([...lines, ...step].join('\n'))
      return script && [checkpointOf(script, 0), checkpointOf(script, 1)]
    }
    expect(begun()).toEqual([{ world: 'Before' }, undefined])
    expect(begun('- reset: yes')).toEqual([{ reset: true }, undefined])
    expect(begun('- person: ada')).toEqual([{ world: 'Before', person: 'ada' }, undefined])
  })
})

describe('what is wrong is said with its line', () => {
  const withFact = (fact: string) => [...head, ...step.toSpliced(2, 0, fact)]
  it.each<[string, string[], string[]]>([
    ['no head', step, ['1 noHead']],
    ['a head without an end', head.slice(0, 4), ['1 headNotClosed']],
    ['a head without a title', [...head.toSpliced(1, 1), ...step], ['1 noFact title']],
    ['another language', [...head.with(2, 'language: fr'), ...step], ['3 value language']],
    ['no step', head, ['5 noSteps']],
    ['an unknown fact', withFact('- persona: ada'), ['8 unknownFact persona']],
    ['a fact twice', withFact('- minutes: 1'), ['8 factTwice minutes']],
    ['text among the facts', withFact('Now we begin'), ['8 notAFact Now we begin']],
    ['text before a step', [...head, 'Hello', ...step], ['6 notInStep Hello']],
    ['another heading', [...head, ...step, '### Show'], ['12 unknownHeading Show']],
    ['a step without a part', [...head, ...step.slice(0, 4)], ['6 noFact say']],
    ['an empty part', [...head, ...step.with(5, '')], ['10 value say']],
    ['no minutes', [...head, ...step.toSpliced(1, 1)], ['6 noFact minutes']],
    ['too many minutes', [...head, ...step.with(1, '- minutes: 999')], ['7 value minutes']],
    ['a clock that goes back', withFact('- clock: -5'), ['8 value clock']],
    ['an unknown scenario', withFact('- scenario: party'), ['8 value scenario']],
    ['a page of another origin', withFact('- page: //evil.example/estate'), ['8 value page']],
    ['a page that is none', withFact('- page: /no-such-page'), ['8 value page']],
    ['the presenter’s own page', withFact('- page: /demo/presenter'), ['8 value page']],
    ['a script instead of a page', withFact('- page: javascript:alert(1)'), ['8 value page']],
    ['a scenario with a person', withFact('- scenario: reader').toSpliced(8, 0, '- person: ada'), ['9 scenarioAlone']],
    ['a reset and a world', withFact('- reset: yes').toSpliced(8, 0, '- world: Before'), ['9 resetOrWorld']],
    ['a text that turns its direction', [...head, ...step.with(5, 'a\u202Eb')], ['10 value say']],
    ['a title with a control character', [...head, ...step.with(0, '## a\u0007b')], ['6 value title']],
    [
      'several',
      [...head, '## One', '- minutes: x', '- page: nowhere'],
      ['6 noFact do', '6 noFact say', '7 value minutes', '8 value page'],
    ],
  ])('%s', (_, lines, faults) => {
    expect(faultsOf(lines)).toEqual(faults)
  })

  it('too much', () => {
    expect(faultsOf([...head, ...step, 'x'.repeat(longestPresenterScript)])).toEqual(['1 tooLong'])
  })
})

describe('any file', () => {
  const line = oneof(
    constantFrom(...head, ...step, '- scenario: key-outage', '- page: /estate', '- world: __proto__', '- __proto__: 1'),
    string({ unit: 'binary', maxLength: 60 }),
    string({ maxLength: 30 }).map((text) => `## ${text}`),
    string({ maxLength: 30 }).map((text) => `- ${text}: ${text}`),
  )
  it('is a script, or has faults that have a text and a line of the file', () => {
    assert(
      property(boolean(), array(line, { maxLength: 40 }), (hasHead, more) => {
        const lines = hasHead ? [...head, ...more] : more
        const text = lines.join('\n')
        const { script, faults = [] } = parseScript(text)
        expect(script === undefined).toBe(faults.length > 0)
        const last = text.split(/\r\n|\n|\r/).length
        for (const { line: at, code, name } of faults) {
          expect(at).toBeGreaterThanOrEqual(1)
          expect(at).toBeLessThanOrEqual(last)
          for (const { faults: texts } of [presenterEn, presenterIt])
            expect(code === 'value' ? texts.values[name] : texts[code], `${code} ${name}`).toBeTruthy()
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('a supplied script', () => {
  it.each(suppliedScripts.map((script) => [script.id, script] as const))('%s can be read', async (id, supplied) => {
    const text = readFileSync(new URL(`../scripts/${id}.md`, import.meta.url), 'utf8')
    expect(await supplied.read()).toBe(text)
    const { script, faults } = parseScript(text)
    expect(faults).toBeUndefined()
    expect(script).toMatchObject({ title: supplied.title, language: supplied.language })
    // The first step starts from a known state, so that a script can be given again.
    expect(script?.steps[0]?.checkpoint.reset).toBe(true)
    const planned = script?.steps.reduce((sum, { minutes }) => sum + minutes, 0)
    expect(planned).toBe(script?.minutes)
  })

  it.each(['managers', 'engineers', 'security-officer'])('%s shows the same in both languages', (name) => {
    const [english, italian] = ['en', 'it'].map((language) => {
      const text = readFileSync(new URL(`../scripts/${name}.${language}.md`, import.meta.url), 'utf8')
      return parseScript(text).script?.steps.map(({ minutes, checkpoint }) => ({ minutes, checkpoint }))
    })
    expect(italian).toEqual(english)
  })
})
