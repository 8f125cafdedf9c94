import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../run-step.mjs'

/**
 * Copies the project's files in git, including changes that are not committed yet. Returns the folder of the copy.
 * @param {string} folder the parent folder
 */
export function freshCopy(folder) {
  const copy = join(folder, 'gallery-encryption-portal')
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  })
  const gone = execFileSync('git', ['ls-files', '-z', '--deleted'], { cwd: root, encoding: 'utf8' }).split('\0')
  for (const path of new Set(listed.split('\0'))) {
    if (path === '' || gone.includes(path)) continue
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    copyFileSync(join(root, path), join(copy, path))
  }
  return copy
}

/**
 * The packages that `npm ci` has installed here, in the copy: as links, which take a second, if the disk is the same.
 */
export function linkPackages(/** @type {string} */ copy) {
  const from = join(root, 'node_modules')
  try {
    execFileSync('cp', ['-al', from, copy], { stdio: 'ignore' })
  } catch {
    execFileSync('cp', ['-a', from, copy])
  }
}
