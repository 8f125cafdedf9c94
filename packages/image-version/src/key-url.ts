/** The parts of a key's URL; `version` is '' where it names none. */
export interface KeyUrlParts {
  vaultName: string
  keyName: string
  version: string
}

const keyUrlForm =
  /^https:\/\/(?<vaultName>[^/.?#]+)\.[^/?#]+\/keys\/(?<keyName>[^/?#]+)(?:\/(?<version>[^/?#]+))?\/?$/i

/**
 * Vault, key and version of `https://{vault}.vault.azure.net/keys/{key}/{version}`, undefined where it is no such URL. It
 * is never fetched. https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#object-identifiers
 */
export function keyUrlParts(keyUrl: string): KeyUrlParts | undefined {
  const { vaultName, keyName, version = '' } = keyUrlForm.exec(keyUrl)?.groups ?? {}
  return vaultName === undefined || keyName === undefined ? undefined : { vaultName, keyName, version }
}
