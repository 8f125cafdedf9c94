import { regionName } from '@portal/arm'
import type { DiskEncryptionSet } from '@portal/image-version'
import * as z from 'zod/mini'
import { allOf } from './answered.ts'
import type { Azure } from './clients.ts'

const armDiskEncryptionSet = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  encryptionType: z.optional(
    z.enum([
      'EncryptionAtRestWithCustomerKey',
      'EncryptionAtRestWithPlatformAndCustomerKeys',
      'ConfidentialVmEncryptedWithCustomerKey',
    ]),
  ),
  provisioningState: z.optional(z.string()),
  activeKey: z.nullish(z.object({ keyUrl: z.string() })),
  rotationToLatestKeyVersionEnabled: z.nullish(z.boolean()),
  autoKeyRotationError: z.nullish(z.object({ code: z.optional(z.string()), message: z.optional(z.string()) })),
})

/** Every disk encryption set of a subscription, by name. https://learn.microsoft.com/rest/api/compute/disk-encryption-sets/list */
export async function listDiskEncryptionSets(azure: Azure, subscriptionId: string): Promise<DiskEncryptionSet[]> {
  const sets = await allOf(armDiskEncryptionSet, azure.compute(subscriptionId).diskEncryptionSets.list())
  return sets.map(toDiskEncryptionSet).sort((one, other) => one.name.localeCompare(other.name))
}

function toDiskEncryptionSet(set: z.output<typeof armDiskEncryptionSet>): DiskEncryptionSet {
  const { autoKeyRotationError: rotationError } = set
  return {
    id: set.id,
    name: set.name,
    location: regionName(set.location),
    encryptionType: set.encryptionType ?? 'EncryptionAtRestWithCustomerKey',
    provisioningState: set.provisioningState ?? '',
    ...keyOf(set.activeKey?.keyUrl ?? ''),
    rotationToLatestKeyVersionEnabled: set.rotationToLatestKeyVersionEnabled ?? false,
    ...(rotationError && { autoKeyRotationError: rotationError.message ?? rotationError.code ?? '' }),
  }
}

/** Vault and key of `https://{vault}.vault.azure.net/keys/{key}/{version}`, blank where it is not such a URL. It is never fetched. */
export function keyOf(keyUrl: string): { keyVaultName: string; keyName: string } {
  const url = URL.parse(keyUrl)
  if (url === null) return { keyVaultName: '', keyName: '' }
  const [, keys, key] = url.pathname.split('/')
  return { keyVaultName: url.hostname.split('.')[0] ?? '', keyName: keys === 'keys' ? (key ?? '') : '' }
}
