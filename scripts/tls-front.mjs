// For the az walk only: https in front of the simulator's plain http, as a terminator such as nginx would be.
// It changes nothing but adds X-Forwarded-Proto and X-Forwarded-Host; the simulator builds its URLs from them.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { createServer } from 'node:https'
import { join } from 'node:path'

/**
 * A self-signed certificate for localhost, made with the openssl command line.
 * @param {string} folder where cert.pem and key.pem are written
 */
export function selfSignedCertificate(folder) {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const extensions = ['subjectAltName=DNS:localhost,IP:127.0.0.1', 'basicConstraints=critical,CA:TRUE']
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-keyout', key, '-out']
      .concat(certificate)
      .concat(extensions.flatMap((extension) => ['-addext', extension])),
    { stdio: 'ignore' },
  )
  return { key, certificate }
}

/**
 * @param {string} upstream origin of the simulator, http
 * @param {{ key: string, certificate: string }} files
 * @returns {Promise<{ url: string, close(): void }>}
 */
export async function startTlsFront(upstream, { key, certificate }) {
  const { hostname, port, host } = new URL(upstream)
  const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (incoming, outgoing) => {
    const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': incoming.headers.host }
    const onward = httpRequest(
      {
        hostname,
        port,
        method: incoming.method,
        path: incoming.url,
        headers: { ...incoming.headers, host, ...forwarded },
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      },
    )
    onward.on('error', (error) => outgoing.writeHead(502).end(String(error)))
    incoming.pipe(onward)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The TLS front listens on no port')
  return {
    url: `https://localhost:${address.port}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
