import type { ProblemCode } from '@portal/portal-api'

type RefusedCode = Extract<
  ProblemCode,
  | 'InvalidRequest'
  | 'CrossSiteRequest'
  | 'NotFound'
  | 'MethodNotAllowed'
  | 'UnsupportedMediaType'
  | 'PayloadTooLarge'
  | 'AddressTooLong'
  | 'TooManyRequests'
  | 'UserBlocked'
  | 'PortalReadOnly'
>

interface Details extends ErrorOptions {
  headers?: Record<string, string>
  /** ms since 1970: not before then */
  retryAt?: number | undefined
  /** what those who watch over the portal are told */
  securityEvent?: 'origin-refused' | 'rate-limited' | 'user-blocked' | 'write-refused'
}

/** A request that the portal itself does not take. `reason` is for whoever wrote the client. */
export class RequestRefused extends Error {
  readonly code: RefusedCode
  readonly headers: Record<string, string>
  readonly retryAt: number | undefined
  readonly securityEvent: Details['securityEvent']
  constructor(code: RefusedCode, reason: string, details: Details = {}) {
    super(reason, details)
    this.name = 'RequestRefused'
    this.code = code
    this.headers = details.headers ?? {}
    this.retryAt = details.retryAt
    this.securityEvent = details.securityEvent
  }
}
