import type { DiskEncryptionSet } from '../disk-encryption-set.ts'
import { note, warning, type Finding } from './finding.ts'

// A set that is not finished, or whose key Azure can't rotate, might still work when the version is created: warnings.
// During a rotation the set works; the old key version must stay enabled until it is over.
// https://learn.microsoft.com/azure/virtual-machines/disk-encryption
export function rotationFindings(set: DiskEncryptionSet): Finding[] {
  const { id, name, provisioningState: state, autoKeyRotationError: error } = set
  const isRotating = (set.facts?.previousKeys ?? []).length > 0
  const inPortal = { action: 'openInPortal', resourceId: id } as const
  return [
    ...(state === 'Succeeded' || isRotating ? [] : [warning('DiskEncryptionSetNotReady', { name, state })]),
    ...(error === undefined ? [] : [warning('DiskEncryptionSetKeyNotRotating', { name, error }, inPortal)]),
    ...(isRotating ? [note('ready', 'KeyRotationUnderWay', { name })] : []),
  ]
}
