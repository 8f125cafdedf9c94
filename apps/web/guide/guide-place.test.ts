import { describe, expect, it } from 'vitest'
import { guideLink, guidePlace } from './guide-place.ts'

describe('guidePlace', () => {
  it('knows the pages of every language, and no other document', () => {
    expect(guidePlace('docs/guide/browse.md')).toEqual({ folder: 'docs/guide', name: 'browse' })
    expect(guidePlace('docs/guide/it/browse.md')).toEqual({ folder: 'docs/guide/it', name: 'browse' })
    expect(guidePlace('docs/architecture.md')).toBeUndefined()
    expect(guidePlace('node_modules/docs/guide/browse.md')).toBeUndefined()
  })
})

describe('guideLink', () => {
  const browse = { folder: 'docs/guide', name: 'browse' }

  it.each([
    ['another page', 'recycle-bin.md', '/help/recycle-bin'],
    ['a heading of another page', 'recycle-bin.md#turn-it-on', '/help/recycle-bin#turn-it-on'],
    ['the first page', 'README.md', '/help'],
    ['a heading of the first page', 'README.md#basics', '/help#basics'],
    ['a heading of the page itself', '#find', '#find'],
    ['the same by its file', 'browse.md#find', '#find'],
    ['a page of Microsoft', 'https://learn.microsoft.com/azure/', 'https://learn.microsoft.com/azure/'],
  ])('leads to %s', (_, href, address) => {
    expect(guideLink(browse, href)).toBe(address)
  })

  it('leads from an Italian page to an Italian one', () => {
    expect(guideLink({ folder: 'docs/guide/it', name: 'browse' }, 'recycle-bin.md')).toBe('/help/recycle-bin')
  })

  it.each([
    'it/README.md',
    '../configuration.md',
    '../images/en/galleries.webp',
    'http://example.com',
    'javascript:alert(1)',
  ])('leads nowhere for %s', (href) => {
    expect(guideLink(browse, href)).toBeUndefined()
  })
})
