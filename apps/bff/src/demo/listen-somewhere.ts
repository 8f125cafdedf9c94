import { listen, type Listening } from '../server/server.ts'

/** Listens there; if the port is in use, on any free one. */
export async function listenSomewhere(
  handler: Parameters<typeof listen>[0],
  at: Parameters<typeof listen>[1],
): Promise<Listening> {
  return listen(handler, at).catch((error: unknown) => {
    if (at.port !== 0 && isTaken(error)) return listen(handler, { ...at, port: 0 })
    throw error
  })
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}
