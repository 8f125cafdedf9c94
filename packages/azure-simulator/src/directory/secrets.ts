import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { PasswordCredential } from './objects.ts'

/** What is stored of a secret: a stolen sandbox file reveals none. */
function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/** Whether `secret` is the credential's secret. */
export function isSecretOf({ secretDigest }: PasswordCredential, secret: string): boolean {
  return timingSafeEqual(Buffer.from(digestOf(secret)), Buffer.from(secretDigest))
}

/**
 * A credential for a secret, and the secret itself, which is returned only once. `secret` is random if none is given.
 */
export function newSecret(
  facts: Pick<PasswordCredential, 'keyId' | 'displayName' | 'startDateTime' | 'endDateTime'>,
  secret = randomBytes(30).toString('base64url'),
): { secretText: string; credential: PasswordCredential } {
  return { secretText: secret, credential: { ...facts, hint: secret.slice(0, 3), secretDigest: digestOf(secret) } }
}
