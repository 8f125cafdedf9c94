// What documents refer to must be there: relative links with their anchors, and in code paths of the repository,
// commands, variables, and the portal's addresses; every picture has a document; and what they say of numbers that the
// code owns is so. Run alone it lists the breaches and exits 1.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../run-step.mjs'
import { documentFaults, serverFiles } from './document-facts.mjs'
import { readMarkdown } from './markdown.mjs'

/** Made by a command, or installed: named by documents, and not there in a clone. */
const made = /(^|\/)(node_modules|dist|test-results|playwright-report|[.]data|[.]bench)(\/|$)|^release(\/|$)/

const ownCode = /[.]([cm]?[jt]sx?|ya?ml|bicep(param)?|env|json|py)$|Dockerfile$|^[.]ci\/run$/
/** Their words are others', or what this check must notice. */
const ofOthers = /package-lock|golden|links[.]test/

const source = /^[\w@.-]+(\/[\w@.-]+)*[.](ts|tsx|mjs|cjs|spec\.ts)$/

/**
 * What a document refers to in vain.
 * @param {string} path of the document, relative to the project's folder, with slashes
 * @param {ReturnType<typeof readMarkdown>} document
 * @param {Repository} repository
 * @returns {string[]} sentences
 */
export function faultsOf(path, { links, named, code }, repository) {
  const { isInCode } = repository
  // A document's own variable is used by a later command of it.
  const own = (word) => code.some((text) => text.includes(`$${word}`))
  return [
    ...links.flatMap((link) => linkFaults(path, link, repository)),
    ...named.flatMap(nameFaults),
    ...code.flatMap((text) => codeFaults(text, { ...repository, isInCode: (word) => own(word) || isInCode(word) })),
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

const variable = /\b[A-Z][A-Z\d]*(?:_[A-Z\d]+)+\b/g
/** Of the portal or its simulator, and no place of a machine: `/api/image-version`, `/demo/tour`. */
const address = /(?<![^\s"'=])\/(?!(?:dev|etc)\/)[a-z]+(?:[-/][a-z]+)+(?![\w./-])/g

function codeFaults(text, { has, hasEnding, isFolder, scripts, programs, isInCode, isAnswered }) {
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
  const started = [...text.matchAll(/(?:\bnpx |node_modules\/\.bin\/)(?:--\S+ )*([\w-]+)/g)].map(([, name]) => name)
  return [
    ...paths.map((word) => `names ${word}, which is not there`),
    ...commands.map((name) => `names npm run ${name}, which package.json does not have`),
    ...started.filter((name) => !programs.has(name)).map((name) => `names ${name}, which no package installs`),
    ...(text.match(variable) ?? []).filter((name) => !isInCode(name)).map((name) => `names ${name}, which no code has`),
    ...(text.match(address) ?? [])
      .filter((path) => !isAnswered(path))
      .map((path) => `names ${path}, which no page and no server has`),
  ]
}

/**
 * @typedef {object} Repository
 * @property {(path: string) => boolean} has a file or a folder
 * @property {(path: string) => boolean} hasEnding a file whose path ends so
 * @property {(name: string) => boolean} isFolder at the top
 * @property {(path: string) => Set<string> | undefined} anchorsOf of a document
 * @property {Set<string>} scripts of package.json
 * @property {Set<string>} programs of the installed packages
 * @property {(word: string) => boolean} isInCode whether the project's own code has it
 * @property {(path: string) => boolean} isAnswered whether a page is there, or a server has it as a route
 */

/**
 * @param {string[]} files paths relative to the project's folder, with slashes
 * @param {Map<string, ReturnType<typeof readMarkdown>>} documents
 * @param {{ scripts: Set<string>, programs: Set<string>, code: string, pages: string[], servers: string }} rest pages:
 *   their addresses; servers: the code of the server and the simulator
 * @returns {Repository}
 */
export function repositoryOf(files, documents, { scripts, programs, code, pages, servers }) {
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
    programs,
    isInCode: (word) => code.includes(word),
    isAnswered: (path) => pages.some((page) => leadsTo(page, path, code)) || isRoute(path, servers),
  }
}

/** Whether code has an address whole, or in two parts: a router, and a route of it. */
function isRoute(path, code) {
  const has = (/** @type {string} */ part) => new RegExp(`['"\`]${part}['"\`?]`).test(code)
  const cuts = [...path.matchAll(/(?<!^)\//g)].map(({ index }) => [path.slice(0, index), path.slice(index)])
  return has(path) || cuts.some((parts) => parts.every(has))
}

/** Whether a page is at an address; what the address has for a parameter is named somewhere: `/demo/:scenario`. */
function leadsTo(page, path, code) {
  const [parts, given] = [page.split('/'), path.split('/')]
  return (
    parts.length === given.length &&
    parts.every((part, at) => (part.startsWith(':') ? code.includes(`'${given[at]}'`) : part === given[at]))
  )
}

/**
 * The addresses of paths.ts that routes.tsx has a page for.
 * @param {string} paths
 * @param {string} routes
 */
export function pagesOf(paths, routes) {
  const named = [...paths.matchAll(/^ {2}(\w+): '(\/[^']*)',$/gm)]
  return named.flatMap(([, name, path]) => (new RegExp(`\\bpaths\\.${name}\\b`).test(routes) ? [path] : []))
}

/** Pictures and films that no document shows and no page imports; a dark one is shown with its light one. */
export function unusedPictures(files, documents, /** @type {Repository} */ { isInCode }) {
  const shown = new Set(
    [...documents].flatMap(([path, { links }]) => links.map((link) => posix.join(posix.dirname(path), link))),
  )
  return files
    .filter((path) => path.startsWith('docs/images/') && !shown.has(path.replace(/-dark(?=[.]\w+$)/, '')))
    .filter((path) => !isInCode(`../${path}'`))
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
  const textOf = (/** @type {string[]} */ paths) => paths.map(read).join('\n')
  const files = filesIn()
  const documents = new Map(
    files.filter((path) => path.endsWith('.md')).map((path) => [path, readMarkdown(read(path))]),
  )
  const { packages } = JSON.parse(read('package-lock.json'))
  const repository = repositoryOf(files, documents, {
    scripts: new Set(Object.keys(JSON.parse(read('package.json')).scripts)),
    programs: new Set(Object.values(packages).flatMap(({ bin = {} }) => Object.keys(bin))),
    code: textOf(files.filter((path) => ownCode.test(path) && !ofOthers.test(path))),
    pages: pagesOf(read('apps/web/src/paths.ts'), read('apps/web/src/routes.tsx')),
    servers: textOf(files.filter((path) => /^(apps\/bff|packages)\/.*(?<![.]test)[.]ts$/.test(path))),
  })
  const faults = [
    ...[...documents].flatMap(([path, document]) =>
      faultsOf(path, document, repository).map((fault) => `${path} ${fault}`),
    ),
    ...unusedPictures(files, documents, repository).map((path) => `${path} is shown nowhere`),
    ...documentFaults([...documents.keys()], read, serverFiles(root)),
  ]
  for (const fault of faults) console.log(fault)
  const links = [...documents.values()].flatMap((document) => document.links)
  console.log(`${documents.size} documents, ${links.length} links; ${faults.length} faults`)
  process.exitCode = faults.length === 0 && links.length > 0 ? 0 : 1
}
