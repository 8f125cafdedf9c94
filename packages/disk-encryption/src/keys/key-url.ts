/** The parts of a key's URL; `version` is '' if it has none. */
export interface KeyUrlParts {
  vaultName: string
  /** the end of the vault's host name, for example vault.azure.net */
  dnsSuffix: string
  /** the vault's name; of a managed HSM, which can have the name of a vault, the whole host name */
  vaultLabel: string
  keyName: string
  version: string
}

const keyUrlForm =
  /^https:\/\/(?<vaultName>[\w-]+)\.(?<dnsSuffix>[\w.-]+)(?::443)?\/keys\/(?<keyName>[^/?#]+)(?:\/(?<version>[^/?#]+))?\/?$/i

/**
 * Vault, key and version of `https://{vault}.vault.azure.net/keys/{key}/{version}`, undefined if it is not such a URL.
 * It is never fetched.
 * https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#object-identifiers
 */
export function keyUrlParts(keyUrl: string): KeyUrlParts | undefined {
  const { vaultName, dnsSuffix, keyName, version = '' } = keyUrlForm.exec(keyUrl)?.groups ?? {}
  if (vaultName === undefined || dnsSuffix === undefined || keyName === undefined) return undefined
  const suffix = dnsSuffix.toLowerCase()
  const vaultLabel = suffix.startsWith('vault.') ? vaultName : `${vaultName}.${suffix}`
  return { vaultName, dnsSuffix: suffix, vaultLabel, keyName, version }
}
