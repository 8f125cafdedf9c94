import { sameRegion, type ArmErrorDetail } from '@portal/arm'
import type { StoredResource } from '../../../store/store.ts'
import type { Tenant } from '../../../world.ts'
import { ArmRefusal, referenceNotFound } from '../../errors.ts'
import { keyProblem, vaultRegionProblem } from '../../key-vault/keys/usable-key.ts'
import type { ArmRequest } from '../../request.ts'
import { diskEncryptionSetAt, diskEncryptionSetType } from './disk-encryption-set-at.ts'

/** Why a disk cannot be encrypted with the set now; undefined if it can. */
export function setProblem(tenant: Tenant, set: StoredResource): ArmErrorDetail | undefined {
  const current = diskEncryptionSetAt(set, tenant.clock.now())
  return vaultRegionProblem(tenant, current) ?? keyProblem(tenant, current)
}

/** Throws 404 unless the set is in `location`, and 400 if its key can't be used. */
export function assertUsableSet({ tenant }: ArmRequest, setId: string, location: string): void {
  const set = tenant.store.get(setId)
  if (set?.type !== diskEncryptionSetType || !sameRegion(set.location, location)) throw referenceNotFound(setId)
  const problem = setProblem(tenant, set)
  if (problem) throw new ArmRefusal(400, problem)
}
