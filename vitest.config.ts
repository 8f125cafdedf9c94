import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { guidePlugin } from './apps/web/guide/guide-plugin.ts'

const files = (...patterns: string[]) =>
  globSync(patterns, { cwd: import.meta.dirname, exclude: (path) => /(^|[\\/])(node_modules|dist)$/.test(path) })
    .map((path) => path.replaceAll('\\', '/'))
    .map((path) => ({ path, text: readFileSync(new URL(path, import.meta.url), 'utf8') }))

// What a file does to its process that the next file would notice: it replaces modules, loads them again, or measures
// the heap.
const needsAProcess = /\bvi\.(mock|doMock|resetModules)\(|\bsetFlagsFromString\(/
const isOnAPage = (text: string) => /^\/\/ @vitest-environment happy-dom$/m.test(text)

/**
 * The files of a part in up to three projects. The files of one project share two processes, which load the modules
 * once; those that need a process of their own, or a page, are apart.
 */
function part(name: string, patterns: string[], { plugins = () => [], globalSetup = [] }: PartOptions = {}) {
  const all = files(...patterns)
  const alone = all.filter(({ text }) => needsAProcess.test(text))
  const together = all.filter((file) => !alone.includes(file))
  const groups = [
    { suffix: '', isolate: false, of: together.filter(({ text }) => !isOnAPage(text)) },
    { suffix: ' in a page', isolate: false, of: together.filter(({ text }) => isOnAPage(text)) },
    { suffix: ' alone', isolate: true, of: alone },
  ]
  return groups
    .filter(({ of }) => of.length > 0)
    .map(({ suffix, isolate, of }) => ({
      extends: true as const,
      plugins: plugins(),
      test: {
        name: name + suffix,
        include: of.map(({ path }) => path),
        isolate,
        globalSetup,
        setupFiles: isolate ? [] : ['scripts/test/leave-nothing.mjs'],
      },
    }))
}

interface PartOptions {
  plugins?: () => ReturnType<typeof guidePlugin>[]
  globalSetup?: string[]
}

function fluentFile(path: string) {
  return fileURLToPath(new URL('node_modules/@fluentui/', import.meta.url)) + path
}

export default defineConfig({
  resolve: {
    // Node doesn't find what the ES modules of the pinned icons import without an extension.
    alias: [
      { find: /^@fluentui\/react-icons$/, replacement: fluentFile('react-icons/lib-cjs/index.js') },
      {
        find: /^@fluentui\/react-(components|calendar-compat)$/,
        replacement: fluentFile('react-$1/lib-commonjs/index.cjs'),
      },
    ],
  },
  test: {
    exclude: ['**/node_modules/**', '**/dist/**', 'e2e/**'],
    // Two cores: a third worker would only slow the others down.
    maxWorkers: 2,
    // Longer than the slowest test needs on a busy machine: they end what hangs, and do not measure speed.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    restoreMocks: true,
    projects: [
      ...part('packages', ['packages/*/src/**/*.test.{ts,tsx}']),
      ...part('bff', ['apps/bff/src/**/*.test.ts'], { globalSetup: ['scripts/test/find-redis.mjs'] }),
      ...part('web', ['apps/web/src/**/*.test.{ts,tsx}', 'apps/web/{,guide/,styles/}*.test.ts'], {
        plugins: () => [guidePlugin()],
      }),
      ...part('scripts', ['scripts/**/*.test.mjs', 'bench/**/*.test.mjs']),
      ...part('deploy', ['deploy/**/*.test.mjs']),
    ],
  },
})
