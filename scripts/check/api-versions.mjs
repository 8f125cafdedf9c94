// Which API versions the project's files name, and whether Azure will keep supporting them. Run alone, it lists the
// breaches and exits with 1.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  apiVersions,
  hostingApiVersions,
  metadataApiVersion,
  retirementOf,
} from '../../packages/arm/src/api-versions.ts'
import { root } from '../run-step.mjs'
import { sourceFiles } from './house-rules.mjs'

/** How many days before a version retires the check starts to fail: two releases of Azure's tools, and some reserve. */
const noticeDays = 180
const dayMs = 24 * 60 * 60 * 1000

const table = 'packages/arm/src/api-versions.ts'
/** Azure's side of the wire: which versions support what. The simulator must not use our table. */
const azuresOwn = /^packages\/azure-simulator\/src\//
const tests = /[.](test|spec)[.]|[.]golden[.]|\/golden\/|(^|[/-])test(ing)?[-.]|\/testing\//

const date = String.raw`20[12]\d-[01]\d-[0-3]\d(?:-preview)?`
/** The ways in which an api-version is written: in an address, as a property, as a constant, behind a type. */
const uses = new RegExp(
  String.raw`(?:api-?version['"]?\s*[:=]\s*['"]?|version\w*\s*=\s*['"]|Microsoft\.\w+(?:/\w+)+@)(${date})`,
  'gi',
)

/** @typedef {import('../../packages/arm/src/api-versions.ts').ApiVersion} ApiVersion */

/** @type {ApiVersion[]} */
const rows = [...Object.values(apiVersions), ...hostingApiVersions]
const known = new Set([...rows.map(({ version }) => version), metadataApiVersion])

/**
 * What is wrong with one file: code names its api-versions by the table, and what cannot (Bicep, documents) names those
 * that are in it.
 * @param {string} path relative to the project's folder, with slashes
 * @param {string} text its content
 * @returns {string[]} sentences
 */
export function literalFaults(path, text) {
  if (path === table || azuresOwn.test(path) || tests.test(path)) return []
  const named = [...new Set([...text.matchAll(uses)].map(([, version = '']) => version.toLowerCase()))]
  if (/[.][cm]?[jt]sx?$/.test(path))
    return named.map((version) => `the api-version ${version} stands here: take it from ${table}`)
  return named
    .filter((version) => !known.has(version))
    .map((version) => `the api-version ${version} is not in ${table}`)
}

/**
 * The rows that retire within the notice.
 * @param {ApiVersion[]} table
 * @param {number} now ms since 1970
 * @param {typeof retirementOf} dayOf when a version of a type retires, YYYY-MM-DD
 * @returns {string[]} sentences
 */
export function retirementFaults(table, now, dayOf = retirementOf) {
  return table.flatMap(({ resourceTypes, version }) =>
    resourceTypes.flatMap((type) => {
      const day = dayOf(type, version)
      const isNear = day !== undefined && Date.parse(day) - now < noticeDays * dayMs
      return isNear ? [`${type} ${version} retires on ${day}: move to a later one`] : []
    }),
  )
}

/** The files that can contain an API version. */
export function filesWithVersions() {
  const others = globSync(['*.md', '{docs,deploy,packages,apps}/**/*.{md,bicep,bicepparam,yaml}'], {
    cwd: root,
    exclude: (path) => /(^|[\\/])(node_modules|dist)([\\/]|$)/.test(path),
  }).map((path) => path.replaceAll('\\', '/'))
  return [...sourceFiles(), ...others]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = filesWithVersions()
  const faults = [
    ...files.flatMap((path) =>
      literalFaults(path, readFileSync(join(root, path), 'utf8')).map((fault) => `${path}: ${fault}`),
    ),
    ...retirementFaults(rows, Date.now()),
  ]
  for (const fault of faults) console.log(fault)
  console.log(`${files.length} files, ${rows.length} rows of the table; ${faults.length} faults`)
  process.exitCode = faults.length === 0 && files.length > 0 ? 0 : 1
}
