import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ask, startTestPortal, type TestPortal } from '../testing/portal.ts'

let portal: TestPortal
beforeEach(async () => {
  portal = await startTestPortal()
})
afterEach(() => portal.close())

const report = (body: unknown, type = 'application/csp-report') =>
  ask(`${portal.url}/csp-reports`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const old = {
  'csp-report': {
    'document-uri': 'https://images.contoso.com/galleries?name=canary#canary',
    'effective-directive': 'script-src-elem',
    'blocked-uri': 'https://evil.example/x.js?canary',
    'script-sample': 'canary',
  },
}
const recent = [
  {
    type: 'csp-violation',
    url: 'https://images.contoso.com/',
    body: { effectiveDirective: 'style-src-attr', blockedURL: 'inline', documentURL: 'https://images.contoso.com/new' },
  },
]
const violations = () =>
  portal.log.map((line) => JSON.parse(line) as { event: string }).filter(({ event }) => event.startsWith('csp-'))

it.each([
  [
    'the old',
    old,
    'application/csp-report',
    { directive: 'script-src-elem', blocked: 'https://evil.example', page: '/galleries' },
  ],
  ['the new', recent, 'application/reports+json', { directive: 'style-src-attr', blocked: 'inline', page: '/new' }],
])(
  'a violation that a browser reports in %s form is a line of the log, without what users type',
  async (...[, body, type, line]) => {
    expect((await report(body, type)).status).toBe(204)
    expect(violations()).toEqual([expect.objectContaining({ level: 'warn', event: 'csp-violation', ...line })])
    expect(portal.log.join('')).not.toContain('canary')
  },
)

it('of many alike the log has one in a minute, and how many more there were', async () => {
  for (let time = 0; time < 30; time += 1) await report(old)
  expect((await report(recent)).status).toBe(204)
  expect(violations()).toHaveLength(2)
  await portal.close()
  expect(violations().slice(2)).toEqual([
    expect.objectContaining({ event: 'csp-violation', directive: 'script-src-elem', more: 29 }),
  ])
  portal = await startTestPortal()
})

describe('what is no report', () => {
  it.each([
    ['nothing', '', 400],
    ['another form', '{"type":"csp-violation"}', 400],
    ['too large', JSON.stringify({ ...old, more: 'x'.repeat(20_000) }), 413],
  ])('%s is refused, and is no line', async (_, body, status) => {
    expect((await report(body)).status).toBe(status)
    expect(violations()).toEqual([])
  })
})

it('the policy says where to report, by the old way and the new', async () => {
  const { headers } = await ask(`${portal.url}/livez`)
  expect(headers.get('content-security-policy')).toMatch(/report-uri \/csp-reports; report-to csp$/)
  expect(headers.get('reporting-endpoints')).toBe('csp="/csp-reports"')
})
