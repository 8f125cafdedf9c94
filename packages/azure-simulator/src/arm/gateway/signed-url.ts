import { createHash } from 'node:crypto'
import { ArmRefusal } from '../errors.ts'
import type { ArmRequest } from '../request.ts'

/**
 * An absolute URL that must be followed unchanged: since 2023, Azure signs those of operations with the parameters `t`,
 * `c`, `s` and `h`, including a certificate, which makes them some thousand characters long. `query` is the rest of the
 * URL's query, `at` Azure's time of creation.
 */
export function signedUrl(
  { origin, path, query }: { origin: string; path: string; query: Record<string, string> },
  at: number,
): string {
  // .NET ticks: tenths of microseconds since the year 1.
  const t = (BigInt(at) * 10_000n + 621_355_968_000_000_000n).toString()
  const unsigned = new URLSearchParams({ ...query, t, c: certificate })
  const signature = signatureOf(path, unsigned)
  return `${origin}${path}?${unsigned.toString()}&s=${signature}&h=${digestOf(signature)}`
}

/** Throws 403 unless a request's URL is one that `signedUrl` gave out, unchanged. */
export function assertSigned({ path, query }: ArmRequest): void {
  const { s, h, ...unsigned } = query
  const signature = signatureOf(path, new URLSearchParams(unsigned))
  if (s === signature && h === digestOf(signature)) return
  const message = 'The URL of the operation is not as it was given: its signature does not fit.'
  throw new ArmRefusal(403, { code: 'InvalidOperationUrl', message })
}

// There is nothing to protect here: this signature only detects clients that build such a URL themselves.
function signatureOf(path: string, query: URLSearchParams): string {
  return Array.from({ length: 8 }, (_, part) => digestOf(`${part} ${path}?${query.toString()}`)).join('')
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

const certificate = `MII${Array.from({ length: 48 }, (_, part) => digestOf(`certificate ${part}`)).join('')}`
