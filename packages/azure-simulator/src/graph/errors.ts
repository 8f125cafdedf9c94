import { randomUUID } from 'node:crypto'

/** A request that Microsoft Graph refuses: https://learn.microsoft.com/graph/errors */
export class GraphRefusal extends Error {
  readonly status: number
  readonly code: string
  /** code of the more precise inner error, if Graph has one */
  readonly detail: string | undefined
  readonly headers: Record<string, string>
  constructor(
    [status, code, detail]: [status: number, code: string, detail?: string],
    message: string,
    headers: Record<string, string> = {},
  ) {
    super(message)
    this.name = 'GraphRefusal'
    this.status = status
    this.code = code
    this.detail = detail
    this.headers = headers
  }

  /** Graph's envelope; `now` in milliseconds */
  body(now: number): object {
    const { code, message, detail } = this
    const [requestId, date] = [randomUUID(), new Date(now).toISOString().slice(0, 19)]
    return {
      error: {
        code,
        message,
        ...(detail !== undefined && { details: [{ code: detail, message }] }),
        innerError: { date, 'request-id': requestId, 'client-request-id': requestId },
      },
    }
  }
}

/** 404 */
export function resourceNotFound(key: string): GraphRefusal {
  const message = `Resource '${key}' does not exist or one of its queried reference-property objects are not present.`
  return new GraphRefusal([404, 'Request_ResourceNotFound'], message)
}

/** 403 */
export function requestDenied(): GraphRefusal {
  return new GraphRefusal([403, 'Authorization_RequestDenied'], 'Insufficient privileges to complete the operation.')
}

/** 400; `detail` is the more precise code, if one is known. */
export function badRequest(message: string, detail?: string): GraphRefusal {
  const codes: [number, string] = [400, 'Request_BadRequest']
  return new GraphRefusal(detail === undefined ? codes : [...codes, detail], message)
}

/** 400: another object of the tenant has that value. */
export function valueTaken(property: string): GraphRefusal {
  return badRequest(`Another object with the same value for property ${property} already exists.`, 'ObjectConflict')
}

/** 409: an object with that key is there already. */
export function keyTaken(message: string): GraphRefusal {
  return new GraphRefusal([409, 'Request_MultipleObjectsWithSameKeyValue'], message)
}
