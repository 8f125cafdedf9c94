import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

function start(file: string, env: Record<string, string>) {
  const entry = fileURLToPath(new URL(file, import.meta.url))
  return spawnSync(process.execPath, [entry], { env, encoding: 'utf8', timeout: 30_000 })
}

it('does not start against Entra ID while variables are missing, and lists them all', () => {
  const { status, stderr, stdout } = start('main.ts', { AUTH_MODE: 'entra', API_CLIENT_ID: 'not-a-guid' })
  expect(status).toBe(1)
  expect(stdout).toBe('')
  for (const name of [
    'PUBLIC_ORIGIN',
    'AZURE_TENANT_IDS',
    'PORTAL_CLIENT_ID',
    'API_CLIENT_ID is "not-a-guid"',
    'credential',
  ]) {
    expect(stderr).toContain(name)
  }
})

it('does not start with a certificate that cannot be read', () => {
  const guid = (digit: number) => `${String(digit).repeat(8)}-1111-4222-8333-444444444444`
  const { status, stderr } = start('main.ts', {
    PUBLIC_ORIGIN: 'https://images.contoso.com',
    AZURE_TENANT_IDS: guid(1),
    PORTAL_CLIENT_ID: guid(2),
    API_CLIENT_ID: guid(3),
    API_CLIENT_CERTIFICATE_FILE: '/nowhere.pem',
  })
  expect(status).toBe(1)
  expect(stderr).toContain('API_CLIENT_CERTIFICATE_FILE is "/nowhere.pem", which cannot be read (ENOENT).')
})

it('does not show a demonstration in production', () => {
  const { status, stderr } = start('demo.ts', { NODE_ENV: 'production' })
  expect(status).toBe(1)
  expect(stderr).toContain('NODE_ENV is production')
})
