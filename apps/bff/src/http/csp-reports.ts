import express, { Router, type RequestHandler } from 'express'
import * as z from 'zod/mini'
import { RequestRefused } from '../refusals/request-refused.ts'
import type { SummedLines } from '../telemetry/summed-lines.ts'
import type { Telemetry } from '../telemetry/telemetry-events.ts'
import { traceOf } from '../telemetry/trace.ts'
import { jsonOf } from './json-text.ts'
import { assertNoOtherSite } from './own-origin.ts'
import { reportsPath } from './security-headers.ts'

const largestReport = 16 * 1024

interface Violation {
  directive: string
  blocked: string
  page: string
}

// The old form and the new: https://www.w3.org/TR/CSP3/#deprecated-serialize-violation and
// https://www.w3.org/TR/reporting-1/
const text = z.optional(z.string())
const oldReport = z.object({
  'csp-report': z.object({
    'effective-directive': text,
    'violated-directive': text,
    'blocked-uri': text,
    'document-uri': text,
  }),
})
const newReports = z.array(
  z.object({
    type: z.literal('csp-violation'),
    body: z.object({ effectiveDirective: text, blockedURL: text, documentURL: text }),
  }),
)

interface Dependencies {
  lines: SummedLines
  telemetry: Pick<Telemetry, 'policyViolated'>
  ofAddress: RequestHandler
}

/**
 * Accepts browsers' reports about the content security policy, from anyone. It logs only the origin of an address and
 * the path of a page: the rest might contain user input.
 */
export function cspReports({ lines, telemetry, ofAddress }: Dependencies): Router {
  const router = Router({ caseSensitive: true, strict: true })
  const noOtherSites: RequestHandler = (request, _response, next) => {
    assertNoOtherSite(request)
    next()
  }
  const body = express.text({ limit: largestReport, inflate: false, type: () => true })
  router.post(reportsPath, noOtherSites, ofAddress, body, (request, response) => {
    traceOf(response).route = reportsPath
    const violations = violationsIn(typeof request.body === 'string' ? jsonOf(request.body) : undefined)
    if (violations.length === 0) throw new RequestRefused('InvalidRequest', 'Not a report of a violation')
    for (const violation of violations) {
      telemetry.policyViolated(violation.directive)
      lines.write({ level: 'warn', event: 'csp-violation', ...violation })
    }
    response.status(204).end()
  })
  return router
}

function violationsIn(json: unknown): Violation[] {
  const old = z.safeParse(oldReport, json)
  if (old.success) {
    const report = old.data['csp-report']
    const directive = report['effective-directive'] ?? report['violated-directive']
    return [violationOf(directive, report['blocked-uri'], report['document-uri'])]
  }
  const some = z.safeParse(newReports, json)
  if (!some.success) return []
  return some.data.map(({ body }) => violationOf(body.effectiveDirective, body.blockedURL, body.documentURL))
}

function violationOf(directive = '', blocked = '', page = ''): Violation {
  const { origin } = URL.parse(blocked) ?? {}
  return {
    directive: /^[a-z-]{1,40}/.exec(directive)?.[0] ?? 'unknown',
    // inline, eval and the like are not addresses
    blocked:
      origin !== undefined && origin !== 'null' ? origin.slice(0, 200) : (/^[a-z-]{1,40}/.exec(blocked)?.[0] ?? ''),
    page: (URL.parse(page)?.pathname ?? '').slice(0, 200),
  }
}
