import { changesNothing, readOnlyHeader, type Endpoint } from '@portal/portal-api'
import type { Response } from 'express'
import type * as z from 'zod/mini'
import { RequestRefused } from '../refusals/request-refused.ts'

/** The operators' decisions: which users are blocked or signed out, and whether the portal changes anything. */
export interface Operators {
  readonly isReadOnly: boolean
  isBlocked(user: { tid: string; oid: string }): boolean
  /** ms since 1970: tokens that were issued earlier are no longer accepted */
  signedOutBefore(): number | undefined
  /** `operators-file-refused` while the file can't be used, for /readyz and a metric */
  troubles(): string[]
}

/** No restrictions. */
export const noOperators: Operators = {
  isReadOnly: false,
  isBlocked: () => false,
  signedOutBefore: () => undefined,
  troubles: () => [],
}

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

/** Adds to each response whether the portal writes, so that the page shows it with the next one. */
export function setReadOnlyHeader(response: Response, operators: Operators): void {
  response.setHeader(readOnlyHeader, String(operators.isReadOnly))
}
