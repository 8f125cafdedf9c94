import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { ClientRequest } from 'node:http'
import * as z from 'zod/mini'

/** The hosts that this process opens connections to from now on, `127.0.0.1:4280`, until it is disposed of. */
export interface HostsReached extends Disposable {
  hosts: ReadonlySet<string>
}

// https://github.com/nodejs/undici/blob/main/docs/docs/api/DiagnosticsChannel.md
const ofFetch = 'undici:client:beforeConnect'
const ofHttp = 'http.client.request.start'

const connecting = z.object({ connectParams: z.object({ host: z.string() }) })
const requesting = z.object({ request: z.instanceof(ClientRequest) })

/** Listens to `fetch`, undici and `node:http`, the only HTTP clients of the server and its libraries. */
export function hostsReached(): HostsReached {
  const hosts = new Set<string>()
  const onConnect = (message: unknown) => {
    hosts.add(connecting.parse(message).connectParams.host)
  }
  const onRequest = (message: unknown) => {
    const { request } = requesting.parse(message)
    hosts.add(request.getHeader('host')?.toString() ?? request.host)
  }
  subscribe(ofFetch, onConnect)
  subscribe(ofHttp, onRequest)
  return {
    hosts,
    [Symbol.dispose]() {
      unsubscribe(ofFetch, onConnect)
      unsubscribe(ofHttp, onRequest)
    },
  }
}
