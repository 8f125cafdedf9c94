import type { Tenant } from '../world.ts'
import { ArmRefusal } from './errors.ts'

/** Throws 409 where a sandbox of the demonstration keeps as much as it may. Azure has no such limit: its code is ours. */
export function demandRoom({ quota, store }: Tenant): void {
  if (quota === undefined) return
  const { resources, characters } = store.size()
  if (resources < quota.resources && characters < quota.characters) return
  const message = `This sandbox of the demonstration already holds ${resources} resources of its own, and may hold ${quota.resources}, of ${Math.floor(quota.characters)} characters in all. Delete some, or reset the sandbox.`
  throw new ArmRefusal(409, { code: 'SandboxQuotaExceeded', message })
}
