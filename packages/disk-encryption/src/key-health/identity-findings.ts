import type { DiskEncryptionSet } from '../disk-encryption-set.ts'
import { keyUrlParts } from '../keys/key-url.ts'
import { blocked, type Finding } from './finding.ts'

// A set accesses its key with a managed identity, and names a version of the key even if the key rotates automatically.
// https://learn.microsoft.com/rest/api/compute/disk-encryption-sets/create-or-update
export function identityFindings({ id, name, facts }: DiskEncryptionSet): Finding[] {
  if (facts === undefined) return []
  const inPortal = { action: 'openInPortal', resourceId: id } as const
  return [
    ...(facts.identity.principalIds.length === 0
      ? [blocked('DiskEncryptionSetWithoutIdentity', { name }, inPortal)]
      : []),
    ...(keyUrlParts(facts.keyUrl)?.version ? [] : [blocked('KeyVersionNotNamed', { name }, inPortal)]),
  ]
}
