import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { helpOfPage } from './help-of-page.ts'
import { paths } from './paths.ts'

const guide = join(import.meta.dirname, '../../../docs/guide')

it.each(Object.values(paths).filter((path) => path !== paths.help))('the guide tells of the page at %s', (path) => {
  const page = helpOfPage(path)?.slice(paths.help.length + 1)
  expect(existsSync(join(guide, `${page}.md`))).toBe(true)
})

it('the guide does not tell of itself', () => {
  expect(helpOfPage(paths.help)).toBeUndefined()
})
