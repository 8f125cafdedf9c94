import { describe, expect, it } from 'vitest'
import { stepsFor } from './staged.mjs'

const namesFor = (files) => stepsFor(files).map(({ name }) => name)

describe('the checks before a commit', () => {
  it('look at the layout and the rules of sources', () => {
    expect(namesFor(['apps/bff/src/app.ts'])).toEqual(['format', 'lint', 'house', 'links'])
  })

  it('look at the links alone where a document changes', () => {
    expect(namesFor(['docs/architecture.md'])).toEqual(['links'])
  })

  it('are given the files that are staged, and no others', () => {
    const [format, lint] = stepsFor(['a.ts', 'b.tsx', 'c.json', 'd.png'])
    expect(format?.args.filter((each) => !each.startsWith('-'))).toEqual(['a.ts', 'b.tsx', 'c.json'])
    expect(lint?.args.filter((each) => !each.startsWith('-'))).toEqual(['a.ts', 'b.tsx'])
  })

  it('are none where nothing is staged', () => {
    expect(stepsFor([])).toEqual([])
  })
})
