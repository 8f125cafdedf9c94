// What documents refer to must be there: relative links with their anchors, paths of the repository in code, and the
// commands of package.json; and what they say of numbers that the code owns is so. Run alone it lists the breaches and
// exits 1.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../run-step.mjs'
import { documentFaults, serverFiles } from './document-facts.mjs'
import { readMarkdown } from './markdown.mjs'

/** Made by a command, or installed: named by documents, and not there in a clone. */
const made = /(^|\/)(node_modules|dist|test-results|playwright-report|[.]data|[.]bench)(\/|$)|^release(\/|$)/

const source = /^[\w@.-]+(\/[\w@.-]+)*[.](ts|tsx|mjs|cjs|spec\.ts)$/

/**
 * What a document refers to in vain.
 * @param {string} path of the document, relative to the project's folder, with slashes
 * @param {ReturnType<typeof readMarkdown>} document
 * @param {Repository} repository
 * @returns {string[]} sentences
 */
export function faultsOf(path, { links, named, code }, repository) {
  return [
    ...links.flatMap((link) => linkFaults(path, link, repository)),
    ...named.flatMap(nameFaults),
    ...code.flatMap((text) => codeFaults(text, repository)),
  ]
}

function linkFaults(path, link, { has, anchorsOf }) {
  if (/^[a-z][a-z+.-]*:/i.test(link)) return []
  const [target = '', anchor] = decodeURI(link).split('#')
  const place = target === '' ? path : posix.normalize(posix.join(posix.dirname(path), target)).replace(/\/$/, '')
  if (!has(place)) return [`links to ${link}, which is not there`]
  if (anchor === undefined || anchorsOf(place)?.has(anchor)) return []
  return [`links to ${link}, and ${place} has no such heading`]
}

/** A link that shows the name of a source file leads to a file of that name. */
function nameFaults({ text, link }) {
  const target = decodeURI(link).split('#')[0]
  if (/^[a-z][a-z+.-]*:/i.test(link) || !source.test(text) || `/${target}`.endsWith(`/${text}`)) return []
  return [`calls ${target} by another name, ${text}`]
}

function codeFaults(text, { has, hasEnding, isFolder, scripts }) {
  const words = text.split(/[\s"'=,;()|]+/).map((word) => word.replace(/[.:]+$/, '').replace(/:\d+$/, ''))
  const paths = words.filter((word) => {
    if (made.test(word) || /[<>*{}$…]/.test(word)) return false
    const [first, second] = word.split('/')
    if (second !== undefined && isFolder(first)) return !has(word.replace(/\/$/, ''))
    // A name or the end of a path, if the text says in which part it is.
    return source.test(word) && !hasEnding(word)
  })
  const commands = [...text.matchAll(/npm run (?:--\S+ )*(\w[\w:-]*)/g)]
    .map(([, name]) => name)
    .filter((name) => !scripts.has(name))
  return [
    ...paths.map((word) => `names ${word}, which is not there`),
    ...commands.map((name) => `names npm run ${name}, which package.json does not have`),
  ]
}

/**
 * @typedef {object} Repository
 * @property {(path: string) => boolean} has a file or a folder
 * @property {(path: string) => boolean} hasEnding a file whose path ends so
 * @property {(name: string) => boolean} isFolder at the top
 * @property {(path: string) => Set<string> | undefined} anchorsOf of a document
 * @property {Set<string>} scripts of package.json
 */

/**
 * @param {string[]} files paths relative to the project's folder, with slashes
 * @param {Map<string, ReturnType<typeof readMarkdown>>} documents
 * @param {Set<string>} scripts
 * @returns {Repository}
 */
export function repositoryOf(files, documents, scripts) {
  const places = new Set(
    files.flatMap((path) => path.split('/').map((_, at, parts) => parts.slice(0, at + 1).join('/'))),
  )
  const byName = Map.groupBy(files, (path) => basename(path))
  return {
    has: (path) => path === '.' || places.has(path),
    hasEnding: (path) => (byName.get(basename(path)) ?? []).some((each) => `/${each}`.endsWith(`/${path}`)),
    isFolder: (name) => places.has(name) && !files.includes(name),
    anchorsOf: (path) => documents.get(path)?.anchors,
    scripts,
  }
}

/** Every file of the project, without installed and generated ones. */
function filesIn(folder = '') {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (entry.name === '.git' || made.test(path)) return []
    return entry.isDirectory() ? filesIn(path) : [path]
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const read = (path) => readFileSync(join(root, path), 'utf8')
  const files = filesIn()
  const documents = new Map(
    files.filter((path) => path.endsWith('.md')).map((path) => [path, readMarkdown(read(path))]),
  )
  const scripts = new Set(Object.keys(JSON.parse(read('package.json')).scripts))
  const repository = repositoryOf(files, documents, scripts)
  const faults = [
    ...[...documents].flatMap(([path, document]) =>
      faultsOf(path, document, repository).map((fault) => `${path} ${fault}`),
    ),
    ...documentFaults([...documents.keys()], read, serverFiles(root)),
  ]
  for (const fault of faults) console.log(fault)
  const links = [...documents.values()].flatMap((document) => document.links)
  console.log(`${documents.size} documents, ${links.length} links; ${faults.length} faults`)
  process.exitCode = faults.length === 0 && links.length > 0 ? 0 : 1
}
