import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

/** An OpenID issuer on loopback, for example that of a cluster: its tokens, and its published keys. */
export interface Issuer extends AsyncDisposable {
  url: string
  /** a token of that subject for that audience; `at` in seconds */
  token(claims: { subject: string; audience?: string; at?: number }): Promise<string>
  /** from now on it signs with a key that it does not publish */
  changeKey(): Promise<void>
}

export async function startedIssuer(): Promise<Issuer> {
  const first = await generateKeyPair('RS256')
  let { privateKey } = first
  const jwk = { ...(await exportJWK(first.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }
  let url = ''
  const server = createServer((request, response) => {
    const documents: Record<string, object> = {
      '/.well-known/openid-configuration': { issuer: url, jwks_uri: `${url}/keys` },
      '/keys': { keys: [jwk] },
    }
    const document = documents[request.url ?? '']
    response.writeHead(document ? 200 : 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify(document ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  return {
    url,
    token: ({ subject, audience = 'api://AzureADTokenExchange', at = Math.floor(Date.now() / 1000) }) =>
      new SignJWT({})
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .setIssuer(url)
        .setSubject(subject)
        .setAudience(audience)
        .setIssuedAt(at)
        .setExpirationTime(at + 3600)
        .sign(privateKey),
    async changeKey() {
      ;({ privateKey } = await generateKeyPair('RS256'))
    },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
