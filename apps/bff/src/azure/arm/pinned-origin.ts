import { Refusal, type Answer, type RefusalEvent } from '../../refusals/refusal.ts'

/**
 * A request was about to go elsewhere than to ARM (a `nextLink` to a foreign host, for example). No token was sent
 * there.
 */
export class ForeignOrigin extends Refusal {
  readonly origin: string
  constructor(origin: string) {
    super(`Refused to send a token for ARM to ${origin}`)
    this.name = 'ForeignOrigin'
    this.origin = origin
  }

  answer(): Answer {
    return { status: 502, code: 'AzureUnavailable' }
  }

  override logEvent(): RefusalEvent {
    return { level: 'error', event: 'foreign-origin-blocked', origin: this.origin }
  }
}

/** The parts of `url`. Throws `ForeignOrigin` unless it is at `origin`, as `URL.origin` writes it. */
export function requireOrigin(url: string, origin: string): URL {
  const parsed = new URL(url)
  if (parsed.origin !== origin) throw new ForeignOrigin(parsed.origin)
  return parsed
}
