import { describe, expect, it } from 'vitest'
import { anchorIn, guidePages, loadPage, titleOf } from './guide.ts'

describe('the guide', () => {
  it('begins with its index, and has its pages once', () => {
    expect(guidePages[0]).toBe('README')
    expect(new Set(guidePages).size).toBe(guidePages.length)
    expect(guidePages).toContain('recycle-bin')
  })

  it.each(guidePages)('has %s in both languages, with the same headings in the words of each', async (name) => {
    const [en, it] = await Promise.all([loadPage('en', name), loadPage('it', name)])
    expect(titleOf('en', name)).not.toBe('')
    expect(titleOf('it', name)).not.toBe('')
    expect(titleOf('it', name)).not.toBe(titleOf('en', name))
    expect(it?.headings.map(({ level }) => level)).toEqual(en?.headings.map(({ level }) => level))
    expect(Object.keys(it?.pictures ?? {}).map((path) => path.split('/').at(-1))).toEqual(
      Object.keys(en?.pictures ?? {}).map((path) => path.split('/').at(-1)),
    )
  })

  it('has no Italian page that the English guide lacks', () => {
    const italian = Object.keys(import.meta.glob('../../../../../docs/guide/it/*.md'))
    expect(italian).toHaveLength(guidePages.length)
  })
})

describe('an anchor', () => {
  it('of either language leads to the same section in both', async () => {
    const [en, it] = await Promise.all([loadPage('en', 'concepts'), loadPage('it', 'concepts')])
    const [english = '', italian = ''] = [en?.headings[1]?.id, it?.headings[1]?.id]
    expect(await anchorIn('en', 'concepts', english)).toBe(english)
    expect(await anchorIn('it', 'concepts', english)).toBe(italian)
    expect(await anchorIn('en', 'concepts', italian)).toBe(english)
  })

  it('that no page has leads nowhere', async () => {
    expect(await anchorIn('en', 'concepts', 'no-such-heading')).toBeUndefined()
    expect(await anchorIn('en', 'no-such-page', 'x')).toBeUndefined()
  })
})
