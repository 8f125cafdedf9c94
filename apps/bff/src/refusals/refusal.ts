import type { ArmErrorDetail } from '@portal/arm'
import type { AzureService, Problem, ProblemCode } from '@portal/portal-api'

/** What is answered for an error: the problem but for what every problem has, and headers. */
export interface Answer extends Pick<Problem, 'status' | 'code' | 'issues' | 'differences' | 'azure' | 'decoded'> {
  tenantId?: string | undefined
  service?: AzureService | undefined
  /** ms since 1970: not before then */
  retryAt?: number | undefined
  headers?: Record<string, string>
}

/** Where the caller signed in, for a challenge that sends them there again. */
export interface SignInPlace {
  authorizationEndpoint: string
  tenantId: string
}

/** What operators see. Never the text of an error, which might quote user input. */
export interface RefusalEvent {
  level: 'debug' | 'warn' | 'error'
  event: string
  [fact: string]: unknown
}

/** A request that fails for a known reason: each class has its response and its log event. */
export abstract class Refusal extends Error {
  /** Whether a write might have been done anyway. */
  get leavesOutcomeOpen(): boolean {
    return false
  }

  abstract answer(place: SignInPlace): Answer

  /** The extra log line besides that of every request; undefined if none is needed. */
  logEvent(): RefusalEvent | undefined {
    return undefined
  }
}

interface Plain {
  /** also the name of the error */
  code: ProblemCode
  status: number
  event?: RefusalEvent
}

/** A request that fails with the same response and log event each time. */
export class PlainRefusal extends Refusal {
  readonly plain: Plain
  constructor(message: string, plain: Plain, options?: ErrorOptions) {
    super(message, options)
    this.name = plain.code
    this.plain = plain
  }

  get code(): ProblemCode {
    return this.plain.code
  }

  answer(): Answer {
    return { status: this.plain.status, code: this.plain.code }
  }

  override logEvent(): RefusalEvent | undefined {
    return this.plain.event
  }
}

/** Azure's own error, as a problem passes it on. */
export function azureOf(arm: ArmErrorDetail | undefined): Pick<Answer, 'azure'> {
  if (arm === undefined) return {}
  return {
    azure: { code: arm.code, message: arm.message, ...(typeof arm.target === 'string' && { target: arm.target }) },
  }
}

/**
 * The name of a cause in Node and OpenSSL, for example ECONNREFUSED or CERT_HAS_EXPIRED, and in MSAL, for example
 * network_error.
 */
export function codeOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined
  if ('code' in cause) return String(cause.code)
  return 'errorCode' in cause ? String(cause.errorCode) : undefined
}
