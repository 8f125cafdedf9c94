import type { Issue } from '@portal/image-version'

const chosen = new Set<string | number>([
  'location',
  'size',
  'securityType',
  'osDisk',
  'dataDisks',
  'encryptionAtHost',
  'secureVMDiskEncryptionSetId',
])

/**
 * Whether an issue is about something that was chosen from a list: it is shown as soon as it is chosen. Of what is
 * typed, or not chosen yet, nothing is said before it was left.
 */
export function isToldAtOnce({ path: [field = ''], code }: Issue): boolean {
  return chosen.has(field) && !code.endsWith('Required')
}
