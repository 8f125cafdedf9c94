import { expect, it, onTestFinished } from 'vitest'
import { startDemo } from '../demo.ts'
import { ask, type Reply } from '../testing/portal.ts'

async function readFrom(securityContacts: string[]): Promise<Reply> {
  const { url, close } = await startDemo({
    port: 0,
    simulatorPort: 0,
    webRoot: null,
    logLevel: 'silent',
    securityContacts,
  })
  onTestFinished(close)
  return ask(`${url}/.well-known/security.txt`)
}

it('S78: a portal with security contacts names them, and for how long that is true', async () => {
  const { status, headers, body } = await readFrom([
    'mailto:security@contoso.example',
    'https://contoso.example/report',
  ])
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
  const lines = String(body).trimEnd().split('\n')
  expect(lines).toEqual([
    'Contact: mailto:security@contoso.example',
    'Contact: https://contoso.example/report',
    expect.stringMatching(/^Expires: \d{4}-\d\d-\d\dT00:00:00\.000Z$/),
    'Preferred-Languages: en, it',
  ])
  const days = (Date.parse(String(lines[2]).slice('Expires: '.length)) - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(28)
  expect(days).toBeLessThanOrEqual(30)
})

it('a portal without one has no such file', async () => {
  expect((await readFrom([])).problem()).toMatchObject({ status: 404, code: 'NotFound' })
})
