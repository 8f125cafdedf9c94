/** A request to ARM or to Microsoft Graph as it was received; `status` once it is answered. Tokens are not kept. */
export interface RecordedRequest {
  method: string
  /** without the query */
  path: string
  query: Record<string, string>
  /** parsed; undefined if there was none, and if none are recorded */
  body: unknown
  status: number | undefined
  /** object id of the caller, once the token is verified */
  userObjectId: string | undefined
  correlationId: string
  /** Azure's time, ISO 8601 */
  at: string
}

const kept = 2000

/** Adds to the list, and removes the oldest if it grows long. */
export function recordRequest(requests: RecordedRequest[], request: RecordedRequest): void {
  requests.push(request)
  if (requests.length > kept) requests.splice(0, requests.length - kept)
}
