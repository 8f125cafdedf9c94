import type { Clock } from '../clock/clock.ts'
import type { JsonObject } from '../json.ts'
import type { Tenant } from '../world.ts'

/** The caller, from the verified token. */
export interface Caller {
  /** object id of the user or the service principal */
  objectId: string
  /** user name, or client id of a program: for ARM's messages */
  name: string
}

/** A request that passed ARM's gateway: the caller is authenticated and authorized. */
export interface ArmRequest {
  tenant: Tenant
  /** the tenants of worlds in which the caller might also exist; none for a request about one resource */
  organizations: Tenant[]
  caller: Caller
  clock: Clock
  method: ArmOperation['method']
  /** parts of the path by their names in the operation's `path`, with the client's case */
  parameters: Record<string, string>
  /** query parameters, their names in lowercase (ARM accepts any case) */
  query: Record<string, string>
  body: JsonObject
  apiVersion: string
  /** origin to build absolute URLs on, as the client reached us */
  origin: string
  /** the requested path, for `nextLink` */
  path: string
  /** number of items on a page of a list */
  pageSize: number
  /** seconds between polls, if not those that were recorded */
  retryAfter: number | undefined
  /** of a nested deployment: the outermost one, and the depth */
  within?: { root: string; level: number }
}

export interface ArmReply {
  status: number
  body?: JsonObject
  headers?: Record<string, string>
}

const methods = ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE'] as const

/** One operation of Azure's REST API. `arm/app.ts` checks the caller's permission for `action` before it is handled. */
export interface ArmOperation {
  method: (typeof methods)[number]
  /** `/subscriptions/:subscriptionId/…`; its parameters are read from `ArmRequest.parameters` */
  path: string
  /**
   * `Microsoft.Compute/galleries/read`; absent if signing in is enough, or a list returns only what the caller can read
   */
  action?: string
  /** a POST that changes nothing: the checks for writes do not apply */
  readsOnly?: true
  handle(request: ArmRequest): ArmReply
}

/**
 * A part of the path that the operation's own `path` names. Throws only if the two do not fit: a mistake in the
 * simulator.
 */
export function parameter(request: ArmRequest, name: string): string {
  const value = request.parameters[name]
  if (value === undefined) throw new Error(`The path of this operation has no parameter ${name}`)
  return value
}

/** The operation of `GET /subscriptions/…`. The rest is as in `ArmOperation`. */
export function operation(
  methodAndPath: `${ArmOperation['method']} ${string}`,
  action: string | undefined,
  handle: ArmOperation['handle'],
): ArmOperation {
  const at = methodAndPath.indexOf(' ')
  const method = methods.find((one) => one === methodAndPath.slice(0, at)) ?? 'GET'
  return { method, path: methodAndPath.slice(at + 1), ...(action !== undefined && { action }), handle }
}
