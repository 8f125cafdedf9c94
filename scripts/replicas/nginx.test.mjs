import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../run-step.mjs'
import { configurationIn } from './nginx.mjs'

const page = readFileSync(join(root, 'docs/deployment.md'), 'utf8')
const replicas = ['127.0.0.1:1', '127.0.0.1:2', '127.0.0.1:3']
const here = { port: 8443, replicas, certFile: '/here/cert.pem', keyFile: '/here/key.pem' }

it('what is tested is the configuration of the page, but for addresses and the certificate', () => {
  const configuration = configurationIn(page, here)
  expect(configuration).toContain('listen 127.0.0.1:8443 ssl;')
  expect(configuration).toMatch(/ssl_certificate +\/here\/cert\.pem;\n +ssl_certificate_key +\/here\/key\.pem;/)
  for (const replica of replicas) expect(configuration).toContain(`server ${replica} max_fails=1`)
  expect(configuration).not.toMatch(/10\.0\.0\.|\/etc\//)
  expect(configuration).toContain('proxy_next_upstream   off;')
  expect(configuration).toContain('if ($may_be_sent_again = 0) { return 502; }')
})

it.each([
  ['no configuration', '# A page'],
  ['fewer servers', page.replace(/^ *server 10\.0\.0\.13.*\n/m, '')],
  ['another way to listen', page.replace('listen 443 ssl;', 'listen 443 quic;')],
  ['no certificate', page.replace(/^ *ssl_certificate .*\n/m, '')],
])('a page with %s is refused', (_, text) => {
  expect(() => configurationIn(text, here)).toThrow(/^The page /)
})
