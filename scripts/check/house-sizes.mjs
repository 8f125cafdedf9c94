// The maximum size of a file, a function and a folder, and the exceptions, each with its reason.

/** Lines of a file: of code, and of a test, which lists cases. */
const maxLines = { code: 250, test: 400 }
/** Lines of a function by its type. A component is mostly markup. */
const functionLimits = { hook: 80, component: 120, function: 120 }
/** Files directly in a folder. */
const maxFiles = 25

/** Long because what they list is long: worlds, catalogues of texts and errors, golden files, guards. */
const lists = [
  /\/worlds\//,
  /\/i18n\//,
  /[.]golden[.]/,
  /\/golden\//,
  /^\/scripts\/guards\/(guards|promises\/.*)[.]mjs$/,
]

/** Files and functions (`file#function`) beyond the limits, and why they are left whole. */
export const reasons = {
  'apps/bff/src/auth/caller.ts': 'every check of a token on one page, in the order in which they are made',
  'apps/bff/src/auth/caller.ts#callerVerifier': 'what the checks share is kept in one closure, and nowhere else',
  'apps/bff/src/demo.ts': 'the start of the demonstration, told once from its variables to its end',
  'apps/web/src/auth/authentication.ts': 'the one door to MSAL: what it is asked, and what it may answer',
  'packages/azure-simulator/src/arm/app.ts': 'the way of a request through ARM, in the order of its refusals',
  'packages/image-version/src/importers/azure-cli/bash-words.ts': 'one reader of words, and what it knows of quotes',
  'packages/image-version/src/importers/azure-powershell/powershell-script.ts': 'one grammar',
  'packages/image-version/src/testing.ts': 'the plans and inventories that every test of a rule begins with',
}

/** Folders with more files, and why. */
export const fullFolders = {}

const isTest = (path) => /[.](test|spec)[.]/.test(path) || /(^|\/)(e2e|testing)\//.test(path)
const isListed = (path) => lists.some((pattern) => pattern.test(`/${path}`))

/**
 * What in a source file exceeds its maximum size.
 * @param {string} path relative to the project's folder, with slashes
 * @param {string} text its content, as the formatter leaves it
 * @returns {string[]} sentences
 */
export function sizeFaultsOf(path, text) {
  if (isListed(path)) return []
  const faults = []
  const lines = text.split('\n').length - 1
  const most = isTest(path) ? maxLines.test : maxLines.code
  if (lines > most && reasons[path] === undefined)
    faults.push(`${lines} lines, over ${most}: it holds more than one thing`)
  // The scripts tell a story from start to end; only the length of their files is limited.
  if (isTest(path) || !/^(apps|packages)\//.test(path)) return faults
  for (const { name, length } of functionsIn(text)) {
    const kind = /^use[A-Z]/.test(name) ? 'hook' : /^[A-Z]/.test(name) ? 'component' : 'function'
    const limit = functionLimits[kind]
    if (length > limit && reasons[`${path}#${name}`] === undefined)
      faults.push(`the ${kind} ${name} has ${length} lines, over ${limit}`)
  }
  return faults
}

// In formatted code, a function of a module starts and ends in the first column.
function functionsIn(text) {
  const found = []
  let begun
  for (const [index, line] of text.split('\n').entries()) {
    const name = /^(?:export )?(?:async )?function\*? (\w+)/.exec(line)?.[1]
    if (name !== undefined) begun = { name, index }
    if (line !== '}' || begun === undefined) continue
    found.push({ name: begun.name, length: index - begun.index + 1 })
    begun = undefined
  }
  return found
}

/**
 * The folders with too many direct files.
 * @param {string[]} paths of source files, relative to the project's folder
 * @returns {string[]} sentences
 */
export function folderFaultsOf(paths) {
  const counts = new Map()
  for (const path of paths) {
    const folder = path.split('/').slice(0, -1).join('/')
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  return [...counts]
    .filter(([folder, count]) => count > maxFiles && fullFolders[folder] === undefined)
    .map(([folder, count]) => `${folder}: ${count} files, over ${maxFiles}: sort them by noun`)
}
