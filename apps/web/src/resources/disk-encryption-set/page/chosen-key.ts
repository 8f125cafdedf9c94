import { keyUrlParts } from '@portal/disk-encryption'
import { sameResourceId, type KeyVaultSummary } from '@portal/portal-api'

/** A key that is being chosen; '' means not chosen yet. */
export interface ChosenKey {
  from: 'vault' | 'url'
  vaultId: string
  keyName: string
  /** with the version */
  keyUrl: string
}

/** The vault of the key, if it is among `vaults`, those that Azure accepts for a set. */
export function vaultOfKey(
  { from, vaultId, keyUrl }: ChosenKey,
  vaults: KeyVaultSummary[],
): KeyVaultSummary | undefined {
  if (from === 'vault') return vaults.find(({ id }) => sameResourceId(id, vaultId))
  const name = keyUrlParts(keyUrl.trim())?.vaultName.toLowerCase()
  return vaults.find((vault) => vault.name.toLowerCase() === name)
}
