import type { Problem } from '@portal/portal-api'

/** Entra ID or Azure requires more than the token proves. `claims` is the JSON to send to Entra ID. */
export class ClaimsChallenge extends Error {
  readonly code = 'ClaimsChallenge'
  readonly claims: string
  constructor(claims: string) {
    super('More proof of identity is asked for')
    this.name = 'ClaimsChallenge'
    this.claims = claims
  }
}

/** The portal's server answered with a problem. */
export class PortalProblem extends Error {
  readonly code: Problem['code']
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.name = 'PortalProblem'
    this.code = problem.code
    this.problem = problem
  }
}

/** Whether Azure doesn't have the resource that was asked for, or the user has no permission to view it. */
export function isNotFound(error: unknown): boolean {
  return error instanceof PortalProblem && error.code === 'NotFoundInAzure'
}

/** No response from the portal's server. A write might have arrived anyway. */
export class NetworkFailure extends Error {
  readonly code = 'PortalUnreachable'
  readonly correlationId: string
  constructor(correlationId: string, cause: unknown) {
    super('The portal did not answer', { cause })
    this.name = 'NetworkFailure'
    this.correlationId = correlationId
  }
}

/** An answer that is not of the form agreed on: from a proxy in between, or another release of the portal. */
export class ReplyUnreadable extends Error {
  readonly code = 'ReplyUnreadable'
  readonly status: number
  readonly correlationId: string
  constructor(status: number, correlationId: string, cause?: unknown) {
    super(`The portal answered ${status} in a form that this page does not know`, { cause })
    this.name = 'ReplyUnreadable'
    this.status = status
    this.correlationId = correlationId
  }
}
