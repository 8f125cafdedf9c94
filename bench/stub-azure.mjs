// An Azure that answers at once: signing keys, On-Behalf-Of and a few fixed ARM replies. The measured time is then that
// of the server under test. Not the simulator: that one checks and computes. Below /bench it gives tokens of users, and
// is told which of its services misbehaves.
import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { misbehaviour } from './bulkheads/misbehaviour.mjs'

const url = `http://127.0.0.1:${process.env.PORT}`
const { tenantId, portalClientId, apiClientId } = JSON.parse(process.env.REGISTRATION)
const { publicKey, privateKey } = await generateKeyPair('RS256')
const key = { ...(await exportJWK(publicKey)), kid: 'bench', alg: 'RS256', use: 'sig' }

const userTokenOf = (oid) =>
  new SignJWT({
    ver: '2.0',
    tid: tenantId,
    oid,
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
const userToken = await userTokenOf('00000000-0000-4000-8000-0000000000a1')

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

const vault =
  '/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/v'
const rows = ['platform', 'customer'].map((encryption) => ({ encryption, versions: 10 }))

const arm = {
  subscriptions: JSON.stringify(subscriptions),
  versions: JSON.stringify(versions),
  version: JSON.stringify(versions.value[0]),
  keys: JSON.stringify({ value: ['images', 'machines'].map((name) => ({ name })) }),
  rows: JSON.stringify({ totalRecords: rows.length, data: rows }),
}
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
  if (path === '/bench') return JSON.stringify({ userToken, definition, vault })
  if (path.endsWith('/discovery/v2.0/keys')) return entra.keys
  if (path.endsWith('/oauth2/v2.0/token')) return entra.token
  if (path.endsWith('/versions')) return arm.versions
  if (path.endsWith('/versions/1.0.0')) return arm.version
  if (path.endsWith('/subscriptions')) return arm.subscriptions
  if (path.endsWith(`${vault}/keys`)) return arm.keys
  if (path.endsWith('/providers/Microsoft.ResourceGraph/resources')) return arm.rows
  return undefined
}

const { begin, send } = misbehaviour()

async function answerBench({ pathname, searchParams }) {
  if (pathname === '/bench/token') return userTokenOf(searchParams.get('oid'))
  begin(searchParams.get('service'), searchParams.get('how'))
  return ''
}

createServer((request, reply) => {
  request.resume()
  if (request.url.startsWith('/bench/'))
    return void answerBench(new URL(request.url, url)).then((text) => reply.end(text))
  const path = request.url.split('?')[0]
  const body = answer(path)
  if (body === undefined) return void reply.writeHead(404).end()
  send(path, reply, () => {
    reply.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    })
    reply.end(body)
  })
}).listen(Number(process.env.PORT), '127.0.0.1')
