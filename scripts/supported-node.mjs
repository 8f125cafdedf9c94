// Plain JavaScript for any Node from 20.19 on: whoever imports it does not know yet which Node this is.

/**
 * Whether the portal supports this Node: 22.22, 24.15 or 26 and later, even majors only.
 * @param {string} version for example `v24.15.0`
 */
export function isSupported(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number)
  if (major === 22) return minor >= 22
  if (major === 24) return minor >= 15
  return major >= 26 && major % 2 === 0
}

/** What to say, and to do, where this Node is too old. */
export const tooOld = (/** @type {string} */ version) =>
  `The portal needs Node 22.22, 24.15, 26 or a later even major version, and this is ${version}. Install Node 24 from https://nodejs.org.`
