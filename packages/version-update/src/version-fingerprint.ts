import type { VersionBody } from './updated-version.ts'
import { versionFacts } from './version-facts.ts'

/**
 * SHA-256, in hex, of the facts of a version: two responses of ARM have the same fingerprint as long as nobody has
 * changed the version. Galleries have no ETag; this replaces it. The same in the browser and on the server.
 */
export async function versionFingerprint(version: VersionBody): Promise<string> {
  const facts = [...versionFacts(version)].sort(([one], [other]) => (one < other ? -1 : 1))
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(facts)))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
