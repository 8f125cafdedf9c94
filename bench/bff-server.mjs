// The portal's server as in production, on the stub instead of Azure; requests are logged to nowhere.
import { createServer } from 'node:http'
import pino from 'pino'
import { createApp } from '../apps/bff/src/app.ts'

const azure = process.env.UPSTREAM
const { tenantId, portalClientId, apiClientId } = JSON.parse(process.env.REGISTRATION)
const base = `${azure}/{tenantid}`
const metadata = {
  issuer: `${base}/v2.0`,
  jwks_uri: `${base}/discovery/v2.0/keys`,
  authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
  token_endpoint: `${base}/oauth2/v2.0/token`,
  end_session_endpoint: `${base}/oauth2/v2.0/logout`,
}

const { handler } = createApp({
  cloud: {
    environment: 'demo',
    resourceManager: azure,
    resourceManagerScope: 'https://management.azure.com/.default',
    azurePortalResourceUrl: 'https://portal.azure.com/#@{tenantId}/resource',
    replicationPollMs: 15_000,
    signIn: {
      authority: 'https://sts.bench.invalid/organizations',
      tenantAuthority: 'https://sts.bench.invalid/{tenantid}/v2.0',
      knownAuthorities: ['sts.bench.invalid'],
      metadata,
      issuer: metadata.issuer,
      jwksUri: metadata.jwks_uri,
      authorizationEndpoint: metadata.authorization_endpoint,
      origin: azure,
    },
  },
  registration: {
    tenantIds: [tenantId],
    portalClientId,
    api: {
      clientId: apiClientId,
      scope: `api://${apiClientId}/access_as_user`,
      credential: { type: 'secret', clientSecret: 'bench' },
    },
  },
  // The lines are created, as in production, and discarded.
  logger: pino({ level: 'info' }, { write() {} }),
  requestsPerSecond: { address: Infinity, user: Infinity, userWrites: Infinity },
})
createServer(handler).listen(Number(process.env.PORT), '127.0.0.1')
