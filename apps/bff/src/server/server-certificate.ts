import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createSecureContext } from 'node:tls'
import { ConfigurationFaults } from '../process/configuration-faults.ts'

/**
 * Where the certificate that the portal shows to who connects is, with those between it and its authority, and its key:
 * PEM.
 */
export interface CertificateFiles {
  certificateFile: string
  keyFile: string
}

/** A certificate and its private key, both PEM. */
export interface ServerCertificate {
  cert: string
  key: string
}

/**
 * Reads and tests them. Throws `ConfigurationFaults` if a file can't be read, they do not match, or they have expired
 * at `now` (ms).
 */
export async function loadServerCertificate(
  { certificateFile, keyFile }: CertificateFiles,
  now = Date.now(),
): Promise<ServerCertificate> {
  const [cert, key] = await Promise.all([
    readPem('TLS_CERTIFICATE_FILE', certificateFile),
    readPem('TLS_KEY_FILE', keyFile),
  ])
  try {
    createSecureContext({ cert, key })
  } catch {
    throw new ConfigurationFaults([
      `TLS_CERTIFICATE_FILE and TLS_KEY_FILE: ${certificateFile} and ${keyFile} must be a certificate and its private key without a passphrase, both PEM.`,
    ])
  }
  const { validTo } = new X509Certificate(cert)
  if (Date.parse(validTo) <= now)
    throw new ConfigurationFaults([`TLS_CERTIFICATE_FILE: the certificate expired on ${validTo}. Renew it.`])
  return { cert, key }
}

async function readPem(name: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new ConfigurationFaults([`${name}: ${file} can't be read (${reason}).`])
  }
}
