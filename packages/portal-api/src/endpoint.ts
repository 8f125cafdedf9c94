import * as z from 'zod/mini'

/**
 * One call between browser and BFF, written once; both ends parse with it. The request of a GET travels in the
 * query string, that of a write as JSON; both are objects.
 */
export interface Endpoint<Request extends z.ZodMiniType, Response extends z.ZodMiniType> {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  path: `/api/${string}`
  request: Request
  response: Response
  /** the maximum JSON size of a write in bytes, if it is more than the usual 64 kB */
  largestRequest?: number
  /** as `ask` says it */
  onlyReads?: true
  /** a write about the user's own session: it changes nothing in Azure */
  ofSession?: true
  /** also answers callers without a token, or with a rejected one */
  forAnybody?: true
}

/** Whether it changes nothing in Azure. */
export function changesNothing({
  method,
  onlyReads,
  ofSession,
  forAnybody,
}: Pick<Endpoint<z.ZodMiniType, z.ZodMiniType>, 'method' | 'onlyReads' | 'ofSession' | 'forAnybody'>): boolean {
  return method === 'GET' || Boolean(onlyReads ?? ofSession ?? forAnybody)
}

/** An endpoint that has more to it than its method, path and schemas. */
export function endpoint<Request extends z.ZodMiniType, Response extends z.ZodMiniType>(
  definition: Endpoint<Request, Response>,
): Endpoint<Request, Response> {
  return definition
}

/** A request or an answer that holds nothing. */
export const nothing = z.strictObject({})

/** An endpoint of that method. */
export const get = of('GET')
export const put = of('PUT')
export const post = of('POST')
export const del = of('DELETE')

function of(method: Endpoint<z.ZodMiniType, z.ZodMiniType>['method']) {
  return <Request extends z.ZodMiniType, Response extends z.ZodMiniType>(
    path: `/api/${string}`,
    request: Request,
    response: Response,
  ): Endpoint<Request, Response> => ({ method, path, request, response })
}

/** A POST for its body alone: it changes nothing, and does not count as a write. */
export function ask<Request extends z.ZodMiniType, Response extends z.ZodMiniType>(
  path: `/api/${string}`,
  request: Request,
  response: Response,
): Endpoint<Request, Response> {
  return { ...post(path, request, response), onlyReads: true }
}

export type RequestOf<E> = E extends Endpoint<infer Request, infer _> ? z.input<Request> : never
export type ResponseOf<E> = E extends Endpoint<infer _, infer Response> ? z.output<Response> : never
