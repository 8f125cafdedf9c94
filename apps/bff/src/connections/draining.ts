import type { Server, ServerResponse } from 'node:http'

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
