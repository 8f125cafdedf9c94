import { text as textOf } from 'node:stream/consumers'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey, type JWK } from 'jose'
import type { Caller } from '../auth/caller.ts'
import type { Registration } from '../auth/registration.ts'
import type { Cloud } from '../cloud.ts'
import { demoCloud } from '../demo/demo-cloud.ts'
import { listen } from '../server/server.ts'

export const tenantId = '0aaa0000-1111-4222-8333-444444444444'
export const otherTenantId = '0bbb0000-1111-4222-8333-444444444444'
export const portalClientId = '0ccc0000-1111-4222-8333-444444444444'
export const apiClientId = '0ddd0000-1111-4222-8333-444444444444'
export const adaId = '0eee0000-1111-4222-8333-444444444444'
export const benId = '0fff0000-1111-4222-8333-444444444444'

export const registration: Registration = {
  tenantIds: [tenantId],
  portalClientId,
  api: {
    clientId: apiClientId,
    scope: `api://${apiClientId}/access_as_user`,
    credential: { type: 'secret', clientSecret: 'the-api-secret' },
  },
}

export function aCaller(over: Partial<Caller> = {}): Caller {
  return { tid: tenantId, oid: adaId, assertion: `assertion-of-${over.oid ?? adaId}`, expiresAt: Infinity, ...over }
}

type Claims = Record<string, unknown>

export interface TokenReply {
  status: number
  body: object
  headers?: Record<string, string>
}

/** A request to a token endpoint, and the test's reply. */
type OnTokenRequest = (form: URLSearchParams) => TokenReply

export interface TestSignInService {
  cloud: Cloud
  /** signs an access token like Entra ID's, changed by `claims` (undefined removes one) */
  token(claims?: Claims, header?: { kid?: string; alg?: string }): Promise<string>
  /** the claims of `token`, without a signature */
  unsecuredToken(): string
  /** a key that the service does not publish */
  foreignToken(): Promise<string>
  /** replaces the published key, like a rotation */
  rotate(): Promise<void>
  /** publishes, before its own, a key that signs nothing here, of the issuer that is named */
  publishOther(issuer: string): Promise<void>
  /** the issuer published with the key, as by Entra ID */
  nameKeyIssuer(issuer: string): void
  /** the response's status for the keys; initially 200 */
  keysStatus: number
  onToken: OnTokenRequest
  /** no request is answered any more; initially false */
  hangs: boolean
  /** the requests that are left without an answer and have not been given up */
  waiting: number
  /** the forms posted to the token endpoint */
  exchanges: URLSearchParams[]
  jwksFetches: number
  close(): Promise<void>
}

/** A sign-in service as small as the tests of the token check and the exchange need it. Real HTTP, real signatures. */
export async function startSignInService(): Promise<TestSignInService> {
  const aKey = keys()
  let key = await aKey('key-1')
  let keyIssuer: string | undefined
  const others: object[] = []
  const server = await listen(
    (request, response) => {
      if (service.hangs) {
        service.waiting += 1
        response.once('close', () => (service.waiting -= 1))
        return
      }
      // oxlint-disable-next-line promise/always-return -- the answer is the outcome
      void textOf(request).then((text) => {
        if (request.url?.endsWith('/keys')) {
          service.jwksFetches += 1
          response.writeHead(service.keysStatus, { 'content-type': 'application/json' })
          const own = { ...key.jwk, ...(keyIssuer !== undefined && { issuer: keyIssuer }) }
          response.end(JSON.stringify({ keys: [...others, own] }))
          return
        }
        const form = new URLSearchParams(text)
        service.exchanges.push(form)
        const { status, body, headers = {} } = service.onToken(form)
        response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
      })
    },
    { port: 0, host: '127.0.0.1' },
  )
  const url = `http://127.0.0.1:${server.port}`
  const issuer = (tid: unknown) => `${url}/${String(tid)}/v2.0`

  const claimsOf = (claims: Claims): Claims => {
    const now = Math.floor(Date.now() / 1000)
    const payload: Claims = {
      ver: '2.0',
      iss: issuer(claims['tid'] ?? tenantId),
      aud: apiClientId,
      tid: tenantId,
      oid: adaId,
      sub: 'pairwise',
      azp: portalClientId,
      scp: 'access_as_user',
      iat: now,
      nbf: now,
      exp: now + 900,
      ...claims,
    }
    // undefined values are omitted, as in JSON
    return Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined))
  }
  const sign = (claims: Claims, header: { kid?: string; alg?: string }, by: typeof key) =>
    new SignJWT(claimsOf(claims)).setProtectedHeader({ alg: 'RS256', kid: by.kid, ...header }).sign(by.privateKey)

  const service: TestSignInService = {
    cloud: demoCloud(url),
    token: (claims = {}, header = {}) => sign(claims, header, key),
    unsecuredToken: () => new UnsecuredJWT(claimsOf({})).encode(),
    foreignToken: async () => sign({}, {}, await aKey(key.kid)),
    rotate: async () => void (key = await aKey('key-2')),
    publishOther: async (named) => void others.push({ ...(await aKey('another-key')).jwk, issuer: named }),
    nameKeyIssuer: (named) => void (keyIssuer = named),
    keysStatus: 200,
    onToken: () => anArmToken('arm-token'),
    hangs: false,
    waiting: 0,
    exchanges: [],
    jwksFetches: 0,
    close: () => server.close(0),
  }
  return service
}

export function anArmToken(token: string, expiresIn = 3600): TokenReply {
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      scope: 'https://management.azure.com/.default',
      expires_in: expiresIn,
      access_token: token,
    },
  }
}

const keyPairs: ReturnType<typeof generateKeyPair>[] = []

/**
 * Keys of a service, each another one. The next service has the same: creating one takes longer than most tests, and no
 * test has two services.
 */
function keys() {
  let count = 0
  return async (kid: string): Promise<{ kid: string; privateKey: CryptoKey; jwk: JWK }> => {
    const { privateKey, publicKey } = await (keyPairs[count++] ??= generateKeyPair('RS256', { extractable: true }))
    return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' } }
  }
}
