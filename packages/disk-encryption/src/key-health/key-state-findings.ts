import type { DiskEncryptionSet } from '../disk-encryption-set.ts'
import type { KeyFacts } from './disk-encryption-set-facts.ts'
import { blocked, note, type Finding, warning } from './finding.ts'

const daysToWarn = 30
const dayMs = 86_400_000
const rsaSizes = [2048, 3072, 4096]

/**
 * The version of the key that a set uses is enabled, within its dates, and RSA of 2,048, 3,072 or 4,096 bits. It warns
 * 30 days before the key expires, from `now` (ISO 8601).
 * https://learn.microsoft.com/azure/virtual-machines/disk-encryption#customer-managed-keys
 */
export function keyStateFindings(
  { encryptionType, keyName, keyVaultName: vault, facts }: DiskEncryptionSet,
  now: string,
): Finding[] {
  if (facts === undefined || typeof facts.vault === 'string') return []
  if (facts.key === 'unreadable') return [note('unknown', 'KeyUnreadable', { key: keyName, vault })]
  if (facts.key === 'notFound')
    return [blocked('KeyNotFound', { key: keyName, vault }, { action: 'openInPortal', resourceId: facts.vault.id })]
  const inVault = { action: 'openInPortal', resourceId: facts.vault.id } as const
  return [
    ...dateFindings(facts.key, { vault, inVault, now: Date.parse(now) }),
    ...kindFindings(facts.key, encryptionType === 'ConfidentialVmEncryptedWithCustomerKey', inVault),
  ]
}

type InVault = { action: 'openInPortal'; resourceId: string }

function dateFindings(
  { name: key, enabled, notBefore, expires }: KeyFacts,
  { vault, inVault, now }: { vault: string; inVault: InVault; now: number },
): Finding[] {
  if (!enabled) return [blocked('KeyDisabled', { key, vault }, inVault)]
  if (notBefore !== undefined && Date.parse(notBefore) > now)
    return [blocked('KeyNotYetValid', { key, date: dateOf(notBefore) }, inVault)]
  if (expires === undefined) return []
  const days = Math.floor((Date.parse(expires) - now) / dayMs)
  const date = dateOf(expires)
  if (Date.parse(expires) <= now) return [blocked('KeyExpired', { key, date }, inVault)]
  if (days < daysToWarn) return [warning('KeyExpiresSoon', { key, days, date }, inVault)]
  return [note('ready', 'KeyValidUntil', { key, days, date })]
}

// A confidential set's key comes from an HSM and can be exported, that is, released to an attested machine.
// https://learn.microsoft.com/azure/confidential-computing/create-confidential-vm-from-compute-gallery
function kindFindings(
  { name: key, kty, keySize, exportable }: KeyFacts,
  isConfidential: boolean,
  inVault: InVault,
): Finding[] {
  const isRsa = kty === 'RSA' || kty === 'RSA-HSM'
  if (!isRsa || (keySize !== undefined && !rsaSizes.includes(keySize)))
    return [blocked('KeyTypeNotSupported', { key, type: `${kty} ${keySize ?? ''}`.trim() }, inVault)]
  if (isConfidential && (kty !== 'RSA-HSM' || exportable === false))
    return [blocked('KeyNotForConfidentialDisks', { key }, inVault)]
  return []
}

/** YYYY-MM-DD, by UTC as Azure's own pages have it */
function dateOf(instant: string): string {
  return instant.slice(0, 10)
}
