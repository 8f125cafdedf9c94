import { changesNothing, type Endpoint } from '@portal/portal-api'
import type * as z from 'zod/mini'
import { RequestRefused } from '../refusals/request-refused.ts'
import type { Operators } from './operators.ts'

/** Throws `RequestRefused` if the caller is blocked, or the endpoint writes to Azure and the portal is read-only. */
export function assertAllowed(
  operators: Operators,
  caller: { tid: string; oid: string },
  endpoint: Endpoint<z.ZodMiniType, z.ZodMiniType>,
): void {
  // blocked users can still sign out
  if (endpoint.ofSession) return
  if (operators.isBlocked(caller))
    throw new RequestRefused('UserBlocked', 'blocked by those who run the portal', { securityEvent: 'user-blocked' })
  if (operators.isReadOnly && !changesNothing(endpoint))
    throw new RequestRefused('PortalReadOnly', 'the portal is read-only', { securityEvent: 'write-refused' })
}
