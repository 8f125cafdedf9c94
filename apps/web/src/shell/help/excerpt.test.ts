import { expect, it } from 'vitest'
import { excerpt } from './excerpt.ts'

const long = `${'before '.repeat(60)}the vault is here ${'after '.repeat(60)}`.trim()
const shown = (text: string, words: string[]) =>
  excerpt(text, words)
    .map((piece) => (piece.isFound ? `[${piece.text}]` : piece.text))
    .join('')

it('marks the words that were found, however they are written', () => {
  expect(shown('La Crittografia è già qui', ['gia', 'crittografia'])).toBe('La [Crittografia] è [già] qui')
})

it('shows the text around the first of them, cut between words', () => {
  expect(shown(long, ['vault'])).toMatch(/^… (before )+the \[vault\] is here (after )+…$/)
  expect(shown(long, ['vault']).length).toBeLessThan(210)
})

it('shows the start of a text whose heading alone was found', () => {
  expect(shown(long, ['nothing'])).toMatch(/^before .* …$/)
})
