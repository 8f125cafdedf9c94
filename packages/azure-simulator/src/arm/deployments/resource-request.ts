import { manualClock } from '../../clock/clock.ts'
import type { JsonObject } from '../../json.ts'
import type { Tenant } from '../../world.ts'
import type { ArmOperation, ArmRequest, Caller } from '../request.ts'
import type { Lineage } from './lineage.ts'

/** The operations on single resources, by method and type. */
export interface ResourceOperations {
  find(method: 'GET' | 'PUT', type: string): ArmOperation | undefined
}

/** Finds among all operations of ARM those that a client would call for one resource of a type. */
export function resourceOperations(all: ArmOperation[]): ResourceOperations {
  const byMethodAndType = new Map<string, ArmOperation>()
  for (const operation of all) {
    // `…/providers/Microsoft.KeyVault/vaults/:name0/keys/:name1`: types and names alternate.
    const [provider = '', ...segments] = lastProviderOf(operation.path)
    const isOne =
      segments.length > 0 && segments.every((segment, index) => segment.startsWith(':') === (index % 2 === 1))
    if (!isOne || segments.length % 2 === 1) continue
    const type = [provider, ...segments.filter((_, index) => index % 2 === 0)].join('/')
    byMethodAndType.set(`${operation.method} ${type.toLowerCase()}`, operation)
  }
  return { find: (method, type) => byMethodAndType.get(`${method} ${type.toLowerCase()}`) }
}

/** For whom, where and when a resource is requested. */
export interface RequestContext {
  tenant: Tenant
  caller: Caller
  /** milliseconds of the clock: the request is answered as of then */
  at: number
}

/** The request that a client would send for a resource; `asked` has the resource and the body. */
export function resourceRequest(
  { tenant, caller, at }: RequestContext,
  operation: ArmOperation,
  asked: { id: string; apiVersion: string; body?: JsonObject; within?: Lineage },
): ArmRequest {
  const clock = manualClock(new Date(at).toISOString())
  const [, , subscriptionId = '', , resourceGroupName = ''] = asked.id.split('/')
  const [template, actual] = [lastProviderOf(operation.path), lastProviderOf(asked.id)]
  const named = template.flatMap((segment, index): [string, string][] =>
    segment.startsWith(':') ? [[segment.slice(1), actual[index] ?? '']] : [],
  )
  return {
    tenant: { ...tenant, clock },
    organizations: [],
    caller,
    clock,
    method: operation.method,
    parameters: { subscriptionId, resourceGroupName, ...Object.fromEntries(named) },
    query: {},
    body: asked.body ?? {},
    apiVersion: asked.apiVersion,
    origin: '',
    path: asked.id,
    pageSize: Infinity,
    retryAfter: undefined,
    ...(asked.within && { within: asked.within }),
  }
}

function lastProviderOf(path: string): string[] {
  return (path.split('/providers/').at(-1) ?? '').split('/')
}
