import type { Configuration } from '@azure/msal-node'
import { request } from 'undici'

type NetworkClient = NonNullable<NonNullable<Configuration['system']>['networkClient']>
type Sending = Parameters<NetworkClient['sendPostRequestAsync']>[1] & { method: 'GET' | 'POST' }

export interface Answer {
  status: number
  retryAfter: string | undefined
}

const timeoutMs = 15_000

/**
 * How MSAL reaches Entra ID and the managed identity endpoint: its own client has no timeout and drops Retry-After.
 * `tell` is called with each response, and with undefined when a request is sent: a failure without a later call had no
 * response.
 */
export function msalNetworkClient(tell: (answer: Answer | undefined) => void = () => undefined): NetworkClient {
  // T is the body that MSAL hopes for; what it finds there it checks itself
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it is MSAL's own
  async function send<T>(url: string, { method, headers, body }: Sending) {
    tell(undefined)
    const answer = await request(url, {
      method,
      headers: headers ?? {},
      body: body ?? null,
      signal: AbortSignal.timeout(timeoutMs),
    })
    const entries = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as const)
    const received = Object.fromEntries(entries)
    tell({ status: answer.statusCode, retryAfter: received['retry-after'] })
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as the comment above says
    return { headers: received, body: jsonOf(await answer.body.text()) as T, status: answer.statusCode }
  }
  return {
    sendGetRequestAsync: (url, options) => send(url, { ...options, method: 'GET' }),
    sendPostRequestAsync: (url, options) => send(url, { ...options, method: 'POST' }),
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return { error: 'not_json' }
  }
}
