import { changesNothing, type Endpoint } from '@portal/portal-api'
import type * as z from 'zod/mini'
import type { Caller } from '../auth/caller.ts'
import { RequestRefused } from '../refusals/request-refused.ts'
import { nobodyBlocked, type BlockList } from './block-list.ts'
import type { ReadOnlySwitch } from './read-only-switch.ts'

/** What those who run the portal have decided: whom it does not serve, and whether it writes. */
export interface Operators {
  blockList: BlockList
  readOnly: Pick<ReadOnlySwitch, 'isOn'>
}

/** Nothing is held back. */
export const noOperators: Operators = { blockList: nobodyBlocked, readOnly: { isOn: false } }

/** Throws `RequestRefused` where the caller is blocked, or the endpoint writes to Azure and the portal is read-only. */
export function demandAllowed(
  { blockList, readOnly }: Operators,
  caller: Caller,
  endpoint: Endpoint<z.ZodMiniType, z.ZodMiniType>,
): void {
  // whoever is blocked may still sign out
  if (endpoint.ofSession) return
  if (blockList.has(caller))
    throw new RequestRefused('UserBlocked', 'blocked by those who run the portal', { securityEvent: 'user-blocked' })
  if (readOnly.isOn && !changesNothing(endpoint))
    throw new RequestRefused('PortalReadOnly', 'the portal is read-only', { securityEvent: 'write-refused' })
}
