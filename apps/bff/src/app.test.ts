import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, raw, startTestPortal, type TestPortal } from './testing/portal.ts'

// What every response has, for any caller.

let portal: TestPortal
let webRoot: string
const page = '<!doctype html><title>Portal</title><style>body{margin:0}</style>'

beforeAll(async () => {
  webRoot = mkdtempSync(join(tmpdir(), 'portal-web-'))
  for (const folder of ['assets', 'auth', '.git']) mkdirSync(join(webRoot, folder))
  writeFileSync(join(webRoot, 'index.html'), page)
  writeFileSync(join(webRoot, 'auth/redirect.html'), '<!doctype html><title>Bridge</title>')
  writeFileSync(join(webRoot, 'assets/index-abc123.js'), 'export {}')
  writeFileSync(join(webRoot, 'assets/index-abc123.js.br'), brotliCompressSync('export {}'))
  writeFileSync(join(webRoot, 'assets/index-abc123.js.map'), '{}')
  writeFileSync(join(webRoot, 'assets/film-abc123.webm'), '0123456789')
  writeFileSync(join(webRoot, '.git/HEAD'), 'ref: refs/heads/main')
  portal = await startTestPortal({ webRoot })
})
afterAll(async () => {
  await portal.close()
  rmSync(webRoot, { recursive: true })
})

const at = (path: string) => `${portal.url}${path}`

describe('the headers of safety', () => {
  const wanted = [
    'content-security-policy',
    'cross-origin-opener-policy',
    'cross-origin-resource-policy',
    'permissions-policy',
    'referrer-policy',
    'x-content-type-options',
    'strict-transport-security',
    'x-powered-by',
    'access-control-allow-origin',
    'set-cookie',
    'etag',
  ]
  const headersOf = async (path: string, init: Parameters<typeof ask>[1] = {}) => {
    const { headers } = await ask(at(path), init)
    return Object.fromEntries(wanted.map((name) => [name, headers.get(name)?.replaceAll(portal.azure.url, 'SIGN-IN')]))
  }
  const everywhere = {
    'content-security-policy':
      "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' 'sha256-IAdwN3biDCQ3brrgp1m8kBEsPQYyqfREKOEfeoREopc='; img-src 'self' data:; font-src 'self'; media-src 'self'; manifest-src 'self'; connect-src 'self' SIGN-IN; frame-src 'self' SIGN-IN; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types import-worker; report-uri /csp-reports; report-to csp",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'strict-transport-security': undefined,
    'x-powered-by': undefined,
    'access-control-allow-origin': undefined,
    'set-cookie': undefined,
    etag: undefined,
  }

  it.each([
    ['an answer', '/api/configuration', {}],
    ['a refusal', '/api/subscriptions', {}],
    ['an address of nothing', '/api/nothing', {}],
    ['a method that is not taken', '/api/configuration', { method: 'DELETE' }],
    ['a probe', '/livez', {}],
    ['a file that is not there', '/assets/none.js', {}],
  ])('S32: are on %s', async (_, path, init) => {
    expect(await headersOf(path, init)).toEqual(everywhere)
  })

  it('S32: are on a page too, which browsers may keep if they ask again', async () => {
    expect(await headersOf('/')).toEqual({ ...everywhere, etag: expect.stringMatching(/^W\//) as string })
  })

  it('let the page that sign-in returns to be framed by the portal, and free of its opener policy', async () => {
    const headers = await headersOf('/auth/redirect.html')
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'")
    expect(headers['cross-origin-opener-policy']).toBeUndefined()
  })

  it('S32: keep answers of the API out of every cache', async () => {
    for (const path of ['/api/configuration', '/api/subscriptions', '/api/nothing']) {
      const { headers } = await ask(at(path))
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('vary')).toBe('Authorization')
    }
  })
})

describe('pages and files', () => {
  it.each(['/', '/image-version?id=%2Fsubscriptions%2Fx%2Fversions%2F1.0.0', '/some/page'])(
    '%s is the portal',
    async (path) => {
      const { status, body, headers } = await ask(at(path))
      expect({ status, body }).toEqual({ status: 200, body: page })
      expect(headers.get('cache-control')).toBe('no-cache')
    },
  )

  it('an asset is kept for ever, and comes compressed', async () => {
    const { headers, body } = await ask(at('/assets/index-abc123.js'), { headers: { 'accept-encoding': 'br' } })
    expect(body).toBe('export {}')
    expect(headers.get('content-encoding')).toBe('br')
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  it('a page that has not changed is not sent again', async () => {
    const etag = (await ask(at('/'))).headers.get('etag') ?? ''
    const answer = await raw(
      portal.url,
      `GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nIf-None-Match: ${etag}\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 304 /)
    expect(answer).not.toContain('doctype')
  })

  it('a browser that cannot read the compressed form gets the plain one', async () => {
    const { headers, body } = await ask(at('/assets/index-abc123.js'), { headers: { 'accept-encoding': 'identity' } })
    expect(body).toBe('export {}')
    expect(headers.get('content-encoding')).toBeNull()
    expect(headers.get('content-type')).toMatch(/javascript/)
  })

  it.each([
    [undefined, 200, null, '0123456789'],
    ['bytes=0-1', 206, 'bytes 0-1/10', '01'],
    ['bytes=4-', 206, 'bytes 4-9/10', '456789'],
    ['bytes=-3', 206, 'bytes 7-9/10', '789'],
    ['bytes=10-', 416, 'bytes */10', ''],
    ['lines=1-2', 200, null, '0123456789'],
  ])('a film comes in the parts that a browser asks for: %s', async (range, wanted, contentRange, text) => {
    const { status, headers, body } = await ask(at('/assets/film-abc123.webm'), { headers: range ? { range } : {} })
    expect({ status, body: body ?? '' }).toEqual({ status: wanted, body: text })
    expect(headers.get('content-range')).toBe(contentRange)
    expect(headers.get('content-type')).toBe('video/webm')
    expect(headers.get('content-length')).toBe(String(text.length))
  })

  it('a file goes on being served when a new build has removed it', async () => {
    rmSync(join(webRoot, 'assets/index-abc123.js'))
    rmSync(join(webRoot, 'assets/index-abc123.js.br'))
    expect(await ask(at('/assets/index-abc123.js'))).toMatchObject({ status: 200, body: 'export {}' })
  })

  it.each([
    '/.git/HEAD',
    '/assets/none.js',
    '/assets/index-abc123.js.br',
    '/favicon.ico',
    '/assets/../.git/HEAD',
    '/assets/..%2f.git/HEAD',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/package.json',
    '/assets/../package.json',
    '/assets/index-abc123.js.map',
    '/auth/none',
    '/x/%5c..%5c',
    '//evil.example',
  ])('S45: %s is nothing', async (path) => {
    const answer = await raw(portal.url, `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 404 /)
    expect(answer).not.toContain('refs/heads')
  })

  it('pages are only read', async () => {
    const reply = await ask(at('/'), { method: 'POST' })
    expect(reply.problem()).toMatchObject({ status: 405, code: 'MethodNotAllowed' })
  })
})

describe('addresses and methods that the API does not take', () => {
  it('another method, which names those that are taken', async () => {
    const reply = await ask(at('/api/image-versions'), { method: 'PATCH' })
    expect(reply.problem()).toMatchObject({ status: 405, code: 'MethodNotAllowed' })
    expect(reply.headers.get('allow')).toBe('GET, PUT')
  })

  it.each(['/api/nothing', '/api', '/api/', '/api/configuration/', '/API/configuration', '/api/image-versions/x'])(
    'an address of nothing: %s',
    async (path) => {
      const reply = await ask(at(path))
      expect(reply.problem()).toMatchObject({ status: 404, code: 'NotFound' })
    },
  )
})

describe('what the browser is told before anyone signs in', () => {
  it('is where to, and nothing secret', async () => {
    const { status, body } = await ask(at('/api/configuration'))
    expect(status).toBe(200)
    expect(body).toMatchObject({
      environment: 'demo',
      authentication: {
        clientId: portal.azure.applications.portal.clientId,
        authority: 'https://sts.demo.invalid/organizations',
        knownAuthorities: ['sts.demo.invalid'],
        authorityMetadata: expect.stringContaining(portal.azure.entra.tokenEndpoint) as string,
        scope: portal.azure.applications.api.scope,
      },
    })
    expect(JSON.stringify(body)).not.toContain(portal.azure.applications.api.clientSecret)
  })
})

describe('probes', () => {
  it('say that the process lives and is ready', async () => {
    expect(await ask(at('/livez'))).toMatchObject({ status: 200, body: 'ok\n' })
    expect(await ask(at('/readyz'))).toMatchObject({ status: 200 })
  })
})

describe('signing out', () => {
  it("ends the user's tokens, that of another tab too", async () => {
    const here = await portal.as('ada@contoso.example')
    const elsewhere = await portal.as('ada@contoso.example')
    await elsewhere.get('/api/subscriptions')
    expect(await here.send('DELETE', '/api/session', {})).toMatchObject({ status: 200, body: {} })
    for (const tab of [here, elsewhere])
      expect((await tab.get('/api/subscriptions')).problem()).toMatchObject({ status: 401, code: 'SignInRequired' })
    expect((await (await portal.as('ada@contoso.example')).get('/api/subscriptions')).status).toBe(200)
  })

  it('ends the token that it was asked with alone where nobody was there to ask, and drops what is kept for its user', async () => {
    const here = await portal.as('ada@contoso.example')
    const elsewhere = await portal.as('ada@contoso.example')
    await elsewhere.get('/api/subscriptions')
    const ended = await here.send('DELETE', '/api/session', { thisTokenOnly: true })
    expect(ended).toMatchObject({ status: 200, body: {} })
    expect((await here.get('/api/subscriptions')).problem()).toMatchObject({ status: 401, code: 'SignInRequired' })
    portal.azure.faults.answer(
      { method: 'POST', path: /\/token$/ },
      { status: 503, body: { error: 'temporarily_unavailable' } },
    )
    expect((await elsewhere.get('/api/subscriptions')).problem()).toMatchObject({
      status: 503,
      code: 'SignInServiceUnavailable',
    })
  })
})

describe('the log', () => {
  it('has a line for a request, with the route and never the address, and no token of anybody', async () => {
    const asBen = await portal.as('ben@contoso.example')
    const subscriptionId = '99999999-1111-4222-8333-444444444444'
    const reply = await asBen.get('/api/galleries', { subscriptionId })
    await asBen.get('/api/subscriptions')
    const lines = portal.log.map((line): unknown => JSON.parse(line))
    expect(lines).toContainEqual(
      expect.objectContaining({
        ts: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
        level: 'info',
        event: 'request',
        correlationId: reply.headers.get('x-correlation-id'),
        method: 'GET',
        route: '/api/galleries',
        status: 404,
        problem: 'NotFoundInAzure',
        tid: portal.azure.tenantId,
        arm: [expect.objectContaining({ method: 'GET', attempt: 1, status: 404, armCode: 'SubscriptionNotFound' })],
      }),
    )
    const all = portal.log.join('')
    expect(all).not.toContain(subscriptionId)
    expect(all).not.toMatch(/eyJ|Bearer|authorization/i)
    expect(all).not.toContain(portal.azure.applications.api.clientSecret)
  })

  it('S44: keeps to one line whatever is sent, in what it logs of a write too', async () => {
    // whatever a log reader might treat as the end of a line
    const ends = ['\n', '\r', '\v', '\f', '\u001c', '\u001d', '\u001e', '\u0085', '\u2028', '\u2029']
    const forged = ends.map((end) => `${end}{"event":"forged"}${end}`).join('')
    const [logged, audited] = [portal.log.length, portal.audit.length]
    const asAda = await portal.as('ada@contoso.example')
    await ask(at(`/api/galleries?subscriptionId=${encodeURIComponent(forged)}`))
    await asAda.send('DELETE', '/api/gallery-resources', { id: forged })
    const lines = [...portal.log.slice(logged), ...portal.audit.slice(audited)]
    // the log contains it: otherwise this test proves nothing
    expect(lines.some((line) => JSON.stringify(JSON.parse(line)).includes('forged'))).toBe(true)
    for (const line of lines) {
      expect(ends.filter((end) => line.trimEnd().includes(end))).toEqual([])
      expect(JSON.parse(line)).not.toMatchObject({ event: 'forged' })
    }
  })
})
