import type { TrustProxy } from '../server/connection-limits.ts'
import { listen, type Listening } from '../server/server.ts'
import { azureGate, type GatedAzure } from './azure-gate.ts'
import { listenSomewhere } from './listen-somewhere.ts'

interface GatedAzureOptions<Azure> {
  /** starts the process with that origin in browsers */
  start(origin: string): Promise<Azure>
  at: Parameters<typeof listen>[1]
  /** an https origin, if browsers reach it by one */
  publicOrigin: string | undefined
  portalOrigin: () => string
  trustProxy: TrustProxy
}

/** A simulated Azure behind its gate. */
export interface Gated<Azure> {
  /** its address in browsers */
  origin: string
  /** the portal server's address of it, on this machine */
  directUrl: string
  azure: Azure
  server: Listening
  close(): Promise<void>
}

/** Opens the gate first, because the simulator must know its address. Rejects if either does not start. */
export async function gatedAzure<Azure extends GatedAzure & { close(): Promise<void> }>({
  start,
  at,
  ...options
}: GatedAzureOptions<Azure>): Promise<Gated<Azure>> {
  let azure: Azure | undefined
  const gate = azureGate({ ...options, azure: () => azure, lines: at.connections?.lines })
  // The portal's own calls also wait at a gate, with an address that browsers do not know.
  const own = azureGate({ ...options, azure: () => azure, publicOrigin: undefined, trustProxy: 0 })
  const server = await listenSomewhere(gate.handler, at)
  const ownServer = await listen(own.handler, { port: 0, host: '127.0.0.1' })
  const close = async () => {
    await Promise.all([server.close(0), ownServer.close(0)])
    gate.close()
    own.close()
    await azure?.close()
  }
  const origin = options.publicOrigin ?? `http://localhost:${server.port}`
  try {
    azure = await start(origin)
    return { origin, directUrl: `http://127.0.0.1:${ownServer.port}`, azure, server, close }
  } catch (error) {
    await close()
    throw error
  }
}
