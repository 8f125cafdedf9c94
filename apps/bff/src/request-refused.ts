import type { ProblemCode } from '@portal/portal-api'

type RefusedCode = Extract<
  ProblemCode,
  'InvalidRequest' | 'NotFound' | 'MethodNotAllowed' | 'UnsupportedMediaType' | 'PayloadTooLarge' | 'TooManyRequests'
>

/** A request that the portal itself does not take. `reason` is for whoever wrote the client. */
export class RequestRefused extends Error {
  readonly code: RefusedCode
  readonly headers: Record<string, string>
  constructor(code: RefusedCode, reason: string, options: ErrorOptions & { headers?: Record<string, string> } = {}) {
    super(reason, options)
    this.name = 'RequestRefused'
    this.code = code
    this.headers = options.headers ?? {}
  }
}
