/**
 * ARM's format of an error, which every resource provider uses: `{"error":{"code","message",…}}`.
 * https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors
 */
export interface ArmErrorDetail {
  code: string
  message: string
  target?: string
  details?: ArmErrorDetail[]
}

/**
 * Reads ARM's error from a response body of unknown format; undefined if it has none (a gateway's HTML page, for
 * example).
 */
export function armErrorOf(body: unknown): ArmErrorDetail | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  // Compute's own 429 has no `error` wrapper:
  // https://learn.microsoft.com/troubleshoot/azure/virtual-machines/troubleshooting-throttling-errors
  const candidate = 'error' in body ? body.error : body
  if (typeof candidate !== 'object' || candidate === null) return undefined
  if (!('code' in candidate) || !('message' in candidate)) return undefined
  if (typeof candidate.code !== 'string' || typeof candidate.message !== 'string') return undefined
  return { ...candidate, code: candidate.code, message: candidate.message }
}
