import { describe, expect, it } from 'vitest'
import { guideSearch } from './guide-search.ts'
import { guideSections } from './guide-sections.ts'

const section = (heading: string, text = '', page = 'browse') => ({
  page,
  title: 'How to browse',
  id: heading.toLowerCase().replaceAll(' ', '-'),
  heading,
  text,
})

describe('the search of the guide', () => {
  const search = guideSearch([
    section('Find a gallery', 'Choose a subscription, then type a part of a name.'),
    section('Delete an image version', 'Its replicas go with it. The disk encryption set stays.'),
    section('Change the key', 'The key vault of the disk encryption set has other keys.'),
    section('Proprietà', 'La crittografia applicata è già visibile.'),
  ])
  const headings = (query: string) => search(query).map(({ heading }) => heading)

  it('finds by the beginnings of several words, in any order', () => {
    expect(headings('vaul key')).toEqual(['Change the key'])
    expect(headings('vers dele')).toEqual(['Delete an image version'])
  })

  it('asks for every word', () => {
    expect(headings('gallery vault')).toEqual([])
  })

  it('puts a heading before a mention', () => {
    expect(headings('key')[0]).toBe('Change the key')
  })

  it('finds what has a letter wrong', () => {
    expect(headings('galery')).toEqual(['Find a gallery'])
  })

  it('finds with accents and without', () => {
    expect(headings('proprieta')).toEqual(['Proprietà'])
    expect(headings('GIÀ crittograf')).toEqual(['Proprietà'])
  })

  it('says which words it found', () => {
    expect(search('repl')[0]?.words).toEqual(['replicas'])
  })
})

it.each([
  ['en', 'soft delet'],
  ['it', 'temporane eliminaz'],
] as const)('finds in the pages of the guide themselves, and says at which heading: %s', async (language, query) => {
  const search = guideSearch(await guideSections(language))
  const [first] = search(query)
  expect(first?.page).toBe('recycle-bin')
  expect(first?.id).toMatch(/./)
})
