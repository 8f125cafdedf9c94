import type { Issue } from '@portal/image-version'

const chosen = new Set<string | number>([
  'imageVersionId',
  'purchasePlan',
  'location',
  'size',
  'securityType',
  'osDisk',
  'dataDisks',
  'encryptionAtHost',
  'secureVMDiskEncryptionSetId',
])

/**
 * Whether an issue concerns something chosen from a list: it is then shown at once. Issues of typed input, or of
 * missing choices, are shown only after the field was left.
 */
export function isToldAtOnce({ path: [field = ''], code }: Issue): boolean {
  return chosen.has(field) && !code.endsWith('Required')
}
