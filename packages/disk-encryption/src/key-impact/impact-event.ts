import { keyUrlParts } from '../keys/key-url.ts'

/** What can happen to a key. */
type KeyEvent = 'keyDisabled' | 'keyExpired' | 'keyDeleted' | 'keyPurged'

/**
 * The question of a forecast. `key` is a key without a version, as `keyOfUrl` writes it: of a disabled or expired key,
 * every version that a set uses is meant. `vaultHost` is the vault's host name; closed is a firewall that admits
 * nobody, not even the services that Azure trusts. The new key of a set is one that it can use: Azure refuses others.
 */
export type ImpactEvent =
  | { type: KeyEvent; key: string }
  | { type: 'setKeyChanged'; setId: string }
  | { type: 'vaultClosed'; vaultHost: string }

/**
 * A key's URL without its version, in lower case: the same for every version. The text itself if it is not such a URL.
 */
export function keyOfUrl(keyUrl: string): string {
  const { vaultName, dnsSuffix, keyName } = keyUrlParts(keyUrl) ?? {}
  if (vaultName === undefined || keyName === undefined) return keyUrl.toLowerCase()
  return `https://${vaultName}.${dnsSuffix}/keys/${keyName}`.toLowerCase()
}

/** The host name of the vault in a key's URL, in lower case; '' if it is not such a URL. */
export function vaultHostOf(keyUrl: string): string {
  const parts = keyUrlParts(keyUrl)
  return parts === undefined ? '' : `${parts.vaultName}.${parts.dnsSuffix}`.toLowerCase()
}
