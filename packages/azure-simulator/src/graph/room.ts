import type { Tenant } from '../world.ts'
import { GraphRefusal } from './errors.ts'

// Far more than an afternoon of registering needs.
const mostInSandbox = 50

/** Throws 403 Directory_QuotaExceeded if a limited tenant has no room for another object. */
export function assertRoom({ quota, directoryChanges }: Tenant): void {
  if (quota === undefined || directoryChanges.size < mostInSandbox) return
  const message = 'The directory object quota limit for the Tenant has been exceeded.'
  throw new GraphRefusal([403, 'Directory_QuotaExceeded'], message)
}
