import type { Sandboxes } from '../sandboxes/sandboxes.ts'
import type { Tenants } from '../tenants.ts'
import type { Tenant } from '../world.ts'
import { EntraError } from './errors.ts'
import type { SignIns } from './sign-in/sign-ins.ts'
import type { SigningKey } from './signing-key.ts'

/** Entra ID as its endpoints need it. */
export interface Directory {
  /** origin of the simulator */
  url: string
  /** the origin that the client of the request reached us at: that of endpoints and issuers */
  origin: string
  tenants: Tenants
  /** set if each browser has its own tenant; undefined: all share one */
  sandboxes: Sandboxes | undefined
  key: SigningKey
  signIns: SignIns
  /** real time in milliseconds: tokens do not follow Azure's clock */
  now(): number
}

/** `organizations` and `common` accept users of any tenant. */
export function isAnyTenant(segment: string): boolean {
  return ['organizations', 'common'].includes(segment.toLowerCase())
}

/**
 * The tenants for the first segment of a path. Throws AADSTS90002 for one that does not exist, or that is closed
 * because browsers have their own tenants; these have no domain, because they would all share it.
 */
export function tenantsOf({ tenants, sandboxes }: Directory, segment: string): Tenant[] {
  if (isAnyTenant(segment)) return sandboxes?.values() ?? [...tenants.values()]
  const name = segment.toLowerCase()
  const ofDomain = () => (sandboxes ? undefined : [...tenants.values()].find(({ domain }) => domain === name))
  const tenant = tenants.get(name) ?? ofDomain()
  if (tenant) return [tenant]
  const message = `Tenant '${segment}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`
  throw new EntraError(['invalid_request', 90002], message)
}
