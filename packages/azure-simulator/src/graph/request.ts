import type { JsonObject } from '../json.ts'
import type { Tenants } from '../tenants.ts'
import type { Tenant } from '../world.ts'

/** The caller, from the verified token. */
export interface GraphCaller {
  /** object id of the user or the service principal */
  objectId: string
  /** a program in its own name */
  isApplication: boolean
  /** delegated permissions of the token; none for a program */
  scopes: string[]
}

/** What names an object in a path: `/applications/{id}`, `/applications(appId='…')`. */
export interface GraphKey {
  /** `id`, or an alternate key, for example `appId` */
  property: string
  value: string
}

/** A request whose caller has permission. */
export interface GraphRequest {
  tenant: Tenant
  tenants: Tenants
  caller: GraphCaller
  /** the keys of the path, in its order */
  keys: GraphKey[]
  /** `$filter` and similar ones, by their names in lowercase with the dollar */
  query: Record<string, string>
  body: JsonObject
  /** `Prefer: create-if-missing`: a PATCH creates a missing object */
  createsIfMissing: boolean
  /** Microsoft Graph's address, for absolute URLs */
  origin: string
  /** the requested path there, for `@odata.nextLink` */
  path: string
  /** real time in milliseconds, as of tokens */
  now: number
}

export interface GraphReply {
  status: number
  body?: object
}

/** What a request requires, besides the permission in the token. */
type GraphRequirement = 'signed in' | 'reader of the directory' | 'application administrator'

/** One operation of Microsoft Graph v1.0. */
export interface GraphOperation {
  /** method and path, in lowercase, `{}` for a key: `POST applications/{}/addpassword` */
  methodAndPath: `${'GET' | 'POST' | 'PATCH' | 'DELETE'} ${string}`
  requires: GraphRequirement
  handle(request: GraphRequest): GraphReply
}

export function operation(
  methodAndPath: GraphOperation['methodAndPath'],
  requires: GraphRequirement,
  handle: GraphOperation['handle'],
): GraphOperation {
  return { methodAndPath, requires, handle }
}

/** The key at `index`. Throws only if the path has none: a mistake in the simulator. */
export function keyAt({ keys }: GraphRequest, index: number): GraphKey {
  const key = keys[index]
  if (key === undefined) throw new Error('The path of this operation has no such key')
  return key
}

/** 200 with one object. `entity` is its set: `applications`. */
export function entityReply({ origin }: GraphRequest, entity: string, object: object): GraphReply {
  return { status: 200, body: { '@odata.context': `${origin}/v1.0/$metadata#${entity}/$entity`, ...object } }
}

/** 201 with the created object. */
export function createdReply(request: GraphRequest, entity: string, object: object): GraphReply {
  return { ...entityReply(request, entity, object), status: 201 }
}

/** Milliseconds as Graph writes a time. */
export function isoSeconds(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+/, '')
}
