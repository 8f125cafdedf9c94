import { sameRegion } from '@portal/arm'
import { blocked, note } from './finding.ts'
import type { DiskEncryptionSet } from '../inventory.ts'
import type { Finding } from './finding.ts'
import type { KeyVaultFacts } from './disk-encryption-set-facts.ts'

// The vault is in the set's region, soft delete and purge protection are on, and its firewall lets trusted services in.
// https://learn.microsoft.com/azure/virtual-machines/disk-encryption
export function keyVaultFindings({ location, keyVaultName: vault, facts }: DiskEncryptionSet): Finding[] {
  if (facts === undefined) return []
  switch (facts.vault) {
    case 'unreadable':
      return [note('unknown', 'KeyVaultUnreadable', { vault })]
    case 'notNamed':
      return [note('unknown', 'KeyVaultNotNamed', { vault })]
    case 'managedHsm':
      return [note('unknown', 'ManagedHsmNotChecked', { vault })]
    case 'notFound':
      return [blocked('KeyVaultNotFound', { vault }, { action: 'chooseAnotherSet' })]
    default:
      return vaultFindings(facts.vault, location)
  }
}

function vaultFindings(vault: KeyVaultFacts, region: string): Finding[] {
  const { id: vaultId, name } = vault
  const findings: Finding[] = []
  if (!sameRegion(vault.location, region)) {
    const params = { vault: name, vaultRegion: vault.location, region }
    findings.push(blocked('KeyVaultInAnotherRegion', params, { action: 'chooseAnotherSet' }))
  }
  if (!vault.softDelete || !vault.purgeProtection)
    findings.push(
      blocked('KeyVaultWithoutPurgeProtection', { vault: name }, { action: 'enablePurgeProtection', vaultId }),
    )
  if (vault.firewall === 'closed')
    findings.push(blocked('KeyVaultFirewallClosed', { vault: name }, { action: 'allowTrustedServices', vaultId }))
  return findings
}
