import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
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

function newest(path) {
  const facts = statSync(path, { throwIfNoEntry: false })
  if (!facts) return 0
  if (!facts.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : facts.mtimeMs
  // The folder's own time too: only it shows that a file was removed.
  return readdirSync(path)
    .filter((name) => name !== 'dist' && name !== 'node_modules')
    .reduce(
      (latest, name) => Math.max(latest, newest(join(path, name))),
      path.endsWith('/apps/web') ? 0 : facts.mtimeMs,
    )
}

/**
 * Whether apps/web/dist is there and no source is younger than it.
 * @param {string} root the project's folder
 * @param {{ isCompressed?: boolean }} [needs] isCompressed: with its compressed files
 */
export function isBuilt(root, { isCompressed = false } = {}) {
  const page = statSync(join(root, 'apps/web/dist/index.html'), { throwIfNoEntry: false })
  if (page === undefined || (isCompressed && !existsSync(join(root, 'apps/web/dist/index.html.br')))) return false
  return sources.every((source) => newest(join(root, source)) <= page.mtimeMs)
}

/** Builds the project's pages as they are released, unless they are so, and ends this process if that fails. */
export async function buildIfStale() {
  if (isBuilt(project, { isCompressed: true })) return
  const { ok } = await runStep({ name: 'build', command: process.execPath, args: ['scripts/build.mjs'], minutes: 4 })
  if (!ok) process.exit(1)
}
