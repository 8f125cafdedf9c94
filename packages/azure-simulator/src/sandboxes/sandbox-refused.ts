/** There is no room for another sandbox now. */
export class SandboxRefused extends Error {
  /** 429: this address had its share; 503: all are in use */
  readonly status: 429 | 503
  /** seconds until it is worth another try */
  readonly retryAfter: number
  constructor(status: 429 | 503, waitMilliseconds: number) {
    super(status === 429 ? 'Too many new sandboxes from one address' : 'All sandboxes are in use')
    this.name = 'SandboxRefused'
    this.status = status
    this.retryAfter = Math.max(1, Math.ceil(waitMilliseconds / 1000))
  }
}
