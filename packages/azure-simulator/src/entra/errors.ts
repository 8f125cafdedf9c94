import { randomUUID } from 'node:crypto'

/** A refusal of Entra ID: an OAuth error code, and the AADSTS number that its own pages explain. */
export class EntraError extends Error {
  readonly error: string
  readonly aadsts: number
  readonly status: number
  readonly suberror: string | undefined
  /** JSON of the claims to request */
  readonly claims: string | undefined
  constructor(
    [error, aadsts]: [error: string, aadsts: number],
    message: string,
    more: { status?: number; suberror?: string; claims?: string } = {},
  ) {
    super(message)
    this.name = 'EntraError'
    this.error = error
    this.aadsts = aadsts
    this.status = more.status ?? 400
    this.suberror = more.suberror
    this.claims = more.claims
  }

  get description(): string {
    return `AADSTS${this.aadsts}: ${this.message}`
  }
}

/** The body of a refused token request: https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
export function errorBody(error: EntraError, now: number): object {
  const timestamp = new Date(now).toISOString().replace('T', ' ').replace(/\.\d+/, '')
  const [traceId, correlationId] = [randomUUID(), randomUUID()]
  return {
    error: error.error,
    error_description: `${error.description} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [error.aadsts],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    ...(error.suberror !== undefined && { suberror: error.suberror }),
    ...(error.claims !== undefined && { claims: error.claims }),
  }
}

/** What cannot be read at all: https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
export function malformedRequest(): EntraError {
  return new EntraError(['invalid_request', 9002313], 'Invalid request. Request is malformed or invalid.')
}

export function invalidRequest(message: string): EntraError {
  return new EntraError(['invalid_request', 900144], message)
}

/** A second factor is required, which only the user can provide. `claims` is the request. */
export function secondFactorRequired(claims: string): EntraError {
  const message =
    'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access this resource.'
  return new EntraError(['interaction_required', 50076], message, { suberror: 'basic_action', claims })
}
