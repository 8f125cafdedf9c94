// The house rules for names of files and folders, and for subjects of commits. Run alone, it lists the breaches and
// exits with 1.
import { execFileSync } from 'node:child_process'
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
  if (stem.startsWith('use-') && !/\buse[A-Z]\w*\s*[(<]|\buse[A-Z]\w* = (catalogue|codedCatalogue)\b/.test(text))
    faults.push('named use-… but calls no hook')
  if (/^export interface I[A-Z]\w*/m.test(text)) faults.push('an interface with the prefix I')
  // Fluent's own padding has the rank of these, so that whichever style comes first to the page loses.
  if (path.startsWith('apps/web/') && /\bpadding(Inline|Block): /.test(text))
    faults.push('paddingInline or paddingBlock: name the sides, which win against the padding of a Fluent component')
  const wide = text.split('\n').findIndex((line) => line.length > 120 && comment.test(line) && !unbreakable.test(line))
  if (wide >= 0) faults.push(`its comment on line ${wide + 1} is wider than 120 columns`)
  return faults
}

/** Commits from here on are checked: earlier subjects can't be changed. */
const firstChecked = '006c4dd3736dd1f29e3a511aff634bdbf7add9c6'
/** Verbs that say nothing of the effect: use those of the field, such as add, show, keep, reject, check, remove. */
const vagueVerb = /^(let|say|tell|give|begin|walk|judge|name)\b/i

/** What is wrong with the subject of a commit, as sentences. */
export function subjectFaults(subject) {
  return [
    ...(subject.length > 72 ? ['it has more than 72 characters'] : []),
    ...(vagueVerb.test(subject) ? ['its verb says nothing of the effect'] : []),
  ]
}

/** The subjects of the commits since `firstChecked`; none without git, or where a shallow clone does not have it. */
function subjects() {
  const git = (...args) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    return git('log', '--no-merges', '--format=%s', `${firstChecked}..HEAD`).split('\n').filter(Boolean)
  } catch {
    return []
  }
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
  const faults = [
    ...files.flatMap(({ path, text }) => faultsOf(path, text).map((fault) => `${path}: ${fault}`)),
    ...subjects().flatMap((subject) => subjectFaults(subject).map((fault) => `commit "${subject}": ${fault}`)),
  ]
  for (const fault of faults) console.log(fault)
  const sizes = files.map(({ text }) => text.split('\n').length).toSorted((a, b) => a - b)
  const at = (share) => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))] ?? 0
  console.log(`${files.length} files, median ${at(0.5)} lines, p95 ${at(0.95)}; ${faults.length} faults`)
  process.exitCode = faults.length === 0 && files.length > 0 ? 0 : 1
}
