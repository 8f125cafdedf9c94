import { setTimeout as pause } from 'node:timers/promises'
import type { App } from './app.ts'
import type { Readiness } from './http/probes.ts'
import { originOf } from './http/refusal-log.ts'
import { standardOutput } from './process/standard-output.ts'
import type { Listening } from './server/server.ts'
import { createLogger, type Logger } from './telemetry/log.ts'
import type { Telemetry } from './telemetry/telemetry-events.ts'

const drainMs = 5_000
// so that frequent callers see that the connection ends, before it does
const briefDrainMs = 500
const graceMs = 20_000

interface Running {
  app: App
  server: Listening
  readiness: Readiness
  logger: Logger
  telemetry: Telemetry
}

/**
 * On SIGTERM: is no longer ready, serves for 5 s while load balancers notice, each response the last on its connection,
 * gives requests 20 s to finish and exits with 0. On SIGINT (Ctrl+C) the same with half a second. An uncaught error
 * ends the process with 1. SIGUSR1 does not open Node's inspector.
 */
export function shutDownOnSignals({ app, server, readiness, logger, telemetry }: Running): void {
  const end = async (waitMs: number, exitCode: number): Promise<void> => {
    if (readiness.draining) return
    readiness.draining = true
    server.drain()
    await pause(waitMs)
    await server.close(graceMs)
    await Promise.all([app.close(), telemetry.close()])
    process.exit(exitCode)
  }
  process.on('SIGTERM', () => void end(drainMs, 0))
  process.on('SIGINT', () => void end(briefDrainMs, 0))
  // Node would open its inspector, which runs any code that it is sent.
  process.on('SIGUSR1', () => logger.warn({ event: 'inspector-refused' }))
  // on standard error, if the log can't be written
  const lastLines = createLogger(logger.level, { write: (line) => standardOutput.keep(line) })
  const fail = (error: unknown) => {
    lastLines.fatal({ event: 'uncaught', ...originOf(error) })
    void end(0, 1)
  }
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
}
