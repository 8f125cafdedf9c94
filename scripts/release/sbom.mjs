import { sha256 } from './provenance.mjs'

/**
 * npm's description of the packages, without what differs each time: a random number, the time, and the name of the
 * folder, which npm uses as the project's name.
 * @param {{ metadata: { component: object }, serialNumber: string }} sbom of CycloneDX, as "npm sbom" prints it
 * @param {{ name: string, commit: string, time: number }} made the project, and its commit; time in seconds since 1970
 */
export function reproducible(sbom, { name, commit, time }) {
  const hex = sha256(commit)
  // RFC 9562, version 8: of our own making, and the same for the same commit.
  const uuid = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)]
  return {
    ...sbom,
    serialNumber: `urn:uuid:${uuid.join('-')}`,
    metadata: {
      ...sbom.metadata,
      timestamp: new Date(time * 1000).toISOString(),
      component: { ...sbom.metadata.component, name },
    },
  }
}
