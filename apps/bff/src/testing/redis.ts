import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'

/** A Redis of a test's own, on loopback, which keeps nothing on disk. */
export interface TestRedis {
  url: string
  /** ends it at once, with all that is in it */
  kill(): Promise<void>
  /** starts it again at the same address, empty */
  start(): Promise<void>
  /** it accepts what is sent, and answers nothing until it is resumed */
  hang(): void
  wake(): void
}

interface RedisOptions {
  /** what clients have to show */
  password?: string
  /** files of a certificate and its key: it then accepts only TLS */
  tls?: { certFile: string; keyFile: string }
}

/** Starts Debian's redis-server. Throws a sentence if it is not installed. */
export async function startRedis({ password, tls }: RedisOptions = {}): Promise<TestRedis> {
  const port = await freePort()
  const credentials = password === undefined ? '' : `:${password}@`
  const inMemory = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', '/tmp']
  const plain = ['--port', String(port)]
  const secret = password === undefined ? [] : ['--requirepass', password]
  const args = [...inMemory, ...secret, ...(tls === undefined ? plain : tlsArguments(port, tls))]
  let child: ChildProcess | undefined

  function start(): Promise<void> {
    const started = spawn('redis-server', args, {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    child = started
    return new Promise((resolve, reject) => {
      started.once('error', () =>
        reject(new Error('These tests need redis-server; on Debian: apt-get install redis-server')),
      )
      started.once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)))
      createInterface({ input: started.stdout }).on('line', (line) => {
        if (line.includes('Ready to accept connections')) resolve()
      })
    })
  }

  await start()
  return {
    url: `${tls === undefined ? 'redis' : 'rediss'}://${credentials}127.0.0.1:${port}`,
    start,
    async kill() {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
    hang: () => void child?.kill('SIGSTOP'),
    wake: () => void child?.kill('SIGCONT'),
  }
}

function tlsArguments(port: number, { certFile, keyFile }: Required<RedisOptions>['tls']): string[] {
  const files = ['--tls-cert-file', certFile, '--tls-key-file', keyFile, '--tls-ca-cert-file', certFile]
  return ['--port', '0', '--tls-port', String(port), ...files, '--tls-auth-clients', 'no']
}

/** A loopback port on which nothing listens. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No port is free')
  return address.port
}

/** A key that seals, as a line of TOKEN_CACHE_KEY_FILE. */
export function aSealingKey(): string {
  return randomBytes(32).toString('base64')
}
