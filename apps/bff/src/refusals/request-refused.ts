import type { ProblemCode } from '@portal/portal-api'
import { Refusal, type Answer, type RefusalEvent } from './refusal.ts'

type RefusedCode = Extract<
  ProblemCode,
  | 'InvalidRequest'
  | 'CrossSiteRequest'
  | 'NotFound'
  | 'MethodNotAllowed'
  | 'UnsupportedMediaType'
  | 'RequestTimeout'
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
  /** what operators see */
  securityEvent?: 'origin-refused' | 'rate-limited' | 'user-blocked' | 'write-refused'
}

const statusOf: Record<RefusedCode, number> = {
  InvalidRequest: 400,
  CrossSiteRequest: 403,
  UserBlocked: 403,
  PortalReadOnly: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  RequestTimeout: 408,
  PayloadTooLarge: 413,
  AddressTooLong: 414,
  UnsupportedMediaType: 415,
  TooManyRequests: 429,
}

/** A request that the portal itself rejects. `reason` is for the client's developer. */
export class RequestRefused extends Refusal {
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

  answer(): Answer {
    const { code, headers, retryAt } = this
    return { status: statusOf[code], code, headers, retryAt }
  }

  override logEvent(): RefusalEvent {
    const { message: reason, securityEvent } = this
    if (securityEvent === undefined) return { level: 'debug', event: 'request-refused', reason }
    return { level: 'warn', event: securityEvent, reason }
  }
}
