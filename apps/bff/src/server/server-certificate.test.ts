import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { connect, type SecureVersion } from 'node:tls'
import { storedCertificate } from '@portal/azure-simulator'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { raw } from '../testing/portal.ts'
import { loadServerCertificate, type ServerCertificate } from './server-certificate.ts'
import { listen } from './server.ts'

let folder: string
let files: { certificateFile: string; keyFile: string }
let certificate: ServerCertificate

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'certificate-'))
  await storedCertificate(folder)
  files = { certificateFile: join(folder, 'localhost-cert.pem'), keyFile: join(folder, 'localhost-key.pem') }
  certificate = await loadServerCertificate(files)
})
afterAll(() => rm(folder, { recursive: true }))

async function start() {
  const server = await listen((_, response) => void response.end('encrypted'), {
    port: 0,
    host: '127.0.0.1',
    certificate,
  })
  onTestFinished(() => server.close(0))
  return server
}

describe('a server with a certificate', () => {
  it('speaks TLS', async () => {
    const { port } = await start()
    const [response] = (await once(get({ host: 'localhost', port, ca: certificate.cert }), 'response')) as [
      IncomingMessage,
    ]
    expect(await text(response)).toBe('encrypted')
  })

  it('answers nothing to who does not encrypt', async () => {
    const { port } = await start()
    const answer = await raw(`http://127.0.0.1:${port}`, 'GET / HTTP/1.1\r\nhost: localhost\r\n\r\n')
    expect(answer).not.toContain('encrypted')
  })

  it.each<[SecureVersion, boolean]>([
    ['TLSv1.3', true],
    ['TLSv1.2', true],
    ['TLSv1.1', false],
  ])('takes %s: %s', async (version, taken) => {
    const { port } = await start()
    // at this level OpenSSL would speak even the old ones, if the other side did
    const ciphers = 'DEFAULT:@SECLEVEL=0'
    const socket = connect({
      port,
      ca: certificate.cert,
      servername: 'localhost',
      minVersion: version,
      maxVersion: version,
      ciphers,
    })
    const outcome = once(socket, 'secureConnect').then(
      () => true,
      () => false,
    )
    expect(await outcome).toBe(taken)
    socket.destroy()
  })
})

describe('is refused with what to do:', () => {
  const faultOf = async (over: Partial<typeof files>, now?: number) => {
    const error: unknown = await loadServerCertificate({ ...files, ...over }, now).catch((refused: unknown) => refused)
    return error instanceof Error ? error.message : ''
  }

  it('a file that is not there', async () => {
    expect(await faultOf({ keyFile: '/nowhere/tls.key' })).toContain(
      "TLS_KEY_FILE: /nowhere/tls.key can't be read (ENOENT)",
    )
  })

  it('a key of another certificate', async () => {
    const other = await mkdtemp(join(tmpdir(), 'certificate-'))
    onTestFinished(() => rm(other, { recursive: true }))
    await storedCertificate(other)
    expect(await faultOf({ keyFile: join(other, 'localhost-key.pem') })).toContain('its private key')
  })

  it('a file that is no certificate', async () => {
    const certificateFile = join(folder, 'notes.txt')
    await writeFile(certificateFile, 'see the other folder')
    expect(await faultOf({ certificateFile })).toContain('both PEM')
  })

  it('one whose time is over', async () => {
    expect(await faultOf({}, Date.now() + 366 * 86_400_000)).toContain('Renew it.')
  })
})
