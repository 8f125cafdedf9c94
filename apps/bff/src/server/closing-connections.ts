import type { RequestListener, Server, ServerResponse } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * Returns a function that makes each response from then on the last of its connection: HTTP/1.1 keeps other connections
 * open, and a request in transit during a close is lost. https://www.rfc-editor.org/rfc/rfc9112#section-9.6
 */
export function closeWhenAnswered(server: Server): () => void {
  const open = new Set<ServerResponse>()
  let isDraining = false
  const endConnection = (response: ServerResponse) => {
    if (!response.headersSent) response.setHeader('Connection', 'close')
  }
  server.prependListener('request', (_request, response) => {
    open.add(response)
    response.once('close', () => open.delete(response))
    if (isDraining) endConnection(response)
  })
  return () => {
    isDraining = true
    for (const response of open) endConnection(response)
  }
}

/** The requests of a server, which can be made to wait. */
export interface Holdable {
  handler: RequestListener
  hold(): void
  /** handles those that wait, and from then on each at once */
  release(): void
}

export function holdable(handler: RequestListener): Holdable {
  let held: (() => void)[] | undefined
  return {
    handler: (request, response) => {
      if (held === undefined) handler(request, response)
      else held.push(() => handler(request, response))
    },
    hold: () => void (held = []),
    release() {
      const waiting = held ?? []
      held = undefined
      for (const handle of waiting) handle()
    },
  }
}

/**
 * Resolves in a moment in which no connection waits to be accepted: the system resets those that do when the server
 * stops listening. Node accepts one in each turn of the event loop, so turns must be short: requests wait meanwhile.
 * After `mostMs` it resolves anyway.
 */
export async function noneToAccept(server: Server, mostMs: number): Promise<void> {
  let accepted = true
  const onConnection = () => (accepted = true)
  server.on('connection', onConnection)
  const until = performance.now() + mostMs
  // This turn might be past the phase in which connections are accepted; each further one is awaited to its end.
  await nextTurn()
  while (accepted && performance.now() < until) {
    accepted = false
    await nextTurn()
  }
  server.off('connection', onConnection)
}
