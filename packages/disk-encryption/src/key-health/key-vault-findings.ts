import { sameRegion } from '@portal/arm'
import type { DiskEncryptionSet } from '../disk-encryption-set.ts'
import type { KeyVaultFacts } from './disk-encryption-set-facts.ts'
import { blocked, type Finding, note } from './finding.ts'

// The vault is in the set's region, soft delete and purge protection are on, and its firewall allows trusted services.
// https://learn.microsoft.com/azure/virtual-machines/disk-encryption
export function keyVaultFindings({ location, keyVaultName: vault, facts }: DiskEncryptionSet): Finding[] {
  if (facts === undefined) return []
  switch (facts.vault) {
    case 'unreadable':
      return [note('unknown', 'KeyVaultUnreadable', { vault })]
    case 'notNamed':
      return [note('unknown', 'KeyVaultNotNamed', { vault })]
    case 'inAnotherTenant':
      return [note('unknown', 'KeyVaultInAnotherTenant', { vault })]
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
  return [...findings, ...networkFindings(vault)]
}

// Disks are a trusted service. A vault with private access allows these only with the bypass, and a vault secured by
// its network security perimeter does not trust them; whether disk encryption sets are an exception is not documented.
// https://learn.microsoft.com/azure/private-link/network-security-perimeter-transition
function networkFindings({ id: vaultId, name: vault, firewall }: KeyVaultFacts): Finding[] {
  const allow = { action: 'allowTrustedServices', vaultId } as const
  switch (firewall) {
    case 'closed':
      return [blocked('KeyVaultFirewallClosed', { vault }, allow)]
    case 'private':
      return [blocked('KeyVaultPrivateAccessOnly', { vault }, allow)]
    case 'privateAndTrustedServices':
      return [note('unknown', 'KeyVaultPrivate', { vault })]
    case 'perimeter':
      return [note('unknown', 'KeyVaultInPerimeter', { vault })]
    case 'open':
    case 'trustedServices':
      return []
  }
}
