import type { Tenant } from './world.ts'

/** The tenants that there are, by id. */
export interface Tenants {
  /** if browsers have sandboxes, one of these only: the tenants of worlds are then closed */
  get(tenantId: string): Tenant | undefined
  /** all, those of worlds first */
  values(): Iterable<Tenant>
  /** those of worlds, not of sandboxes */
  organizations(): Tenant[]
}
