import { isSystemClock } from '../../clock/clock.ts'
import type { JsonObject } from '../../json.ts'
import type { Tenant } from '../../world.ts'
import { computeBudgets, type Budget } from '../compute/compute-budgets.ts'
import { ArmRefusal, fromGateway } from '../errors.ts'
import type { ArmOperation, ArmRequest } from '../request.ts'

/**
 * Limits other than Azure's, by the name of the budget (`subscription-reads`, `PutVMResource`). A stopped clock turns
 * them off: no window would ever end.
 */
export type ThrottlingLimits = Record<string, number> | 'off'

interface Window {
  endsAt: number
  /** real time, in milliseconds, before which it does not end however fast the clock runs */
  endsNotBefore: number
  spent: number
}

// Visitors set the pace of their own clock, and can move it: the counters use the initial pace.
const fastest = 15
const mostWindows = 5_000

// Belongs to the process and not to the world: the counts are removed with the world.
const windowsOf = new WeakMap<Tenant, Map<string, Window>>()

/** A refusal for too many calls. Compute puts no `error` around its own, and describes the budget in `details`. */
class TooManyRequests extends ArmRefusal {
  private readonly budgets: JsonObject[] | undefined
  constructor(
    detail: { code: string; message: string },
    retryAfter: number,
    { budgets, spent }: { budgets?: JsonObject[]; spent?: string } = {},
  ) {
    const ofGateway = spent === undefined ? {} : { ...fromGateway, [`x-ms-ratelimit-remaining-${spent}`]: '0' }
    super(429, detail, { 'retry-after': retryAfter.toString(), ...ofGateway })
    this.budgets = budgets
  }

  override body(): JsonObject {
    const { code, message, budgets } = this
    return budgets === undefined ? super.body() : { code, message, details: budgets }
  }
}

/**
 * Counts a call against ARM's limit for one caller in a subscription; returns the headers with the remaining calls.
 * Throws 429 SubscriptionRequestsThrottled or TenantRequestsThrottled.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
export function spendAtGateway(
  request: ArmRequest,
  operation: ArmOperation,
  limits: ThrottlingLimits,
): Record<string, string> {
  const { tenant, caller, parameters } = request
  const { subscriptionId } = parameters
  const kind = kindOf(operation)
  if (subscriptionId === undefined && kind !== 'reads') return {}
  const headers: Record<string, string> = {}
  for (const budget of subscriptionId === undefined ? [tenantReads] : gatewayBudgets[kind]) {
    const key = budget.isOfAllCallers ? `${subscriptionId}` : `${caller.objectId} ${subscriptionId}`
    const { left, retryAfter } = spend(request, budget, { key, limits })
    if (left < 0) {
      const called = `${operation.method}${operation.path.replaceAll(/\/:\w+/g, '')}`.toUpperCase()
      const [of, code] = subscriptionId
        ? [`subscription '${subscriptionId}'`, 'SubscriptionRequestsThrottled']
        : [`tenant '${tenant.tenantId}'`, 'TenantRequestsThrottled']
      const message = `Number of requests for ${of} and operation '${called}' exceeded the backend storage limit. Please try again after '${retryAfter}' seconds.`
      throw new TooManyRequests({ code, message }, retryAfter, { spent: budget.name })
    }
    if (Number.isFinite(left)) headers[`x-ms-ratelimit-remaining-${budget.name}`] = left.toString()
  }
  return headers
}

/** As `spendAtGateway`, for what Compute allows a subscription. Throws 429 OperationNotAllowed. */
export function spendAtCompute(
  request: ArmRequest,
  operation: ArmOperation,
  limits: ThrottlingLimits,
): Record<string, string> {
  const [, below] = operation.path.split('/providers/Microsoft.Compute/')
  if (below === undefined) return {}
  const budgets = computeBudgets[`${operation.method} ${below.replaceAll(/:\w+/g, '*')}`] ?? []
  const remaining = budgets.flatMap((budget) => {
    const key = budget.isPerResource ? request.path.toLowerCase() : (request.parameters['subscriptionId'] ?? '')
    const { left, retryAfter } = spend(request, budget, { key, limits })
    if (left < 0)
      throw throttledAtCompute(
        { operationGroup: budget.name, allowedRequestCount: limitOf(budget, limits) },
        retryAfter,
      )
    return Number.isFinite(left) ? [`Microsoft.Compute/${budget.name};${left}`] : []
  })
  return remaining.length > 0 ? { 'x-ms-ratelimit-remaining-resource': remaining.join(',') } : {}
}

/** 429 in Compute's format: `measured` is its count, `retryAfter` the seconds to wait. */
export function throttledAtCompute(
  measured: { operationGroup: string; allowedRequestCount: number },
  retryAfter: number,
): ArmRefusal {
  const message = 'The server rejected the request because too many requests have been received for this subscription.'
  const details = [{ code: 'TooManyRequests', target: measured.operationGroup, message: JSON.stringify(measured) }]
  return new TooManyRequests({ code: 'OperationNotAllowed', message }, retryAfter, { budgets: details })
}

const resourceGraphQuota: Budget = { name: 'user-quota', limit: 15, windowMilliseconds: 5_000 }

/**
 * As `spendAtGateway`, for what Resource Graph allows a user. Throws 429 RateLimiting.
 * https://learn.microsoft.com/azure/governance/resource-graph/concepts/guidance-for-throttled-requests
 */
export function spendAtResourceGraph(
  request: ArmRequest,
  operation: ArmOperation,
  limits: ThrottlingLimits,
): Record<string, string> {
  if (!operation.path.startsWith('/providers/Microsoft.ResourceGraph/')) return {}
  const { left, retryAfter } = spend(request, resourceGraphQuota, { key: request.caller.objectId, limits })
  const quota = {
    'x-ms-user-quota-remaining': Math.max(left, 0).toString(),
    'x-ms-user-quota-resets-after': '00:00:05',
  }
  if (left >= 0) return Number.isFinite(left) ? quota : {}
  const message =
    'Client application has been throttled and should not attempt to repeat the request until an amount of time has elapsed. Please see https://aka.ms/resourcegraph-throttling for help.'
  throw new ArmRefusal(429, { code: 'RateLimiting', message }, { ...quota, 'retry-after': retryAfter.toString() })
}

function budgetsOf(kind: string, limit: number, windowMilliseconds: number): Budget[] {
  return [
    { name: `subscription-${kind}`, limit, windowMilliseconds },
    // All callers of a subscription together have a limit fifteen times as high.
    { name: `subscription-global-${kind}`, limit: limit * 15, windowMilliseconds, isOfAllCallers: true },
  ]
}

// ARM refills its buckets each second; a window as long as refilling an empty one is equivalent.
const gatewayBudgets = {
  reads: budgetsOf('reads', 250, 10_000),
  writes: budgetsOf('writes', 200, 20_000),
  deletes: budgetsOf('deletes', 200, 20_000),
}
const tenantReads: Budget = { name: 'tenant-reads', limit: 12_000, windowMilliseconds: 3_600_000 }

function kindOf({ method }: ArmOperation): 'reads' | 'writes' | 'deletes' {
  if (method === 'GET' || method === 'HEAD') return 'reads'
  return method === 'DELETE' ? 'deletes' : 'writes'
}

function limitOf({ name, limit }: Budget, limits: ThrottlingLimits): number {
  return limits === 'off' ? Infinity : (limits[name] ?? limit)
}

// Some budgets are per resource, and anyone can make up names.
function forgetEnded(windows: Map<string, Window>, now: number): void {
  for (const [at, { endsAt }] of windows) if (endsAt <= now) windows.delete(at)
  if (windows.size >= mostWindows) windows.clear()
}

/** What is left after this call, -1 if nothing was left; then also the seconds until there is. */
function spend(
  { tenant, clock }: ArmRequest,
  budget: Budget,
  { key, limits }: { key: string; limits: ThrottlingLimits },
): { left: number; retryAfter: number } {
  const windows = windowsOf.get(tenant) ?? new Map<string, Window>()
  windowsOf.set(tenant, windows)
  const limit = limitOf(budget, limits)
  const now = clock.now()
  const at = `${budget.name} ${key}`
  const current = windows.get(at)
  const real = isSystemClock(clock) ? performance.now() : Infinity
  const { windowMilliseconds } = budget
  const endsAt = now + windowMilliseconds
  // One that ends later than a new one is of a time from which the tenant was reset.
  const isOpen =
    current !== undefined && ((now < current.endsAt && current.endsAt <= endsAt) || real < current.endsNotBefore)
  const window = isOpen ? current : { endsAt, endsNotBefore: real + windowMilliseconds / fastest, spent: 0 }
  if (!isOpen && windows.size >= mostWindows) forgetEnded(windows, now)
  windows.set(at, window)
  if (window.spent >= limit) {
    const wait = Math.max(window.endsAt - now, real === Infinity ? 0 : window.endsNotBefore - real)
    return { left: -1, retryAfter: Math.max(1, Math.ceil(wait / 1000)) }
  }
  window.spent += 1
  return { left: limit - window.spent, retryAfter: 0 }
}
