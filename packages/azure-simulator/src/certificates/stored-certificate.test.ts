import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startedAzure } from '../testing/azure.ts'
import { storedCertificate } from './stored-certificate.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'certificate-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('the kept certificate', () => {
  it('is one of localhost and 127.0.0.1 that a client may take for its authority', async () => {
    const { cert, certFile } = await storedCertificate(folder)
    const read = new X509Certificate(cert)
    expect(read.checkHost('localhost')).toBe('localhost')
    expect(read.checkIP('127.0.0.1')).toBe('127.0.0.1')
    expect(read.ca).toBe(true)
    expect((await stat(certFile)).size).toBe(cert.length)
  })

  it('is the same at the next start, and another once it is about to expire', async () => {
    const first = await storedCertificate(folder)
    expect(await storedCertificate(folder)).toEqual(first)
    const later = await storedCertificate(folder, Date.now() + 364.5 * 86_400_000)
    expect(later.cert).not.toBe(first.cert)
  })

  it('replaces a file that holds none, and lets only its owner read the key', async () => {
    await writeFile(join(folder, 'localhost-cert.pem'), 'no certificate')
    await writeFile(join(folder, 'localhost-key.pem'), 'no key')
    const { cert } = await storedCertificate(folder)
    expect(new X509Certificate(cert).subject).toBe('CN=localhost')
    expect((await stat(join(folder, 'localhost-key.pem'))).mode & 0o777).toBe(0o600)
  })
})

describe('a simulator with a certificate', () => {
  it('serves https itself, and its URLs say so', async () => {
    const { cert, key } = await storedCertificate(folder)
    await using azure = await startedAzure({ tls: { cert, key } })
    expect(azure.simulator.url).toMatch(/^https:\/\/localhost:\d+$/)
    const answer = await new Promise<string>((resolve, reject) => {
      get(`${azure.simulator.url}/metadata/endpoints?api-version=2022-09-01`, { ca: cert }, (response) => {
        let text = ''
        response.on('data', (chunk: Buffer) => (text += chunk.toString()))
        response.on('end', () => resolve(text))
      }).on('error', reject)
    })
    expect(JSON.parse(answer)).toMatchObject({ resourceManager: azure.simulator.url })
  })
})
