import { type DiskKey, diskVerdict, type EncryptionVerdict } from '@portal/image-version'
import { machineDisks } from './issues/machine-disk-issues.ts'
import type { VirtualMachinePlan } from './virtual-machine-plan.ts'

/** A disk of a machine as Azure has it: `''` for the platform's key. */
export interface StoredMachineDisk {
  disk: DiskKey
  diskEncryptionSetId: string
}

export interface EffectiveMachineDisk {
  disk: DiskKey
  /** ID of the requested set; absent for platform-managed keys, and if the request is not known */
  asked?: string
  /** id of the set Azure stores; absent for a platform key */
  stored?: string
  verdict: EncryptionVerdict
}

/**
 * Which key encrypts each disk of a machine, compared with the request: Azure might apply another set, or none, without
 * an error.
 */
export function effectiveMachineEncryption(
  stored: readonly StoredMachineDisk[],
  plan?: VirtualMachinePlan,
): EffectiveMachineDisk[] {
  const asked = plan && new Map(machineDisks(plan).map(({ key, disk }) => [key, disk.diskEncryptionSetId]))
  return stored.map(({ disk, diskEncryptionSetId }) => ({
    disk,
    ...diskVerdict(
      diskEncryptionSetId || undefined,
      asked?.has(disk) ? { set: asked.get(disk) || undefined } : undefined,
    ),
  }))
}
