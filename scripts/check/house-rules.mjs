// The house rules for names of files and folders. Run alone, it lists the breaches and exits with 1.
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../run-step.mjs'

const barred = /^(utils?|helpers?|common|shared|misc|types?|constants?|services?|managers?)$/i
const comment = /^\s*(\/\/|\/?\*)/
/** An address, a command, a type, and linter directives must not continue on the next line. */
const unbreakable = /https?:\/\/\S{60}|oxlint-|npm run |\* @|\*   /
const doors = [/^packages\/[^/]+\/src\/index[.]ts$/]

/**
 * What is wrong with one source file.
 * @param {string} path relative to the project's folder, with slashes
 * @param {string} text its content
 * @returns {string[]} sentences
 */
export function faultsOf(path, text) {
  const file = basename(path)
  const stem = file.replace(/([.](test|spec|config|d|golden|en|it))*[.][cm]?[jt]sx?$/, '')
  const faults = []
  if (barred.test(stem)) faults.push(`"${stem}" says nothing of what is inside: name it by its main export`)
  for (const folder of path.split('/').slice(0, -1))
    if (barred.test(folder)) faults.push(`the folder "${folder}" says nothing of what is inside`)
  if (file === 'index.ts' && !doors.some((door) => door.test(path)))
    faults.push("a barrel: only a package's door is an index.ts")
  if (/[.]tsx$/.test(file)) {
    if (!/^([A-Z][A-Za-z0-9]*|[a-z][a-z0-9]*(-[a-z0-9]+)*)$/.test(stem))
      faults.push('neither PascalCase nor kebab-case')
  } else if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(stem) && !file.startsWith('.')) faults.push('not kebab-case')
  if (stem.startsWith('use-') && !/\buse[A-Z]\w*\s*[(<]|\buse[A-Z]\w* = (catalogue|codedCatalogue)\b/.test(text))
    faults.push('named use-… but calls no hook')
  if (/^(import|export).* enum /m.test(text) || /^\s*(const )?enum \w+ \{/m.test(text))
    faults.push('an enum: use a union of strings')
  if (/^export interface I[A-Z]\w*/m.test(text)) faults.push('an interface with the prefix I')
  const wide = text.split('\n').findIndex((line) => line.length > 120 && comment.test(line) && !unbreakable.test(line))
  if (wide >= 0) faults.push(`its comment on line ${wide + 1} is wider than 120 columns`)
  return faults
}

/** The source files of the project, without installed and built ones. */
export function sourceFiles() {
  return globSync(['*.{ts,cjs,mjs}', '{packages,apps,e2e,scripts,bench,deploy}/**/*.{ts,tsx,js,mjs,cjs}'], {
    cwd: root,
    exclude: (path) => /(^|[\\/])(node_modules|dist)([\\/]|$)/.test(path),
  }).map((path) => path.replaceAll('\\', '/'))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = sourceFiles().map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  const faults = files.flatMap(({ path, text }) => faultsOf(path, text).map((fault) => `${path}: ${fault}`))
  for (const fault of faults) console.log(fault)
  const sizes = files.map(({ text }) => text.split('\n').length).toSorted((a, b) => a - b)
  const at = (share) => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))] ?? 0
  console.log(`${files.length} files, median ${at(0.5)} lines, p95 ${at(0.95)}; ${faults.length} faults`)
  process.exitCode = faults.length === 0 && files.length > 0 ? 0 : 1
}
