// The cloud and the registration of a server under test: the stub of stub-azure.mjs, at the address in UPSTREAM.
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

export const stubCloud = {
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
}

export const stubRegistration = {
  tenantIds: [tenantId],
  portalClientId,
  api: {
    clientId: apiClientId,
    scope: `api://${apiClientId}/access_as_user`,
    credential: { type: 'secret', clientSecret: 'bench' },
  },
}
