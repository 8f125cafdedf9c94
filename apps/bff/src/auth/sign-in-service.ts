import { codeOf, Refusal, type Answer, type RefusalEvent } from '../refusals/refusal.ts'

/** Entra ID did not answer, or throttles this user: try again at `retryAt` (ms since 1970). */
export class SignInServiceUnavailable extends Refusal {
  readonly code = 'SignInServiceUnavailable'
  readonly retryAt: number | undefined
  constructor(retryAt?: number, options?: ErrorOptions) {
    super('The sign-in service does not answer', options)
    this.name = 'SignInServiceUnavailable'
    this.retryAt = retryAt
  }

  answer(): Answer {
    return { status: 503, code: this.code, retryAt: this.retryAt }
  }

  override logEvent(): RefusalEvent | undefined {
    if (!(this.cause instanceof NoApiCredential)) return undefined
    return { level: 'error', event: 'no-api-credential', cause: codeOf(this.cause.cause) }
  }
}

/** The API has nothing to prove itself with to Entra ID: its token file or its managed identity fails (`cause`). */
export class NoApiCredential extends Error {
  constructor(options: ErrorOptions) {
    super("The API's own credential cannot be had", options)
    this.name = 'NoApiCredential'
  }
}
