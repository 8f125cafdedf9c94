import { issueParams } from '@portal/image-version'
import { problemCode } from '@portal/portal-api'
import { describe, expect, it as test } from 'vitest'
import { issuesEn } from './answers/issues.en.ts'
import { issuesIt } from './answers/issues.it.ts'
import { clientProblemCodes } from './answers/problems.en.ts'
import type { Language } from './language.ts'
import { en } from './shared-texts.en.ts'
import { it } from './shared-texts.it.ts'

/** Every text of a catalogue by its place. A text with parameters is asked for with marks, a count as 1 and as 2. */
function textsOf(catalogue: unknown, place = ''): Map<string, string> {
  if (typeof catalogue === 'string') return new Map([[place, catalogue]])
  if (typeof catalogue === 'function') {
    const marks = (count: number) => Array.from({ length: catalogue.length }, (_, index) => (index === 0 ? count : '#'))
    return new Map(
      [1, 2].map((count) => [`${place}(${count})`, String(Reflect.apply(catalogue, undefined, marks(count)))]),
    )
  }
  if (typeof catalogue !== 'object' || catalogue === null) throw new Error(`${place} is no text`)
  const entries = Object.entries(catalogue).map(([name, value]) =>
    textsOf(value, place === '' ? name : `${place}.${name}`),
  )
  return new Map(entries.flatMap((texts) => [...texts]))
}

// Every catalogue of the portal, by the file and the name of its hook.
const catalogues = Object.entries(
  import.meta.glob<Record<string, { texts?: Record<Language, unknown> }>>('../**/*-texts.ts', { eager: true }),
).flatMap(([file, hooks]) =>
  Object.entries(hooks).flatMap(([name, { texts }]) =>
    texts === undefined ? [] : [[`${file} ${name}`, texts] as const],
  ),
)
const sources = Object.entries(
  import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*'], { query: '?raw', import: 'default', eager: true }),
)

/**
 * The texts of a catalogue that no code reads: no file with its hook, nor its own below the texts, has the name of the
 * text, or passes on or indexes what the text is part of.
 */
function unread([place, { en: texts }]: (typeof catalogues)[number]): string[] {
  const [file = '', hook = ''] = place.split(' ')
  const readers = sources
    .filter(([name, code]) => name !== file && code.includes(hook))
    .map(([, code]) => code)
    .concat(sources.filter(([name]) => name === file).map(([, code]) => code.slice(code.indexOf(`const ${hook}`))))
    .join('\n')
  const names = [...readers.matchAll(new RegExp(String.raw`(\w+) = ${hook}\(`, 'g'))].map(([, name = '']) => name)
  const has = (pattern: string) => new RegExp(String.raw`(?<![\w$])${pattern}`).test(readers)
  const isWhole = (name: string) => has(String.raw`${name}(?![\w$])(?:\??\.?\[|\)|,)`) || readers.includes(`={${name}}`)
  if (names.some(isWhole)) return []
  return [...new Set([...textsOf(texts).keys()].map((path) => path.replace(/\([12]\)$/, '')))]
    .map((path) => path.split('.'))
    .filter((path) => !has(String.raw`${path.at(-1)}(?![\w$])`) && !path.slice(0, -1).some(isWhole))
    .map((path) => `${place} ${path.join('.')}`)
}

const textsIn = (language: Language) =>
  textsOf({
    ...{ en, it }[language],
    ...Object.fromEntries(catalogues.map(([place, texts]) => [place, texts[language]])),
  })
const english = textsIn('en')
const italian = textsIn('it')

/** Words that Microsoft's Italian portal leaves in English, numbers, and names of products. */
const sameInBoth = new Set([
  'Gallery Encryption Portal',
  'Azure CLI',
  'Azure CLI (bash)',
  'Azure PowerShell',
  'Bicep',
  'Terraform (azapi)',
  'Terraform (azurerm)',
  'Packer',
  'Ansible',
  'Standard',
  'Tenant',
  'patch',
  'Community',
  'Gen 1',
  'Gen 2',
  'No',
  'Report',
  'Snapshot',
  'Terraform',
  'Webhook',
  'REST',
  'Tag',
  'Tag 1',
  'Tag 2',
  'Password',
  'Demo',
  'File',
  'GitHub Actions',
  'Azure DevOps',
  'Ed25519',
  'Esc',
  'Home',
  'Africa',
  'Canada',
  'In Azure',
  '1 replica, #',
  '1 replica, #, #',
  'Scenario: 1',
  'Scenario: 2',
  'On-Behalf-Of',
  'Azure Key Vault',
  'Azure Resource Graph',
  'Azure Resource Manager',
  'Microsoft Entra ID',
])
const isUntranslatable = (text: string) =>
  sameInBoth.has(text) || !/\p{L}{3}/u.test(text.replaceAll(/LUN|GB|SCSI|SKU|VHD|ID/g, ''))

describe('the catalogues', () => {
  test('have the same texts in both languages', () => {
    expect([...italian.keys()]).toEqual([...english.keys()])
  })

  test('have no blank text', () => {
    expect([...english, ...italian].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test('are translated: no Italian text is the English one', () => {
    const untranslated = [...italian].filter(([place, text]) => text === english.get(place) && !isUntranslatable(text))
    expect(untranslated).toEqual([])
  })

  test('have no text that no code reads', () => {
    expect(catalogues.flatMap(unread)).toEqual([])
  })

  test('have one kind of apostrophe', () => {
    expect([...english, ...italian].filter(([, text]) => /\p{L}'\p{L}/u.test(text))).toEqual([])
  })

  test('have a title and an advice for every code of a problem, of the server and of the browser', () => {
    for (const code of [...problemCode.options, ...clientProblemCodes])
      for (const { problems } of [en, it]) {
        expect(problems[code].title, code).toMatch(/^\S.{9,}[^.]$/)
        expect(problems[code].advice, code).toMatch(/^\S.{9,}\.$/)
      }
  })

  test('have a text for every code of an issue', () => {
    const codes = Object.keys(issueParams)
    expect(Object.keys(issuesEn).toSorted()).toEqual(codes.toSorted())
    expect(Object.keys(issuesIt).toSorted()).toEqual(codes.toSorted())
  })
})
