import { randomUUID, X509Certificate } from 'node:crypto'
import type { KeyCredential } from '../../directory/objects.ts'
import { badRequest } from '../errors.ts'
import type { KeyCredentialBody } from './application-body.ts'

/**
 * The certificates of an application after a write. One that Graph had returned comes back without its key, and stays.
 * Throws 400 for an invalid certificate, and for one whose end is after its expiry.
 * https://learn.microsoft.com/graph/api/resources/keycredential
 */
export function keyCredentialsFrom(sent: KeyCredentialBody[], present: KeyCredential[]): KeyCredential[] {
  return sent.map(({ keyId, key, type, usage, displayName, startDateTime, endDateTime }) => {
    const kept = present.find((credential) => credential.keyId === keyId?.toLowerCase())
    const held = key ?? kept?.key
    if (!held) throw badRequest("Key credential has no value for property 'key'.", 'KeyCredentialsInvalidKey')
    const certificate = certificateFrom(held)
    const end = endDateTime ?? kept?.endDateTime ?? isoOf(certificate.validTo)
    if (Date.parse(end) > Date.parse(certificate.validTo))
      throw badRequest('Key credential end date is invalid.', 'KeyCredentialsInvalidEndDate')
    return {
      keyId: keyId?.toLowerCase() ?? randomUUID(),
      displayName: displayName ?? kept?.displayName ?? certificate.subject,
      type,
      usage,
      key: certificate.raw.toString('base64'),
      customKeyIdentifier: certificate.fingerprint.replaceAll(':', ''),
      startDateTime: startDateTime ?? kept?.startDateTime ?? isoOf(certificate.validFrom),
      endDateTime: end,
    }
  })
}

// Graph accepts the certificate as DER or as the text of a PEM file, in base64.
function certificateFrom(key: string): X509Certificate {
  try {
    return new X509Certificate(Buffer.from(key, 'base64'))
  } catch {
    throw badRequest('Key credential value is not a valid certificate.', 'KeyCredentialsInvalidKey')
  }
}

function isoOf(date: string): string {
  return new Date(date).toISOString().replace(/\.\d+/, '')
}
