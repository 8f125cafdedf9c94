import { readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Plugin } from 'vite'
import { guidePlace } from './guide-place.ts'

const project = join(import.meta.dirname, '../../..')

/**
 * Vite's plugin for the pages of docs/guide, in every language. `page.md` is the page, `page.md?title` its title, and
 * `page.md?sections` its text for the search.
 */
export function guidePlugin(): Plugin {
  return {
    name: 'guide',
    enforce: 'pre',
    async load(id) {
      const [file = '', query = ''] = id.split('?')
      const place = guidePlace(relative(project, file).split(sep).join('/'))
      if (place === undefined) return undefined
      // Only what builds or shows the guide pays for the compiler.
      const { compiledPage } = await import('./guide-page.ts')
      const { code, outline } = await compiledPage(await readFile(file, 'utf8'), { root: project, place })
      const asked = new URLSearchParams(query)
      if (asked.has('title')) return asModule(outline.title)
      if (asked.has('sections')) return asModule(outline.sections)
      return { code, moduleType: 'js', map: null }
    },
  }
}

function asModule(value: unknown) {
  return { code: `export default ${JSON.stringify(value)}`, moduleType: 'js' as const, map: null }
}
