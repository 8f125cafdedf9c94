// The requirements for third-party packages: exact versions, a lockfile that proves them, no unreviewed install script,
// licenses that allow our use, and no version in the list of known vulnerabilities. Offline; check-flaws.mjs asks the
// registry too. Run alone, it lists the faults and exits with 1.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../run-step.mjs'
import { flawsOf, installedVersions, knownAdvisories } from './flaws/known-flaws.mjs'

const registry = 'https://registry.npmjs.org/'

/** No script of a package runs, and the lockfile has the address of each, even if the user's own settings omit it. */
const settings = ['ignore-scripts=true', 'omit-lockfile-registry-resolved=false']

/** Those with an install script. .npmrc blocks all of them, and these were found to work without theirs. */
const withoutTheirScript = new Set([
  '@swc/core', // would look for a binary that is installed as a separate package
  'tree-sitter-bicep', // would build a binary; the tests read its grammar from WebAssembly
])

const permissive = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'Unlicense',
])
/**
 * Tools of the build and the tests are not distributed: their licenses can also require publishing changes or naming
 * their data.
 */
const forTools = new Set([...permissive, 'MPL-2.0', 'CC-BY-4.0', 'Python-2.0'])

/**
 * The dependencies of one package.json that are not one exact version.
 * @param {{ [field: string]: Record<string, string> }} manifest
 * @returns {string[]} sentences
 */
export function looseVersions(manifest) {
  return ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap((field) =>
    Object.entries(manifest[field] ?? {})
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([name, version]) => `${name} is "${version}" in ${field}: name one version`),
  )
}

/**
 * What is wrong with the packages of a lockfile.
 * @param {{ lockfileVersion: number, packages: Record<string, object> }} lock
 * @returns {string[]} sentences
 */
export function lockFaults({ lockfileVersion, packages }) {
  const installed = Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && !link)
  return [
    ...(lockfileVersion === 3 ? [] : [`the lockfile has version ${lockfileVersion}: 3 is expected`]),
    ...installed.flatMap(([path, each]) => packageFaults(each.name ?? path.split('node_modules/').at(-1), each)),
  ]
}

function packageFaults(name, { version, resolved, integrity, hasInstallScript, license, dev }) {
  const faults = []
  if (!integrity?.startsWith('sha512-')) faults.push('has no SHA-512 in the lockfile')
  if (resolved !== tarball(name, version)) faults.push(`comes from ${resolved ?? 'a place that is not named'}`)
  if (hasInstallScript && !withoutTheirScript.has(name))
    faults.push('has an install script: does it work without? Then add it to packages.mjs')
  if (!isLicensed(license, dev ? forTools : permissive)) faults.push(`has the licence ${license}`)
  return faults.map((fault) => `${name} ${version} ${fault}`)
}

/**
 * Its address in the registry. npm requests the same path from a mirror, if one is configured (replace-registry-host).
 */
function tarball(name, version) {
  return `${registry}${name}/-/${name.split('/').at(-1)}-${version}.tgz`
}

// of a choice one must be allowed, of a sum each
function isLicensed(license, allowed) {
  return (license ?? '')
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((part) => allowed.has(part)))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const read = (path) => readFileSync(join(root, path), 'utf8')
  const lock = JSON.parse(read('package-lock.json'))
  const ours = globSync(['package.json', '{apps,packages}/*/package.json'], { cwd: root })
  const faults = [
    ...ours.flatMap((path) => looseVersions(JSON.parse(read(path))).map((fault) => `${path}: ${fault}`)),
    ...lockFaults(lock),
    ...flawsOf(installedVersions(lock), knownAdvisories),
    ...settings
      .filter((setting) => !read('.npmrc').split('\n').includes(setting))
      .map((setting) => `.npmrc: ${setting} is missing`),
  ]
  for (const fault of faults) console.log(fault)
  console.log(`${Object.keys(lock.packages).length} packages; ${faults.length} faults`)
  process.exitCode = faults.length === 0 && ours.length > 1 ? 0 : 1
}
