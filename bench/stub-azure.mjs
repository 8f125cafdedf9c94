// An Azure that answers at once: signing keys, On-Behalf-Of and two fixed ARM replies. The measured time is then that
// of the server under test. Not the simulator: that one checks and computes.
import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

const url = `http://127.0.0.1:${process.env.PORT}`
const { tenantId, portalClientId, apiClientId } = JSON.parse(process.env.REGISTRATION)
const { publicKey, privateKey } = await generateKeyPair('RS256')
const key = { ...(await exportJWK(publicKey)), kid: 'bench', alg: 'RS256', use: 'sig' }

const userToken = await new SignJWT({
  ver: '2.0',
  tid: tenantId,
  oid: '00000000-0000-4000-8000-0000000000a1',
  azp: portalClientId,
  scp: 'access_as_user',
  name: 'Bench',
  preferred_username: 'bench@contoso.example',
})
  .setProtectedHeader({ alg: 'RS256', kid: 'bench', typ: 'JWT' })
  .setIssuer(`${url}/${tenantId}/v2.0`)
  .setAudience(apiClientId)
  .setSubject('bench')
  .setIssuedAt()
  .setNotBefore('0s')
  .setExpirationTime('2h')
  .sign(privateKey)

const subscriptions = {
  value: ['Production', 'Development'].map((name, index) => ({
    id: `/subscriptions/00000000-0000-4000-8000-00000000000${index}`,
    subscriptionId: `00000000-0000-4000-8000-00000000000${index}`,
    displayName: `Contoso ${name}`,
    tenantId,
    state: 'Enabled',
  })),
}
const definition =
  '/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.Compute/galleries/g/images/i'
const set = (name) =>
  `/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.Compute/diskEncryptionSets/${name}`
const versions = {
  value: Array.from({ length: 20 }, (_, index) => ({
    id: `${definition}/versions/1.0.${index}`,
    name: `1.0.${index}`,
    type: 'Microsoft.Compute/galleries/images/versions',
    location: 'westus',
    tags: {},
    properties: {
      provisioningState: 'Succeeded',
      publishingProfile: {
        publishedDate: '2026-11-24T09:00:00Z',
        replicaCount: 1,
        excludeFromLatest: false,
        storageAccountType: 'Standard_LRS',
        targetRegions: ['West US', 'East US 2'].map((name) => ({
          name,
          regionalReplicaCount: 1,
          storageAccountType: 'Standard_LRS',
          encryption: {
            osDiskImage: { diskEncryptionSetId: set(`${name} one`) },
            dataDiskImages: [{ lun: 0, diskEncryptionSetId: set(`${name} two`) }],
          },
        })),
      },
      storageProfile: {
        osDiskImage: { sizeInGB: 30, hostCaching: 'ReadWrite' },
        dataDiskImages: [{ lun: 0, sizeInGB: 128, hostCaching: 'None' }],
      },
    },
  })),
}

const arm = { subscriptions: JSON.stringify(subscriptions), versions: JSON.stringify(versions) }
const entra = {
  keys: JSON.stringify({ keys: [key] }),
  token: JSON.stringify({
    token_type: 'Bearer',
    access_token: 'arm',
    expires_in: 7200,
    scope: 'https://management.azure.com/.default',
  }),
}

function answer(path) {
  if (path === '/bench') return JSON.stringify({ userToken, definition })
  if (path.endsWith('/discovery/v2.0/keys')) return entra.keys
  if (path.endsWith('/oauth2/v2.0/token')) return entra.token
  if (path.endsWith('/versions')) return arm.versions
  if (path.endsWith('/subscriptions')) return arm.subscriptions
  return undefined
}

createServer((request, reply) => {
  request.resume()
  const body = answer(request.url.split('?')[0])
  if (body === undefined) return void reply.writeHead(404).end()
  reply.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) })
  reply.end(body)
}).listen(Number(process.env.PORT), '127.0.0.1')
