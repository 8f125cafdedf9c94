import { createHash } from 'node:crypto'

/** The hash that names a file, in hexadecimal. */
export const sha256 = (/** @type {string | Buffer} */ content) => createHash('sha256').update(content).digest('hex')

/**
 * The installed packages, each with its hash and its address in the lockfile.
 * @param {{ packages: Record<string, object> }} lock package-lock.json
 * @param {{ packages: Record<string, object> }} installed node_modules/.package-lock.json, as npm wrote it
 * @returns {{ uri: string, digest: { sha512: string }, downloadLocation: string }[]} in-toto's resource descriptors
 * @throws {Error} if an installed package differs from the lockfile
 */
export function materialsOf(lock, installed) {
  return Object.entries(installed.packages)
    .filter(([path, { link }]) => path.includes('node_modules/') && !link)
    .map(([path, { version, integrity }]) => {
      const locked = lock.packages[path]
      if (locked?.version !== version || locked.integrity !== integrity)
        throw new Error(`${path} ${version} is installed, which the lockfile does not name: run npm ci`)
      const name = locked.name ?? path.split('node_modules/').at(-1)
      return {
        uri: `pkg:npm/${name.replace('@', '%40')}@${version}`,
        digest: { sha512: Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex') },
        downloadLocation: locked.resolved,
      }
    })
    .toSorted((a, b) => (a.uri < b.uri ? -1 : 1))
    .filter(({ uri }, index, all) => uri !== all[index - 1]?.uri)
}

/**
 * Describes how a release was built: an in-toto statement, https://github.com/in-toto/attestation/tree/main/spec/v1,
 * with SLSA provenance, https://slsa.dev/spec/v1.0/provenance. It has no times, so the same inputs give the same
 * statement.
 * @param {{ files: Record<string, Buffer | string>, commit: string, source?: string, builder?: string, lockfile:
 * string,
 *   materials: ReturnType<typeof materialsOf>, versions: Record<string, string> }} facts files: the results, by name;
 *   source: the address of the repository; builder: a URI of the machine's operator; versions: of its programs
 */
export function provenanceOf({ files, commit, source, builder, lockfile, materials, versions }) {
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: Object.entries(files).map(([name, content]) => ({ name, digest: { sha256: sha256(content) } })),
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        buildType: 'urn:gallery-encryption-portal:npm-run-release:1',
        externalParameters: { commit, ...(source && { source }) },
        internalParameters: { platform: `${process.platform}-${process.arch}` },
        resolvedDependencies: [
          { ...(source && { uri: `git+${source}@${commit}` }), digest: { gitCommit: commit } },
          { name: 'package-lock.json', digest: { sha256: sha256(lockfile) } },
          ...materials,
        ],
      },
      runDetails: { builder: { id: builder ?? 'urn:gallery-encryption-portal:builder:unnamed', version: versions } },
    },
  }
}
