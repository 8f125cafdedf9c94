import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ask, noLimits, startTestPortal, type TestPortal } from '../testing/portal.ts'

// What pages of other sites can make a browser send, in the worst case: with a valid token. Each is sent to a portal of
// its own, because the log sums what repeats.

let portal: TestPortal
let authorization: string

beforeEach(async () => {
  portal = await startTestPortal()
  const asAda = await portal.as('ada@contoso.example')
  authorization = `Bearer ${asAda.token}`
})
afterEach(() => portal.close())

const json = 'application/json'
const plan = JSON.stringify({ name: '2.0.0' })

/** Sends a write unchanged, without the origin that `ask` would add. */
const write = (headers: Record<string, string>, body = plan, method = 'PUT') =>
  fetch(`${portal.url}/api/image-versions`, { method, headers: { authorization, ...headers }, body })

describe('a write that another site has a browser send', () => {
  it.each([
    ['S20', 'a form', { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' }, 403],
    ['S20', 'a form, as if it were of the portal', { origin: 'own', 'content-type': 'multipart/form-data' }, 415],
    ['S21', 'JSON that calls itself text', { origin: 'own', 'content-type': 'text/plain' }, 415],
    ['S22', 'no origin', { 'content-type': json }, 403],
    ['S22', 'an origin that is hidden', { origin: 'null', 'content-type': json }, 403],
    ['S23', 'a foreign origin', { origin: 'https://evil.example', 'content-type': json }, 403],
    ['S23', 'an origin that only begins alike', { origin: 'own.evil.example', 'content-type': json }, 403],
    ['S24', 'the word of the browser', { origin: 'own', 'sec-fetch-site': 'cross-site', 'content-type': json }, 403],
    ['S24', 'a sister site', { origin: 'own', 'sec-fetch-site': 'same-site', 'content-type': json }, 403],
  ])('%s: with %s has no effect', async (_id, _what, headers, status) => {
    const sent = Object.entries(headers).map(([name, value]) => [name, value.replace(/^own/, portal.url)])
    const response = await write(Object.fromEntries(sent) as Record<string, string>)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ code: status === 415 ? 'UnsupportedMediaType' : 'CrossSiteRequest' })
    expect(portal.azure.requests).toEqual([])
    const events = portal.log.filter((line) => line.includes('"event":"origin-refused"'))
    expect(events).toHaveLength(status === 415 ? 0 : 1)
    for (const event of events) expect(event).toContain('"route":"/api"')
  })

  it('is told from one of the portal’s own pages', async () => {
    for (const headers of [{ origin: portal.url }, { 'sec-fetch-site': 'same-origin' }]) {
      const response = await write({ ...headers, 'content-type': json })
      // it came as far as the schema, which misses the rest of the plan
      expect(await response.json()).toMatchObject({ status: 400, code: 'InvalidRequest' })
    }
  })
})

it.each(['OPTIONS', 'GET'])('S25: %s of another origin is given no leave', async (method) => {
  const headers = {
    origin: 'https://evil.example',
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'authorization',
  }
  const response = await fetch(`${portal.url}/api/image-versions`, { method, headers })
  expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  expect(response.status).toBeGreaterThanOrEqual(400)
})

describe('what a page of another site has a browser send', () => {
  const status = async (path: string, init: Parameters<typeof ask>[1], at = portal) =>
    (await ask(`${at.url}${path}`, init)).status
  const many = async (send: () => Promise<number>) => {
    const statuses: number[] = []
    for (let count = 0; count < 12; count += 1) statuses.push(await send())
    return [...new Set(statuses)]
  }

  it.each([
    ['a read', 'cross-site', '/api/subscriptions', 'GET'],
    ['a read of a sister site', 'same-site', '/api/subscriptions', 'GET'],
    ['a write', 'cross-site', '/api/image-versions', 'PUT'],
    ['a report', 'cross-site', '/csp-reports', 'POST'],
  ])('S48: %s (%s) is refused, and uses up none of the requests of its address', async (_, site, path, method) => {
    const limited = await startTestPortal({ requestsPerSecond: { ...noLimits, address: 1 } })
    const headers = { 'sec-fetch-site': site }
    expect(await many(() => status(path, { method, headers }, limited))).toEqual([403])
    expect(await status('/api/configuration', {}, limited)).toBe(200)
    expect(await status('/csp-reports', { method: 'POST' }, limited)).toBe(400)
    await limited.close()
  })

  it('S48: reports use up no other requests of their address', async () => {
    const limited = await startTestPortal({ requestsPerSecond: { ...noLimits, address: 1 } })
    expect(await many(() => status('/csp-reports', { method: 'POST' }, limited))).toEqual([400, 429])
    expect(await status('/api/configuration', {}, limited)).toBe(200)
    await limited.close()
  })

  it.each([undefined, 'same-origin', 'none'])(
    'is told from what is typed, from a page of the portal, and from no browser (%s)',
    async (site) => {
      expect(
        await status('/api/configuration', site === undefined ? {} : { headers: { 'sec-fetch-site': site } }),
      ).toBe(200)
    },
  )
})
