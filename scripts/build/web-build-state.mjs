import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root as project, runStep } from '../run-step.mjs'

/** The sources of the browser's part, relative to the project's folder. */
const sources = [
  'apps/web',
  ...readdirSync(join(project, 'packages'))
    .filter((name) => name !== 'azure-simulator')
    .map((name) => `packages/${name}/src`),
  'docs/guide',
  'docs/images',
  'package-lock.json',
]

/**
 * Whether the pages are built from a file.
 * @param {string} path relative to the project's folder, with slashes
 */
export const isOfPages = (path) => sources.some((source) => path === source || path.startsWith(`${source}/`))

const page = 'apps/web/dist/index.html'
const stateFile = 'node_modules/.cache/pages.sha256'

/** The files below a path, and their folders: only a folder's own time shows that a file was removed. */
function entriesBelow(/** @type {string} */ root, /** @type {string} */ path) {
  const facts = statSync(join(root, path), { throwIfNoEntry: false })
  if (facts === undefined || /\.test\.tsx?$/.test(path)) return []
  if (!facts.isDirectory()) return [{ path, facts }]
  const below = readdirSync(join(root, path))
    .filter((name) => name !== 'dist' && name !== 'node_modules')
    .sort()
    .flatMap((name) => entriesBelow(root, `${path}/${name}`))
  return path === 'apps/web' ? below : [{ path, facts }, ...below]
}

/** What the sources are, and the page that was built from them. */
function contentOf(root, /** @type {ReturnType<typeof entriesBelow>} */ entries) {
  const hash = createHash('sha256')
  const files = entries.flatMap(({ path, facts }) => (facts.isDirectory() ? [] : [path]))
  for (const path of [...files, page]) hash.update(`${path}\n`).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

const entriesOf = (/** @type {string} */ root) => sources.flatMap((source) => entriesBelow(root, source))

/**
 * Whether apps/web/dist is there and built from the sources of now: none is younger, or they are what they were, as
 * after a change of branch and back.
 * @param {string} root the project's folder
 */
export function isBuilt(root) {
  const built = statSync(join(root, page), { throwIfNoEntry: false })
  if (built === undefined) return false
  const entries = entriesOf(root)
  if (entries.every(({ facts }) => facts.mtimeMs <= built.mtimeMs)) return true
  const state = join(root, stateFile)
  return (
    statSync(state, { throwIfNoEntry: false }) !== undefined && readFileSync(state, 'utf8') === contentOf(root, entries)
  )
}

/**
 * Remembers of which sources the pages have just been built.
 * @param {string} root the project's folder
 */
export function rememberBuild(root) {
  mkdirSync(dirname(join(root, stateFile)), { recursive: true })
  writeFileSync(join(root, stateFile), contentOf(root, entriesOf(root)))
}

/** Builds the project's pages unless they are built, and ends this process if that fails. */
export async function buildIfStale() {
  if (isBuilt(project)) return
  const { ok } = await runStep({ name: 'build', command: process.execPath, args: ['scripts/build.mjs'], minutes: 4 })
  if (!ok) process.exit(1)
}
