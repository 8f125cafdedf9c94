// The same three replies as a good engineer writes them in an afternoon, with the same packages as they come: Express,
// helmet, pino-http, express-rate-limit, jose, msal-node with its cache, Azure's SDK. Nothing is guarded beyond.
// oxlint-disable oxc/no-async-endpoint-handlers -- Express 5 handles a rejection like a thrown error
import { createServer } from 'node:http'
import { ComputeManagementClient } from '@azure/arm-compute'
import { SubscriptionClient } from '@azure/arm-resources-subscriptions'
import { ConfidentialClientApplication } from '@azure/msal-node'
import express from 'express'
import { rateLimit } from 'express-rate-limit'
import helmet from 'helmet'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import pino from 'pino'
import { pinoHttp } from 'pino-http'
import { stubCloud, stubRegistration } from './stub-cloud.mjs'

const { signIn, resourceManager, resourceManagerScope } = stubCloud
const { api, tenantIds } = stubRegistration
const [tenantId] = tenantIds
const ofTenant = (text) => text.replaceAll('{tenantid}', tenantId)

const keys = createRemoteJWKSet(new URL(ofTenant(signIn.jwksUri)))
const entra = new ConfidentialClientApplication({
  auth: {
    clientId: api.clientId,
    clientSecret: api.credential.clientSecret,
    authority: ofTenant(signIn.tenantAuthority),
    knownAuthorities: signIn.knownAuthorities,
    authorityMetadata: ofTenant(JSON.stringify(signIn.metadata)),
  },
})

async function signedIn(request, response, next) {
  const [, token] = (request.get('authorization') ?? '').split(' ')
  const { payload } = await jwtVerify(token, keys, { issuer: ofTenant(signIn.issuer), audience: api.clientId })
  if (!payload.scp?.split(' ').includes('access_as_user')) return void response.sendStatus(403)
  request.assertion = token
  next()
}

// The SDK's own policy for tokens refuses http, which the stub speaks.
function clientOptions({ assertion }) {
  const policy = {
    name: 'token',
    async sendRequest(request, next) {
      const scopes = [resourceManagerScope]
      const { accessToken } = await entra.acquireTokenOnBehalfOf({ oboAssertion: assertion, scopes })
      request.headers.set('Authorization', `Bearer ${accessToken}`)
      return next(request)
    },
  }
  const additionalPolicies = [{ policy, position: 'perRetry' }]
  return { endpoint: resourceManager, allowInsecureConnection: true, additionalPolicies }
}

const app = express()
app.use(pinoHttp({ logger: pino({ level: 'info' }, { write() {} }) }))
app.use(helmet())
app.use(rateLimit({ windowMs: 10_000, limit: Number.MAX_SAFE_INTEGER }))

app.get('/readyz', (_, response) => response.sendStatus(200))

app.get('/api/subscriptions', signedIn, async (request, response) => {
  const client = new SubscriptionClient(undefined, clientOptions(request))
  const found = []
  for await (const { subscriptionId, displayName, tenantId, state } of client.subscriptions.list())
    if (state === 'Enabled') found.push({ subscriptionId, displayName, tenantId })
  response.json(found.sort((one, other) => one.displayName.localeCompare(other.displayName)))
})

app.get('/api/image-versions', signedIn, async (request, response) => {
  const [, , subscription, , group, , , , gallery, , image] = request.query.imageDefinitionId.split('/')
  const { galleryImageVersions } = new ComputeManagementClient(undefined, subscription, clientOptions(request))
  const found = []
  for await (const version of galleryImageVersions.listByGalleryImage(group, gallery, image)) found.push(rowOf(version))
  response.json(found.sort((one, other) => other.name.localeCompare(one.name, 'en', { numeric: true })))
})

app.get('/api/image-version', signedIn, async (request, response) => {
  const [, , subscription, , group, , , , gallery, , image, , name] = request.query.id.split('/')
  const { galleryImageVersions } = new ComputeManagementClient(undefined, subscription, clientOptions(request))
  const version = await galleryImageVersions.get(group, gallery, image, name, { expand: 'ReplicationStatus' })
  response.json({ ...rowOf(version), targetRegions: version.publishingProfile.targetRegions })
})

const regionName = (name) => name.replaceAll(' ', '').toLowerCase()

function rowOf({ id, name, location, tags, provisioningState, publishingProfile, storageProfile }) {
  const { publishedDate, endOfLifeDate, excludeFromLatest, targetRegions = [] } = publishingProfile
  const disks = targetRegions.length * (1 + (storageProfile.dataDiskImages?.length ?? 0))
  const encrypted = targetRegions.flatMap(({ encryption }) =>
    [encryption?.osDiskImage, ...(encryption?.dataDiskImages ?? [])].filter((disk) => disk?.diskEncryptionSetId),
  ).length
  return {
    id,
    name,
    location: regionName(location),
    provisioningState,
    publishedDate,
    endOfLifeDate,
    excludeFromLatest,
    targetRegions: targetRegions.map((region) => regionName(region.name)),
    customerKeys: encrypted === 0 ? 'none' : encrypted === disks ? 'all' : 'some',
    isRevoked: tags?.['image-revoked'] !== undefined,
  }
}

createServer(app).listen(Number(process.env.PORT), '127.0.0.1')
