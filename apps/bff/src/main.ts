import { createApp } from './app.ts'
import { loadApiCredential } from './auth/api-credential.ts'
import { cloudOf } from './cloud.ts'
import { chosenCloud } from './cloud/chosen-cloud.ts'
import { readConfig } from './config.ts'
import { examine, printLine } from './connection-check/doctor.ts'
import { startOperators } from './operators/start-operators.ts'
import { ConfigurationFaults } from './process/configuration-faults.ts'
import { standardOutput, watchStandardOutput } from './process/standard-output.ts'
import { startSharedState } from './redis/start-shared-state.ts'
import { certificateRenewal, renewalMs } from './server/certificate-renewal.ts'
import { defaultConnections } from './server/connection-limits.ts'
import { loadServerCertificate } from './server/server-certificate.ts'
import { cannotListen, listen } from './server/server.ts'
import { shutDownOnSignals } from './shutdown.ts'
import { watchEventLoop } from './telemetry/event-loop-alarm.ts'
import { createLogger } from './telemetry/log.ts'
import { startTelemetry } from './telemetry/start-telemetry.ts'
import { summedLines } from './telemetry/summed-lines.ts'
import { builtWebRoot } from './web-root.ts'

// The portal with Entra ID and Azure; demo.ts is its counterpart with the simulator. With the argument `doctor`, it
// checks the connection instead, where there is no npm to run doctor.ts.
try {
  const env = { AUTH_MODE: 'entra', ...process.env }
  if (process.argv[2] === 'doctor') process.exit((await examine(env, printLine)) ? 0 : 1)
  const config = readConfig(env)
  if (config.authMode !== 'entra')
    throw new ConfigurationFaults(['AUTH_MODE is demo. Start apps/bff/src/demo.ts instead, as "npm start" does.'])
  const { tenantIds, portalClientId, scriptClientIds, apiClientId, apiScope, publicOrigin, trustProxy } = config
  const azure = await chosenCloud(config.cloud)
  const credential = await loadApiCredential(config.credential, azure)
  const certificate = config.certificate && (await loadServerCertificate(config.certificate))
  watchStandardOutput()
  const logger = createLogger(config.logLevel)
  const telemetry = await startTelemetry(config.telemetryEndpoint, logger)
  watchEventLoop({ thresholdMs: config.eventLoopAlarmMs, logger, telemetry })
  const operators = await startOperators(config.operators, logger)
  const troubles = () => [...standardOutput.troubles(), ...operators.troubles()]
  telemetry.observeTroubles(troubles)
  const readiness = { draining: false, troubles }
  const app = createApp({
    cloud: cloudOf(azure, tenantIds),
    registration: {
      tenantIds,
      portalClientId,
      scriptClientIds,
      api: { clientId: apiClientId, scope: apiScope, credential },
    },
    logger,
    operators,
    securityContacts: config.securityContacts,
    telemetry,
    publicOrigin,
    trustProxy,
    requestsPerSecond: config.requestsPerSecond,
    exchangesPerMinute: config.exchangesPerMinute,
    shared: await startSharedState(config.redis, { logger, telemetry }),
    webRoot: config.webRoot ?? builtWebRoot,
    readiness,
    deletionsNeedSecondPerson: config.deletionsNeedSecondPerson,
  })
  const lines = summedLines(logger, telemetry)
  const connections = { ...defaultConnections, ofAddress: config.connectionsOfAddress, trustProxy, lines }
  const server = await listen(app.handler, { ...config.listen, certificate, connections }).catch((error: unknown) => {
    throw cannotListen(config.listen, error)
  })
  if (config.certificate && certificate) {
    const look = certificateRenewal({ files: config.certificate, certificate, renew: server.renew, logger })
    setInterval(() => void look(), renewalMs).unref()
  }
  shutDownOnSignals({ app, server, readiness, logger, telemetry })
  standardOutput.keep(
    `Gallery Encryption Portal is ready on port ${server.port}, for browsers at ${publicOrigin}, on ${azure.name}\n`,
  )
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
