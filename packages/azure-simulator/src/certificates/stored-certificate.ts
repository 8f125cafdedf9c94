import { X509Certificate } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generate } from 'selfsigned'

/** A TLS certificate for localhost and its private key, both PEM. */
export interface Certificate {
  cert: string
  key: string
  /** the file of the certificate, for clients to trust */
  certFile: string
}

const daysValid = 365

/**
 * The self-signed certificate kept in `folder`, created there if there is none or `now` (milliseconds) is in its last
 * day: a client that trusts it does not have to be configured again at each start. A new one is for `hosts` too,
 * besides localhost. Rejects if the folder can't be written.
 */
export async function storedCertificate(folder: string, now = Date.now(), hosts: string[] = []): Promise<Certificate> {
  const [certFile, keyFile] = [join(folder, 'localhost-cert.pem'), join(folder, 'localhost-key.pem')]
  const kept = await Promise.all([certFile, keyFile].map((file) => readFile(file, 'utf8').catch(() => '')))
  const [cert = '', key = ''] = kept
  if (cert !== '' && key !== '' && isGood(cert, now)) return { cert, key, certFile }
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    algorithm: 'sha256',
    notBeforeDate: new Date(now - 60_000),
    notAfterDate: new Date(now + daysValid * 86_400_000),
    extensions: [
      // A client that gets the certificate as its authority accepts only a CA certificate.
      { name: 'basicConstraints', cA: true, critical: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...['localhost', ...hosts].map((value) => ({ type: 2 as const, value })),
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  })
  await mkdir(folder, { recursive: true })
  await writeFile(certFile, made.cert)
  // The mode is that of a new file only.
  await rm(keyFile, { force: true })
  await writeFile(keyFile, made.private, { mode: 0o600 })
  return { cert: made.cert, key: made.private, certFile }
}

function isGood(cert: string, now: number): boolean {
  try {
    return Date.parse(new X509Certificate(cert).validTo) - now > 86_400_000
  } catch {
    return false // not a certificate at all
  }
}
