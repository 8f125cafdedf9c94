import { activeDeployments } from '../arm/deployments/runs.ts'
import type { Tenant } from '../world.ts'

/** A tenant of one browser's own. Times are real ones, in milliseconds. */
export interface Sandbox {
  tenant: Tenant
  startedAt: number
  usedAt: number
}

/** Whether an operation or a deployment is in progress there that started less than `milliseconds` of its clock ago. */
export function isBusy(tenant: Tenant, milliseconds: number): boolean {
  const now = tenant.clock.now()
  const isYoung = ({ startedAt }: { startedAt: number }) => now - startedAt < milliseconds
  return (
    [...tenant.operations.values()].some((operation) => now < operation.endsAt && isYoung(operation)) ||
    activeDeployments(tenant).some(({ deployment }) => isYoung(deployment))
  )
}
