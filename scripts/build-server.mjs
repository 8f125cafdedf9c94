// Builds the production server into apps/bff/dist: main.mjs, and next to it what it imports. It needs no node_modules.
// For the container and the release; "npm start" runs the sources directly.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { root } from './run-step.mjs'

/** Bundles the server with all that it imports. */
export async function buildServer() {
  await build({
    root: join(root, 'apps/bff'),
    configFile: false,
    logLevel: process.env.CI === 'true' ? 'warn' : 'info',
    build: {
      ssr: join(root, 'scripts/build/server-entry.mjs'),
      target: 'node24',
      // Stack traces in the log must name functions, and code that is not sent to browsers need not be small.
      minify: false,
      // Next to src, so that web-root.ts finds the built pages from there too.
      outDir: 'dist',
      emptyOutDir: true,
      // Bundled packages are distributed, and their licenses must be included.
      license: { fileName: 'licenses.md' },
      rolldownOptions: {
        output: {
          entryFileNames: 'main.mjs',
          chunkFileNames: '[name]-[hash].mjs',
          comments: { annotation: false, jsdoc: false },
        },
      },
    },
    plugins: [asciiOnly],
    ssr: { noExternal: true, external: developmentPackages() },
  })
}

/**
 * In ASCII alone: with one other character, each start decodes all 4 MB of a file, and V8 may keep them as 8.
 * @type {import('vite').Plugin}
 */
const asciiOnly = {
  name: 'ascii-only',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') chunk.code = escaped(chunk.code)
  },
}

function escaped(/** @type {string} */ code) {
  return code.replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Some packages try whether another one is there: it must not be because we develop with it. */
function developmentPackages() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const names = (/** @type {boolean} */ dev) =>
    Object.entries(packages)
      .filter(([path, facts]) => path.includes('node_modules/') && Boolean(facts.dev) === dev)
      .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
  const ofProduction = new Set(names(false))
  return names(true).filter((name) => !ofProduction.has(name))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildServer()
