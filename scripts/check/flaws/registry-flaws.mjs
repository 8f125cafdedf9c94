import semver from 'semver'

/** A version whose vulnerability has been public since 2022: a registry that does not name it has no data. */
const flawed = { name: 'minimist', version: '1.2.5' }

/**
 * Asks a registry for the known vulnerabilities of packages, as "npm audit" does.
 * https://docs.npmjs.com/cli/commands/npm-audit#bulk-advisory-endpoint
 * @param {Record<string, string[]>} installed each name with its versions
 * @param {string} registry its address
 * @returns {Promise<{ asked: true, flaws: string[] } | { asked: false, why: string }>} flaws: sentences; asked is true
 * only
 *   if the registry returned a vulnerability that it must know, so an empty response of a mirror does not count as
 *   clean
 */
export async function registryFlaws(installed, registry) {
  try {
    const known = await advisories({ [flawed.name]: [flawed.version] }, registry)
    if (!(known[flawed.name]?.length > 0))
      return { asked: false, why: `${registry} does not know the flaw of ${flawed.name} ${flawed.version}` }
    const found = await advisories(installed, registry)
    return {
      asked: true,
      flaws: Object.entries(found).flatMap(([name, all]) => all.flatMap(sentences(name, installed))),
    }
  } catch (error) {
    return { asked: false, why: error.cause?.message ?? error.message }
  }
}

/** @returns {Promise<Record<string, { url: string, title: string, severity: string, vulnerable_versions: string }[]>>} by package */
async function advisories(/** @type {Record<string, string[]>} */ packages, /** @type {string} */ registry) {
  const url = new URL('-/npm/v1/security/advisories/bulk', registry.endsWith('/') ? registry : `${registry}/`)
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(packages),
    signal: AbortSignal.timeout(30_000),
  })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response.json()
}

function sentences(/** @type {string} */ name, /** @type {Record<string, string[]>} */ installed) {
  return ({ url, title, severity, vulnerable_versions: range }) =>
    (installed[name] ?? [])
      .filter((version) => semver.satisfies(version, range, { includePrerelease: true }))
      .map((version) => `${name} ${version}: ${title} (${severity}, ${range}) ${url}`)
}
