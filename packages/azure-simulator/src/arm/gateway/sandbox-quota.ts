import type { Tenant } from '../../world.ts'
import { ArmRefusal } from '../errors.ts'

/**
 * Throws 409 if a sandbox of the demo is full, or would be with so many more characters. Azure has no such limit: the
 * code is ours.
 */
export function assertRoom({ quota, store, roleAssignments, directoryChanges }: Tenant, adding: number): void {
  if (quota === undefined) return
  const { characters, ...size } = store.size()
  // Those of the world it began with have no date.
  const assigned = roleAssignments.filter(({ createdAt }) => createdAt !== undefined).length
  const resources = size.resources + assigned + directoryChanges.size
  if (resources < quota.resources && characters + adding < quota.characters) return
  const message = `This sandbox of the demonstration already holds ${resources} resources of its own, and may hold ${quota.resources}, of ${Math.floor(quota.characters)} characters in all. Delete some, or reset the sandbox.`
  throw new ArmRefusal(409, { code: 'SandboxQuotaExceeded', message })
}

/** Throws 409 if a sandbox blocked the simulator, until its visitor resets it. */
export function assertNotAside({ setAside }: Tenant): void {
  if (setAside?.isClosed !== true) return
  const message =
    'A request in this sandbox kept the simulated Azure from answering, so what was made in it was removed. Reset the sandbox to use it again.'
  throw new ArmRefusal(409, { code: 'SandboxSetAside', message })
}
