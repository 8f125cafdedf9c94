import { once } from 'node:events'
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type ConnectionOptions } from 'node:tls'
import { storedCertificate } from '@portal/azure-simulator'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { createLogger } from '../telemetry/log.ts'
import { certificateRenewal } from './certificate-renewal.ts'
import { loadServerCertificate } from './server-certificate.ts'
import { listen } from './server.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'renewal-'))
  await storedCertificate(join(folder, 'old'))
  await storedCertificate(join(folder, 'new'))
  await mkdir(join(folder, 'broken'))
  for (const name of ['localhost-cert.pem', 'localhost-key.pem'])
    await writeFile(join(folder, 'broken', name), 'half a')
})
afterAll(() => rm(folder, { recursive: true }))

type Renewed = 'old' | 'new' | 'broken'

/** A server whose files are behind a link, as Kubernetes mounts those of a secret. */
async function start() {
  const mount = await mkdtemp(join(folder, 'mount-'))
  const current = join(mount, 'current')
  const put = async (renewed: Renewed) => {
    await symlink(join(folder, renewed), join(mount, 'next'))
    await rename(join(mount, 'next'), current)
  }
  await put('old')
  const files = { certificateFile: join(current, 'localhost-cert.pem'), keyFile: join(current, 'localhost-key.pem') }
  const certificate = await loadServerCertificate(files)
  const server = await listen((_, response) => void response.end(), { port: 0, host: '127.0.0.1', certificate })
  onTestFinished(() => server.close(0))

  const events: unknown[] = []
  const logger = createLogger('info', { write: (line) => void events.push(JSON.parse(line)) })
  const look = certificateRenewal({ files, certificate, renew: server.renew, logger })

  /** Whether who trusts that certificate alone can connect. */
  const shows = async (trusted: 'old' | 'new', over: ConnectionOptions = {}) => {
    const { cert } = await storedCertificate(join(folder, trusted))
    const socket = connect({ port: server.port, servername: 'localhost', ca: cert, ...over })
    const connected = await once(socket, 'secureConnect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    return connected
  }
  return { put, look, shows, events }
}

it('a renewed certificate is shown without a restart, and TLS 1.1 is refused as before', async () => {
  const { put, look, shows, events } = await start()
  await look()
  expect(await shows('old')).toBe(true)
  await put('new')
  await look()
  expect(await shows('new')).toBe(true)
  expect(await shows('old')).toBe(false)
  const old: ConnectionOptions = { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' }
  expect(await shows('new', old)).toBe(false)
  expect(events).toMatchObject([{ event: 'certificate-renewed' }])
})

it('one that cannot be used is told once, and the old one stays until there is a good one', async () => {
  const { put, look, shows, events } = await start()
  await put('broken')
  await look()
  await look()
  expect(await shows('old')).toBe(true)
  await put('new')
  await look()
  expect(await shows('new')).toBe(true)
  expect(events).toMatchObject([
    { level: 'warn', event: 'certificate-refused', reason: expect.stringContaining('its private key') as string },
    { level: 'info', event: 'certificate-renewed' },
  ])
})
