import { describe, expect, it } from 'vitest'
import { marked, matching, wordsAfter } from './matching.ts'
import type { SearchEntry } from './search-entry.ts'

const entry = (title: string, detail?: string): SearchEntry => ({ key: title, kind: 'page', title, detail })

describe('entries that match', () => {
  const entries = [entry('ubuntu-web 1.1.0', 'contosoGallery'), entry('web-server 1.1.0'), entry('Switch to dark')]
  const titles = (...words: string[]) => matching(entries, words).map(({ title }) => title)

  it('contain every word, in any order, in the title or beside it', () => {
    expect(titles('1.1', 'web', 'ubuntu')).toEqual(['ubuntu-web 1.1.0'])
    expect(titles('contoso', '1.1')).toEqual(['ubuntu-web 1.1.0'])
    expect(titles('web', 'dark')).toEqual([])
  })

  it('come first if their words begin with those that are searched for', () => {
    expect(matching([entry('cobweb'), entry('ubuntu-web')], ['web']).map(({ title }) => title)).toEqual([
      'ubuntu-web',
      'cobweb',
    ])
  })

  it('keep their order if no word is searched for, or all are alike', () => {
    expect(titles()).toEqual(entries.map(({ title }) => title))
    expect(titles('web')).toEqual(['ubuntu-web 1.1.0', 'web-server 1.1.0'])
  })
})

describe('the marked pieces of a text', () => {
  it.each([
    ['ubuntu-web 1.1.0', ['web', '1.1'], 'ubuntu-[web] [1.1].0'],
    ['WebWeb', ['web'], '[WebWeb]'],
    ['banana', ['ana'], 'b[anana]'],
    ['ubuntu', ['x'], 'ubuntu'],
    ['İstanbul', ['stan'], 'İstanbul'],
  ])('%s for %s', (text, words, expected) => {
    const pieces = marked(text, words).map((piece) => (piece.isFound ? `[${piece.text}]` : piece.text))
    expect(pieces.join('')).toBe(expected)
  })
})

describe('the words after a phrase', () => {
  const phrase = ['create', 'version', 'in']
  it.each([
    [['create', 'web'], ['web']],
    [
      ['crea', 'vers', 'in', 'ubuntu', 'web'],
      ['ubuntu', 'web'],
    ],
    [['create', 'version'], undefined],
    [['cre', 'web'], undefined],
    [['web', 'create'], undefined],
    [[], undefined],
  ])('%s', (words, expected) => expect(wordsAfter(phrase, words)).toEqual(expected))
})
