import type { VersionBody } from './updated-version.ts'
import { versionFacts } from './version-facts.ts'

/**
 * SHA-256, in hex, of all that is said of a version: two answers of ARM have the same one as long as nobody changed the
 * version. Galleries give no ETag; this stands for it. The same in the browser and on the server.
 */
export async function versionFingerprint(version: VersionBody): Promise<string> {
  const facts = [...versionFacts(version)].sort(([one], [other]) => (one < other ? -1 : 1))
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(facts)))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
