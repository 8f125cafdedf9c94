import { createServer } from 'node:net'

/**
 * A port of this machine on which nothing listens: `wanted`, or any other if that is in use. It stays free until
 * something uses it, so a server can be started on it again and again.
 * @param {number} [wanted] 0: any
 * @returns {Promise<number>}
 */
export async function freePort(wanted = 0) {
  return (await portIfFree(wanted)) ?? (await portIfFree(0)) ?? wanted
}

function portIfFree(wanted) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
