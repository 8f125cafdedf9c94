/**
 * Why there was no HTTP response: the code of Node or OpenSSL, for example ENOTFOUND or SELF_SIGNED_CERT_IN_CHAIN; a
 * timeout.
 */
export function noAnswerReason(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return 'unknown'
  if (error.name === 'TimeoutError') return `not within ${timeoutMs / 1000} s`
  const cause = error.cause instanceof Error ? error.cause : error
  return 'code' in cause ? String(cause.code) : cause.message
}

/** Whether the reason is that Node.js does not trust the certificate. */
export function isUntrustedCertificate(reason: string): boolean {
  return /SELF_SIGNED_CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/.test(reason)
}
