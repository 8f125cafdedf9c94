import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { languages } from '../../i18n/language.ts'
import { useConceptTexts } from './concepts-texts.ts'
import { guideSection, learnAddress } from './concepts.ts'

const guide = join(import.meta.dirname, '../../../../../docs/guide')
const pages = { en: 'concepts.md', it: 'it/concepts.md' }

describe.each(languages)('each term: %s', (language) => {
  const headings = readFileSync(join(guide, pages[language]), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('## '))
    .map((line) => line.slice(3))

  it.each(Object.entries(useConceptTexts.texts[language].terms))('%s', (_, { name, text }) => {
    const sentences = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)]
    expect(sentences.length, 'sentences').toBeLessThanOrEqual(3)
    expect(text).toMatch(/\.$/)
    expect(headings, 'sections of the guide').toContain(name.replaceAll('’', "'"))
  })
})

it('leads to the section with its name, by the anchor that GitHub gives it', () => {
  expect(guideSection('Disk encryption set')).toBe('concepts#disk-encryption-set')
  expect(guideSection('Escludi dalla versione più recente')).toBe('concepts#escludi-dalla-versione-più-recente')
  expect(guideSection('Versione dell’immagine')).toBe('concepts#versione-dellimmagine')
})

it('leads to Microsoft Learn in the language shown', () => {
  expect(learnAddress('replicas', 'en')).toBe(
    'https://learn.microsoft.com/en-us/azure/virtual-machines/azure-compute-gallery#scaling',
  )
  expect(learnAddress('replicas', 'it')).toBe(
    'https://learn.microsoft.com/it-it/azure/virtual-machines/azure-compute-gallery#scaling',
  )
})
