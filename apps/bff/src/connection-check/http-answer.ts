import { jsonOf } from '../http/json-text.ts'
import { isUntrustedCertificate, noAnswerReason } from '../http/network-failure.ts'
import { failed, type LinkOutcome } from './link-report.ts'

const timeoutMs = 10_000

/** An answer by HTTP as far as a check looks at it. */
export interface HttpAnswer {
  status: number
  /** JSON; undefined for anything else, for example a proxy's page */
  body: unknown
  /** how far the other clock is ahead of ours, in milliseconds; undefined if there is no time */
  aheadMs: number | undefined
}

/** No answer by HTTP. `reason` is what Node or OpenSSL call it. */
class NoHttpAnswer extends Error {
  readonly host: string
  readonly reason: string
  constructor(host: string, reason: string, options: ErrorOptions) {
    super(`No answer from ${host}: ${reason}`, options)
    this.name = 'NoHttpAnswer'
    this.host = host
    this.reason = reason
  }
}

/** The response of `url`, without a token; redirects are not followed. Throws `NoHttpAnswer`, after at most 10 s. */
export async function httpAnswer(url: string): Promise<HttpAnswer> {
  const sentAt = Date.now()
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
    const aheadMs = aheadOf(response.headers.get('date'), (sentAt + Date.now()) / 2)
    return { status: response.status, body: jsonOf(await response.text()), aheadMs }
  } catch (error) {
    throw new NoHttpAnswer(new URL(url).host, noAnswerReason(error, timeoutMs), { cause: error })
  }
}

/** How far a Date header, which is in whole seconds, is before `at` (ms since 1970); undefined if there is none. */
export function aheadOf(date: string | null, at: number): number | undefined {
  const told = Date.parse(date ?? '')
  return Number.isNaN(told) ? undefined : Math.round(told + 500 - at)
}

/** What a missing response means for the step; rethrows other errors. */
export function unanswered(error: unknown, finding: 'EntraUnreachable' | 'ArmUnreachable'): LinkOutcome {
  if (!(error instanceof NoHttpAnswer)) throw error
  const { host, reason } = error
  return failed(isUntrustedCertificate(reason) ? 'CertificateUntrusted' : finding, [
    { name: 'host', value: host },
    { name: 'error', value: reason },
  ])
}
