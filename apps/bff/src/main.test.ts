import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { fileURLToPath } from 'node:url'
import { storedCertificate, startAzureSimulator, type AzureSimulator } from '@portal/azure-simulator'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { compiledCode } from './testing/portal-process.ts'
import { ask, signInByHttp } from './testing/portal.ts'

const entry = (file: string) => fileURLToPath(new URL(file, import.meta.url))

function start(file: string, env: Record<string, string>) {
  return spawnSync(process.execPath, [entry(file)], {
    env: { ...compiledCode, ...env },
    encoding: 'utf8',
    timeout: 30_000,
  })
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
  expect(stderr).toContain(`API_CLIENT_CERTIFICATE_FILE is "/nowhere.pem", which can't be read (ENOENT).`)
})

it('does not show a demonstration in production', () => {
  const { status, stderr } = start('demo.ts', { NODE_ENV: 'production' })
  expect(status).toBe(1)
  expect(stderr).toContain('NODE_ENV is production')
})

describe('on an Azure that is not Microsoft’s, by https,', () => {
  const trustedBefore = getCACertificates('default')
  let folder: string
  let azure: AzureSimulator
  let certFile: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'main-'))
    const certificate = await storedCertificate(folder)
    certFile = certificate.certFile
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Portal</title>')
    azure = await startAzureSimulator({ tls: certificate, throttling: 'off' })
    // the test signs users in by itself
    setDefaultCACertificates([...trustedBefore, certificate.cert])
  })

  afterAll(async () => {
    setDefaultCACertificates(trustedBefore)
    await azure.close()
    await rm(folder, { recursive: true })
  })

  /** The installed portal, in a separate process; with `trusts` it trusts the certificate. */
  function startMain({
    trusts,
    port = 0,
  }: {
    trusts: boolean
    port?: number
  }): ChildProcessByStdio<null, Readable, Readable> {
    const env = {
      ...compiledCode,
      AUTH_MODE: 'entra',
      AZURE_CLOUD: azure.url,
      AZURE_TENANT_IDS: azure.tenantId,
      PORTAL_CLIENT_ID: azure.applications.portal.clientId,
      API_CLIENT_ID: azure.applications.api.clientId,
      API_CLIENT_SECRET: azure.applications.api.clientSecret,
      PUBLIC_ORIGIN: 'https://images.contoso.com',
      HOST: '127.0.0.1',
      WEB_ROOT: folder,
      PORT: String(port),
      LOG_LEVEL: 'silent',
      SECURITY_CONTACT: 'mailto:security@contoso.example',
      ...(trusts && { NODE_EXTRA_CA_CERTS: certFile }),
    }
    const main = spawn(process.execPath, [entry('main.ts')], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 60_000,
    })
    onTestFinished(() => void main.kill('SIGKILL'))
    return main
  }

  async function textOf(stream: Readable): Promise<string> {
    return (await stream.setEncoding('utf8').toArray()).join('')
  }

  it('does not start while it does not trust its certificate, and says what to do', async () => {
    const main = startMain({ trusts: false })
    const [stderr] = await Promise.all([textOf(main.stderr), once(main, 'exit')])
    expect(main.exitCode).toBe(1)
    expect(stderr).toContain(`AZURE_CLOUD: ${azure.url}/metadata/endpoints`)
    expect(stderr).toContain('NODE_EXTRA_CA_CERTS')
  })

  it('does not start on a port that is taken, and says what to do', async () => {
    const port = Number(new URL(azure.url).port)
    const main = startMain({ trusts: true, port })
    const [stderr] = await Promise.all([textOf(main.stderr), once(main, 'exit')])
    expect(main.exitCode).toBe(1)
    expect(stderr).toContain(`The portal can't listen on PORT ${port} and HOST "127.0.0.1" (EADDRINUSE: another`)
  })

  it('checks its tokens, acts in it as the user, and names it to the browser', async () => {
    const main = startMain({ trusts: true })
    const { value: said } = await createInterface(main.stdout)[Symbol.asyncIterator]().next()
    const [, port] = /ready on port (\d+), .* on AzureSimulator$/.exec(String(said)) ?? []
    const url = `http://localhost:${port}`

    const configuration = await ask(`${url}/api/configuration`)
    const policy = configuration.headers.get('content-security-policy')
    expect(policy?.replaceAll(azure.url, 'SIGN-IN')).toBe(
      "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; img-src 'self' data:; font-src 'self'; media-src 'self'; manifest-src 'self'; connect-src 'self' SIGN-IN; frame-src 'self' SIGN-IN; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types import-worker; report-uri /csp-reports; report-to csp",
    )
    expect(configuration.body).toMatchObject({
      environment: 'azure',
      authentication: {
        authority: `${azure.url}/${azure.tenantId}`,
        knownAuthorities: [new URL(azure.url).host],
      },
      cloud: { name: 'AzureSimulator', resourceManager: azure.url, portal: azure.url },
    })

    expect((await ask(`${url}/.well-known/security.txt`)).body).toContain(
      'Canonical: https://images.contoso.com/.well-known/security.txt',
    )

    const token = await signInByHttp(azure, 'ada@contoso.example')
    const authorization = `Bearer ${token}`
    const subscriptions = await ask(`${url}/api/subscriptions`, { headers: { authorization } })
    expect(subscriptions.body).toMatchObject([
      { displayName: 'Contoso Development' },
      { displayName: 'Contoso Production' },
    ])
    const refused = await ask(`${url}/api/subscriptions`, {
      headers: { authorization: `${authorization.slice(0, -8)}AAAAAAAA` },
    })
    expect(refused.status).toBe(401)

    main.kill('SIGTERM')
    expect(await once(main, 'exit')).toEqual([0, null])
  }, 60_000)
})
