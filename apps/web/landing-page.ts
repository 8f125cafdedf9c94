import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build, runnerImport, type Plugin } from 'vite'

const root = import.meta.dirname
const entry = join(root, 'src/first-paint.ts')

/** How index.html says where the landing page comes, and the script that shows it. */
const places = { markup: '<!-- landing page -->', script: '<!-- first paint -->' }

/**
 * Writes the landing page into index.html, with the script that shows it right after the bars (decision 0073), a file
 * named by its content. In the build only: rendering it at every load would make development wait.
 */
export function landingPage(): Plugin[] {
  let script = ''
  return [
    {
      name: 'landing-page',
      apply: 'build',
      transformIndexHtml: {
        order: 'pre',
        handler: async (html) =>
          html.includes(places.markup) ? html.replace(places.markup, await landingMarkup()) : html,
      },
    },
    {
      name: 'first-paint',
      apply: 'build',
      async buildStart() {
        const source = await bundled()
        const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8)
        const fileName = `assets/first-paint-${hash}.js`
        this.emitFile({ type: 'asset', fileName, source })
        script = `<script defer src="/${fileName}"></script>`
      },
    },
    {
      name: 'first-paint-place',
      apply: 'build',
      transformIndexHtml: { order: 'post', handler: (html) => scriptsLast(html, script) },
    },
  ]
}

/**
 * The page with all its scripts at its end: the bars are painted while these are still being compiled. The portal's is
 * only asked for, and first-paint.ts starts it: else it might run before the landing page is painted.
 */
function scriptsLast(html: string, firstPaint: string): string {
  if (!html.includes(places.script)) return html
  const ofModules = /\s*<(?:script type="module"|link rel="modulepreload")[^>]*>(?:<\/script>)?/g
  const modules = (html.match(ofModules) ?? []).join('')
  const asked = modules.replace(
    /<script type="module"( .*)src(="[^"]+")><\/script>/,
    '<link rel="modulepreload"$1href$2 data-portal>',
  )
  return html.replace(ofModules, '').replace(places.script, () => firstPaint + asked)
}

async function landingMarkup(): Promise<string> {
  const { module } = await runnerImport<typeof import('./src/shell/landing/landing-markup.tsx')>(
    join(root, 'src/shell/landing/landing-markup.tsx'),
    { root, configFile: false, logLevel: 'error' },
  )
  return module.landingMarkup()
}

/** The script with what it imports, as one that is not a module: it requests no other file. */
async function bundled(): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format: 'iife' } },
    },
  })
  const built = [result].flat().find((one) => 'output' in one)
  if (built === undefined) throw new Error('first-paint.ts was not built')
  return built.output[0].code
}
