import { regionName, type ResourceId } from '@portal/arm'
import { diskEncryptionSet, type DiskEncryptionSet, keyUrlParts } from '@portal/disk-encryption'
import * as z from 'zod/mini'
import type { Azure } from '../arm/clients.ts'
import { allOf, answered, parsed } from '../arm/sdk-answers.ts'

/** The identity of a set as ARM and Resource Graph answer it. */
export const armIdentity = z.object({
  type: z.nullish(z.string()),
  principalId: z.nullish(z.string()),
  userAssignedIdentities: z.nullish(z.record(z.string(), z.object({ principalId: z.nullish(z.string()) }))),
})

const armDiskEncryptionSet = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  tags: z.nullish(z.record(z.string(), z.string())),
  /** Azure might add types that no rule supports */
  encryptionType: z.optional(z.string()),
  provisioningState: z.optional(z.string()),
  activeKey: z.nullish(
    z.object({ keyUrl: z.string(), sourceVault: z.nullish(z.object({ id: z.nullish(z.string()) })) }),
  ),
  rotationToLatestKeyVersionEnabled: z.nullish(z.boolean()),
  autoKeyRotationError: z.nullish(z.object({ code: z.optional(z.string()), message: z.optional(z.string()) })),
  previousKeys: z.nullish(z.array(z.object({ keyUrl: z.string() }))),
  lastKeyRotationTimestamp: z.nullish(z.date()),
  federatedClientId: z.nullish(z.string()),
  identity: z.nullish(armIdentity),
})
export type ArmDiskEncryptionSet = z.output<typeof armDiskEncryptionSet>

/**
 * The disk encryption sets of a subscription whose type the rules support, by name.
 * https://learn.microsoft.com/rest/api/compute/disk-encryption-sets/list
 */
export async function listDiskEncryptionSets(azure: Azure, subscriptionId: string): Promise<DiskEncryptionSet[]> {
  const sets = await readDiskEncryptionSets(azure, subscriptionId)
  return sets
    .filter(hasKnownType)
    .map(toDiskEncryptionSet)
    .sort((one, other) => one.name.localeCompare(other.name))
}

/** All of them as ARM returns them, with their identities and keys. */
export function readDiskEncryptionSets(azure: Azure, subscriptionId: string): Promise<ArmDiskEncryptionSet[]> {
  return allOf(armDiskEncryptionSet, azure.compute(subscriptionId).diskEncryptionSets.list())
}

/** One set as ARM answers it. https://learn.microsoft.com/rest/api/compute/disk-encryption-sets/get */
export function readDiskEncryptionSet(
  azure: Azure,
  { subscriptionId, resourceGroupName, names }: ResourceId,
): Promise<ArmDiskEncryptionSet> {
  const { diskEncryptionSets } = azure.compute(subscriptionId)
  return answered(armDiskEncryptionSet, diskEncryptionSets.get(resourceGroupName, names[0] ?? ''))
}

/** The object ids of a set's identities: its own and those lent to it. */
export function principalIdsOf({ identity }: Pick<ArmDiskEncryptionSet, 'identity'>): string[] {
  const lent = Object.values(identity?.userAssignedIdentities ?? {})
  return [identity?.principalId, ...lent.map(({ principalId }) => principalId)].filter(
    (id) => id !== null && id !== undefined,
  )
}

/**
 * A set in the rules' format, without the facts of its key. Throws `NoClearAnswer` for a type that they do not support.
 */
export function toDiskEncryptionSet(set: ArmDiskEncryptionSet): DiskEncryptionSet {
  const { autoKeyRotationError: rotationError } = set
  return {
    id: set.id,
    name: set.name,
    location: regionName(set.location),
    encryptionType: parsed(knownType, typeOf(set)),
    provisioningState: set.provisioningState ?? '',
    ...keyOf(set.activeKey?.keyUrl ?? ''),
    rotationToLatestKeyVersionEnabled: set.rotationToLatestKeyVersionEnabled ?? false,
    ...(rotationError && { autoKeyRotationError: rotationError.message ?? rotationError.code ?? '' }),
  }
}

const knownType = diskEncryptionSet.shape.encryptionType

/** Whether the rules support the type of a set. */
export function hasKnownType(set: ArmDiskEncryptionSet): boolean {
  return knownType.safeParse(typeOf(set)).success
}

function typeOf({ encryptionType }: ArmDiskEncryptionSet): string {
  return encryptionType ?? 'EncryptionAtRestWithCustomerKey'
}

/** The names of a key and its vault, or the host of its managed HSM; blank if the text is not the URL of a key. */
export function keyOf(keyUrl: string): { keyVaultName: string; keyName: string } {
  const { vaultLabel = '', keyName = '' } = keyUrlParts(keyUrl) ?? {}
  return { keyVaultName: vaultLabel, keyName }
}
