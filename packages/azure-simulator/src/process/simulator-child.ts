import { systemClock } from '../clock/clock.ts'
import { worldInFile } from '../saved-worlds/world-of-copy.ts'
import { startAzureSimulator, type AzureSimulator } from '../simulator.ts'
import type { ChildOptions, FromChild, ToChild } from './messages.ts'
import { openWorkFile } from './work-file.ts'

// The simulator as a separate process, which simulator-process.ts starts and watches.

let simulator: AzureSimulator | undefined

const tell = (message: FromChild) => void process.send?.(message)

async function start({ port, rate, workFile, worldFile, sandboxFile, ...options }: ChildOptions): Promise<void> {
  const work = openWorkFile(workFile)
  const copy = worldFile === undefined ? undefined : worldInFile(worldFile)
  const { origin, redirectUris, apiClientSecret, signingKey, culprits, restartedAt } = options
  simulator = await startAzureSimulator({
    port,
    origin,
    redirectUris,
    apiClientSecret,
    clock: systemClock({ rate, ...(copy && { startAt: copy.takenAt }) }),
    ...(copy && { world: copy.world }),
    ...(signingKey && { signingKey }),
    ...(restartedAt !== undefined && { restartedAt }),
    sandboxes: {
      newClock: (startAt = copy?.takenAt) => systemClock({ rate, ...(startAt !== undefined && { startAt }) }),
      culprits,
      onWork: work.begin,
      ...(sandboxFile !== undefined && { file: sandboxFile }),
    },
  })
  const { tenantId, applications, port: bound } = simulator
  if (port !== 0 && bound !== port) throw new Error(`The port ${port} is taken`)
  tell({
    type: 'ready',
    port: bound,
    tenantId,
    portalClientId: applications.portal.clientId,
    apiClientId: applications.api.clientId,
  })
}

async function end(exitCode: number): Promise<never> {
  await simulator?.close()
  process.exit(exitCode)
}

process.on('message', (message: ToChild) => {
  switch (message.type) {
    case 'start':
      start(message.options).catch((error: unknown) => {
        tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
        void end(1)
      })
      return
    case 'ping':
      return tell({ type: 'pong', rss: process.memoryUsage.rss() })
    case 'close':
      return void end(0)
  }
})
// The parent process has gone.
process.once('disconnect', () => void end(0))
// Ctrl+C reaches every process of the terminal: the portal says when this one is no longer needed.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => {})
