import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { guidePlugin } from './guide/guide-plugin.ts'
import { landingPage } from './landing-page.ts'
import { portalBuild } from './portal-build.ts'
import { compiledStyles } from './styles/compiled-styles.ts'
import { workerLicences } from './worker-licences.ts'

const root = import.meta.dirname
const project = join(root, '../..')

// Bundled packages are distributed, and their licenses must be included; browsers show a .txt.
const licencesFile = 'licenses.txt'
const licences = workerLicences(licencesFile)

export default defineConfig({
  root,
  plugins: [react(), landingPage(), guidePlugin(), compiledStyles(), licences.ofPages, ownLicense(), precompressed()],
  define: { builtAs: JSON.stringify(portalBuild(project, process.env)) },
  // Its Terraform parser is a separate file, which only modules can request.
  worker: { format: 'es', plugins: () => [licences.ofWorkers] },
  build: {
    outDir: join(root, 'dist'),
    emptyOutDir: true,
    // The content security policy allows no data: scripts or styles, and no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // In kB. The size of the first page is measured (L8); the largest file is only for pasted Terraform.
    chunkSizeWarningLimit: 4_000,
    license: { fileName: licencesFile },
    rolldownOptions: {
      // The first `npm start` prints what the build warns of, and users can't make it faster.
      checks: { bundlerTimings: false },
      // Our packages are pure, so the first page need not load the rules that only the wizard needs.
      treeshake: { moduleSideEffects: [{ test: /\/packages\//, sideEffects: false }] },
      input: { portal: join(root, 'index.html'), redirect: join(root, 'auth/redirect.html') },
      // The first page loads one file: two dozen small ones would be 10 kB more, and a request each. It excludes the
      // entry, which waits for a language whose texts might need this file, and the other page, which has its own. Then
      // come the bar's buttons and the schemas, the menu of a button that is pointed at, and, once somebody signs in,
      // the rest of the frame, the bar of a demo, and what several pages share (docs/performance.md).
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'first-page',
              tags: ['$initial'],
              // Nor Griffel's shorthands: only a constant of the card's styles, which nothing uses, calls them.
              test: /^(?!.*(main\.tsx|redirect-bridge|@azure|\.html|griffel\/core\/src\/(index|shorthands)))/,
              includeDependenciesRecursively: false,
              priority: 6,
            },
            {
              name: 'menus',
              test: /\/shell\/top-bar\/TopBarMenus\.tsx/,
              priority: 5,
            },
            {
              name: 'choice-menu',
              test: /\/shell\/top-bar\/ChoiceMenu\.tsx/,
              priority: 5,
            },
            {
              name: 'schemas',
              test: /node_modules\/zod\/|\/portal-api\/src\/(configuration|session|endpoint)\.ts/,
              includeDependenciesRecursively: false,
              priority: 4,
            },
            {
              name: 'frame',
              test: /\/shell\/signed-in-parts\.ts/,
              priority: 3,
            },
            {
              name: 'demo-bar',
              test: /\/demo\/bar\/DemoBar\.tsx/,
              priority: 2,
            },
            {
              name: 'signed-in',
              test: /^(?!.*(msal|main\.tsx|redirect-bridge|\.html|docs\/guide))/,
              minShareCount: 6,
              includeDependenciesRecursively: false,
              priority: 1,
            },
          ],
        },
      },
    },
  },
})

/** The portal's own license, next to those of its packages. */
function ownLicense(): Plugin {
  return {
    name: 'own-license',
    apply: 'build',
    async buildStart() {
      this.emitFile({
        type: 'asset',
        fileName: 'license.txt',
        source: await readFile(join(project, 'LICENSE'), 'utf8'),
      })
    },
  }
}

/** Writes a .br and a .gz next to every text file of the build, so that the server never compresses responses. */
function precompressed(): Plugin {
  const brotli = promisify(brotliCompress)
  const gzipped = promisify(gzip)
  let outDir = ''
  return {
    name: 'precompressed',
    apply: (_, { command, mode }) => command === 'build' && mode !== 'uncompressed',
    configResolved(config) {
      outDir = config.build.outDir
    },
    async closeBundle() {
      const names = await readdir(outDir, { recursive: true })
      const texts = names.filter((name) => /\.(js|css|html|svg|json|txt)$/.test(name))
      await Promise.all(
        texts.map(async (name) => {
          const file = join(outDir, name)
          const content = await readFile(file)
          const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
          await writeFile(`${file}.br`, await brotli(content, { params }))
          await writeFile(`${file}.gz`, await gzipped(content, { level: 9 }))
        }),
      )
    },
  }
}
