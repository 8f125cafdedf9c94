import { createServer, connect } from 'node:net'
import { expect, it } from 'vitest'
import { startCloudProxy } from './cloud-proxy.mjs'

/** The response to a CONNECT, and to the text that follows it if it is allowed. */
function answerTo(/** @type {string} */ proxyUrl, /** @type {string} */ host) {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(Number(new URL(proxyUrl).port), '127.0.0.1', () =>
      socket.write(`CONNECT ${host} HTTP/1.1\r\nHost: ${host}\r\n\r\n`),
    )
    socket.on('error', reject).on('end', () => resolve(answer))
    socket.on('data', (data) => {
      answer += data.toString()
      if (data.toString().startsWith('HTTP/1.1 200')) socket.end('hello')
    })
  })
}

it.each([
  ['management.azure.com:443', 'HTTP/1.1 200 Connection established\r\n\r\nhello', []],
  ['kv-one.vault.azure.net:443', 'HTTP/1.1 200 Connection established\r\n\r\nhello', []],
  ['example.com:443', 'HTTP/1.1 403 Forbidden\r\n\r\n', ['example.com']],
  ['vault.azure.net:443', 'HTTP/1.1 403 Forbidden\r\n\r\n', ['vault.azure.net']],
])('%s', async (host, answer, strangers) => {
  const cloud = createServer((socket) => socket.pipe(socket))
  await new Promise((resolve) => cloud.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = cloud.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const proxy = await startCloudProxy(['management.azure.com', '*.vault.azure.net'], port)
  try {
    expect(await answerTo(proxy.url, host)).toBe(answer)
    expect([...proxy.strangers]).toEqual(strangers)
  } finally {
    proxy.close()
    cloud.close()
  }
})
