import type { PipelineResponse } from '@azure/core-rest-pipeline'
import { armErrorOf, type ArmErrorDetail } from '@portal/arm'
import type { AzureService } from '@portal/portal-api'
import { jsonOf } from '../../http/json-text.ts'
import { ServiceNotAnswering } from '../../outages/service-not-answering.ts'
import { azureOf, codeOf, Refusal, type Answer, type RefusalEvent } from '../../refusals/refusal.ts'
import { retryAfterMs } from '../../refusals/retry-after.ts'

/** ARM refused, in its own format. `retryAt` (ms since 1970) if it says when to try again. */
export class ArmRefusal extends Refusal {
  readonly status: number
  readonly arm: ArmErrorDetail
  readonly retryAt: number | undefined
  constructor(status: number, arm: ArmErrorDetail, retryAt?: number) {
    super(`ARM answered ${status} ${arm.code}`)
    this.name = 'ArmRefusal'
    this.status = status
    this.arm = arm
    this.retryAt = retryAt
  }

  answer(): Answer {
    const { status, arm, retryAt } = this
    const azure = azureOf(arm)
    if (status === 401)
      return {
        status,
        code: 'SignInRequired',
        ...azure,
        headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
      }
    if (status === 403) return { status, code: 'ForbiddenByAzure', ...azure }
    if (status === 404) return { status, code: 'NotFoundInAzure', ...azure }
    if (isBusyRefusal(this)) return { status: 409, code: 'ResourceBusy', ...azure, retryAt }
    if (status === 429) return { status, code: 'ThrottledByAzure', ...azure, retryAt }
    return { status: status < 400 ? 502 : status, code: 'RefusedByAzure', ...azure }
  }
}

/**
 * The subscription is in another tenant than the token. `tenantId` if ARM names it, in the challenge that tells clients
 * where to get a token: the message would be in the user's language.
 */
export class OtherTenantRefusal extends ArmRefusal {
  readonly tenantId: string | undefined
  constructor(arm: ArmErrorDetail, challenge: string | undefined) {
    super(401, arm)
    this.name = 'OtherTenantRefusal'
    this.tenantId = /\bauthorization_uri="?https?:\/\/[^/"]+\/([0-9a-f-]{36})\b/i
      .exec(challenge ?? '')?.[1]
      ?.toLowerCase()
  }

  override answer(): Answer {
    return { status: 403, code: 'OtherDirectory', ...azureOf(this.arm), tenantId: this.tenantId }
  }
}

/**
 * The 429 of a limit that all users of the subscription share: ARM's headers say that nothing of it is left. Every
 * other 429 concerns the user, or a provider's operation.
 */
export class SubscriptionLimitReached extends ArmRefusal {}

// like those of a user, with 15 times the limit
const limitsOfSubscription = ['reads', 'writes', 'deletes'].map(
  (kind) => `x-ms-ratelimit-remaining-subscription-global-${kind}`,
)

/**
 * Whether ARM refuses because another operation on the resource is in progress. ARM uses 429 for it, which is not
 * throttling here. https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
export function isBusyRefusal({ status, arm }: ArmRefusal): boolean {
  return status === 429 && arm.code === 'RetryableErrorDueToAnotherOperation'
}

/**
 * No response, or an unreliable one: `timeout` and `connection` before a response arrived, `server` for a 5xx, `form`
 * for what is not ARM's format (a gateway's HTML page with status 200, for example). After a write, all of them leave
 * open whether it was done.
 */
export class NoClearAnswer extends Refusal {
  readonly reason: 'timeout' | 'connection' | 'server' | 'form'
  readonly status: number | undefined
  readonly arm: ArmErrorDetail | undefined
  readonly retryAt: number | undefined
  /** set by the policy that knows whose place the call had */
  service: AzureService | undefined
  constructor(
    reason: NoClearAnswer['reason'],
    answer: {
      status?: number | undefined
      arm?: ArmErrorDetail | undefined
      retryAt?: number | undefined
      cause?: unknown
    } = {},
  ) {
    super(`No clear answer from ARM: ${reason}${answer.status === undefined ? '' : ` ${answer.status}`}`, {
      cause: answer.cause,
    })
    this.name = 'NoClearAnswer'
    this.reason = reason
    this.status = answer.status
    this.arm = answer.arm
    this.retryAt = answer.retryAt
  }

  override get leavesOutcomeOpen(): boolean {
    return true
  }

  answer(): Answer {
    const { reason, arm, retryAt, service } = this
    return { status: reason === 'timeout' ? 504 : 502, code: 'AzureUnavailable', ...azureOf(arm), retryAt, service }
  }

  override logEvent(): RefusalEvent {
    const { reason, service, cause } = this
    return { level: 'warn', event: 'no-clear-answer', reason, service, cause: codeOf(cause) }
  }
}

/** Whether a read failed because of Azure: it refused, did not answer, or was not asked because it answers nobody. */
export function isOfAzure(error: unknown): boolean {
  return error instanceof ArmRefusal || error instanceof NoClearAnswer || error instanceof ServiceNotAnswering
}

/** A reply with the value of its JSON, which is parsed only here; undefined if there is no body. */
interface ClearReply extends PipelineResponse {
  json: unknown
}

/**
 * Returns the reply if ARM succeeded with JSON (or an empty body); otherwise throws `ArmRefusal` or `NoClearAnswer`.
 * The SDK alone would accept an HTML page as an empty success, and hides the refusal of a list's second page.
 */
export function clearReply(response: PipelineResponse, now: number): ClearReply {
  const { status, bodyAsText } = response
  const body = bodyAsText ? jsonOf(bodyAsText) : undefined
  if (status >= 200 && status < 300) {
    const isJson = /^application\/json\b/i.test(response.headers.get('content-type') ?? '')
    if (bodyAsText && (!isJson || body === undefined)) throw new NoClearAnswer('form', { status })
    return { ...response, json: body }
  }
  const arm = armErrorOf(body)
  const wait = retryAfterMs(response.headers.get('retry-after'), now)
  const retryAt = wait === undefined ? undefined : now + wait
  if (status >= 500) throw new NoClearAnswer('server', { status, arm, retryAt })
  if (arm === undefined && status !== 429) throw new NoClearAnswer('form', { status })
  if (status === 401 && arm?.code === 'InvalidAuthenticationTokenTenant')
    throw new OtherTenantRefusal(arm, response.headers.get('www-authenticate'))
  const isOfAll = status === 429 && limitsOfSubscription.some((name) => response.headers.get(name) === '0')
  const Refusal = isOfAll ? SubscriptionLimitReached : ArmRefusal
  throw new Refusal(status, arm ?? { code: 'TooManyRequests', message: 'Too many requests.' }, retryAt)
}
