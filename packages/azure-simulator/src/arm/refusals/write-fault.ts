import { sameResourceId } from '@portal/arm'
import type { Tenant } from '../../world.ts'
import { conflict } from '../errors.ts'
import { throttledAtCompute } from '../gateway/throttling.ts'
import type { Proposal } from './proposal.ts'

// As if another had used up what Compute allows, and a minute of its window were left.
const wait = 60_000

// Belongs to the process and not to the world, like the counts of other budgets: until when, by version.
const waiting = new WeakMap<Tenant, Map<string, number>>()

/**
 * Throws if the world says that writes of a definition's versions fail: always 409 Conflict, as if another operation
 * were in progress; or 429 for a new version, until the client has waited for the requested time.
 */
export function assertNoWriteFault(proposal: Proposal): void {
  const { request, definition, stored } = proposal
  const found = request.tenant.writeFaults.find(({ definitionId }) => sameResourceId(definitionId, definition.id))
  if (found?.fault === 'busy') throw conflict()
  if (found?.fault === 'throttled' && !stored) assertWaited(proposal)
}

/** A version of that ID waits again. */
export function forgetWaited(tenant: Tenant, id: string): void {
  waiting.get(tenant)?.delete(id.toLowerCase())
}

function assertWaited({ request: { tenant, clock }, id }: Proposal): void {
  const until = waiting.get(tenant) ?? new Map<string, number>()
  waiting.set(tenant, until)
  const now = clock.now()
  const key = id.toLowerCase()
  // One that waits longer is of a time from which the tenant was reset.
  const end = Math.min(until.get(key) ?? Infinity, now + wait)
  until.set(key, end)
  if (now >= end) return
  const measured = { operationGroup: 'CreateUpdateGalleryImageVersion3Min', allowedRequestCount: 375 }
  throw throttledAtCompute(measured, Math.ceil((end - now) / 1000))
}
