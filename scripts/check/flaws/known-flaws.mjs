import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import semver from 'semver'

/**
 * @typedef {object} Advisory a published vulnerability
 * @property {string} package its name
 * @property {string} range the affected versions, in npm's syntax:
 * https://docs.npmjs.com/cli/configuring-npm/package-json#dependencies
 * @property {string} id its CVE or GHSA
 * @property {string} since the day of its publication, as 2026-03-26; from memory, except those of express
 * @property {'quoted' | 'memory'} basis the source of `range`. `quoted`: the fixed versions were read, on 27 November
 *   2026, in lists of others that quote the advisory; `memory`: not all of the range was read anywhere. No advisory
 *   itself was.
 */

/** @type {Advisory[]} Maintained by hand, for machines without the registry: what concerned our packages. */
export const knownAdvisories = JSON.parse(readFileSync(join(import.meta.dirname, 'known-flaws.json'), 'utf8'))

/**
 * Which packages a lockfile installs.
 * @param {{ packages: Record<string, { name?: string, version?: string, link?: boolean }> }} lock
 * @returns {Record<string, string[]>} each name with its versions
 */
export function installedVersions({ packages }) {
  /** @type {Record<string, string[]>} */
  const versions = {}
  for (const [path, { name = path.split('node_modules/').at(-1), version, link }] of Object.entries(packages))
    if (path.includes('node_modules/') && !link) versions[name] = [...new Set([...(versions[name] ?? []), version])]
  return versions
}

/**
 * Which of these packages have one of these flaws.
 * @param {Record<string, string[]>} installed each name with its versions
 * @param {Advisory[]} advisories
 * @returns {string[]} sentences
 */
export function flawsOf(installed, advisories) {
  return advisories.flatMap((advisory) =>
    (installed[advisory.package] ?? [])
      // A beta of a version counts as in its range: it might not have the fix.
      .filter((version) => semver.satisfies(version, advisory.range, { includePrerelease: true }))
      .map(
        (version) =>
          `${advisory.package} ${version} has ${advisory.id} (${advisory.range}), known since ${advisory.since}`,
      ),
  )
}
