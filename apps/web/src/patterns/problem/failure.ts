import type { Problem, ProblemCode } from '@portal/portal-api'
import { ClaimsChallenge, NetworkFailure, PortalProblem, ReplyUnreadable } from '../../api/failures.ts'
import { TokenUnavailable, SignInNeeded } from '../../auth/authentication.ts'
import type { ClientProblemCode } from '../../i18n/answers/problems.en.ts'
import type { Texts } from '../../i18n/shared-texts.en.ts'

/** A failure's code in the catalogue, and its other facts. */
export interface Failure {
  code: ProblemCode | ClientProblemCode
  correlationId?: string
  problem?: Problem
}

/** Accepts anything that was thrown; an unknown error is `Unexpected`. */
export function failureOf(error: unknown): Failure {
  if (error instanceof PortalProblem)
    return { code: codeOf(error), correlationId: error.problem.correlationId, problem: error.problem }
  if (error instanceof NetworkFailure || error instanceof ReplyUnreadable)
    return { code: error.code, correlationId: error.correlationId }
  if (error instanceof ClaimsChallenge || error instanceof SignInNeeded || error instanceof TokenUnavailable)
    return { code: error.code }
  return { code: 'Unexpected' }
}

/** The portal's code, or Azure's if the catalogue has a text for it. */
function codeOf({ code, problem }: PortalProblem): Failure['code'] {
  return problem.azure?.code === 'SandboxSetAside' ? 'SandboxSetAside' : code
}

/** What happened: with the name of the service that does not respond, where it is known. */
export function titleOf({ code, problem }: Failure, { problems, azureServices }: Texts): string {
  const { service } = problem ?? {}
  return service === undefined ? problems[code].title : azureServices.notResponding(azureServices.names[service])
}
