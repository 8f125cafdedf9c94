// nginx in front of the replicas, configured as in docs/deployment.md.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { root } from '../run-step.mjs'
import { haveCommand } from '../test/debian-command.mjs'

/**
 * @typedef {{ port: number, replicas: string[], certFile: string, keyFile: string }} Here replicas: `host:port` of each
 */

/** Whether `nginx` is on the PATH, or could be installed now. */
export const findNginx = () => haveCommand({ command: ['nginx', '-v'], debianPackage: 'nginx' })

/**
 * The configuration of a page for this machine: with another port and certificate, and the replicas instead of its
 * servers. Throws if the page has another number of servers, or if something to replace is missing.
 * @param {string} page Markdown with one block of nginx
 * @param {Here} here
 */
export function configurationIn(page, { port, replicas, certFile, keyFile }) {
  const block = /^```nginx\n([\s\S]+?)^```$/m.exec(page)?.[1]
  if (block === undefined) throw new Error('The page has no block of nginx')
  const servers = [...block.matchAll(/^ *server (\S+:\d+)/gm)].map(([, server]) => server)
  if (servers.length !== replicas.length)
    throw new Error(`The page has ${servers.length} servers, not ${replicas.length}`)
  const [, cert = ''] = /^ *ssl_certificate +(\S+);/m.exec(block) ?? []
  const [, key = ''] = /^ *ssl_certificate_key +(\S+);/m.exec(block) ?? []
  /** @type {[string, string][]} */
  const replaced = [
    ['listen 443 ssl;', `listen 127.0.0.1:${port} ssl;`],
    [cert, certFile],
    [key, keyFile],
    ...servers.map((server, index) => /** @type {[string, string]} */ ([server, replicas[index] ?? ''])),
  ]
  return replaced.reduce((text, [there, here]) => {
    if (there === '' || !text.includes(there)) throw new Error(`The page does not have what becomes ${here}`)
    return text.replace(there, here)
  }, block)
}

/**
 * Starts nginx in the foreground, with its files in `folder`, and waits until it accepts connections.
 * @param {Here & { folder: string }} options
 */
export async function startNginx({ folder, ...here }) {
  const page = readFileSync(join(root, 'docs/deployment.md'), 'utf8')
  const log = join(folder, 'access.log')
  const file = join(folder, 'nginx.conf')
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  writeFileSync(
    file,
    `daemon off; worker_processes 1; ${process.getuid?.() === 0 ? 'user root;' : ''}
pid ${folder}/nginx.pid; error_log ${folder}/error.log warn;
events {}
http {
${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')}
log_format replicas escape=json '{"method":"$request_method","path":"$uri","status":$status,"upstreams":"$upstream_addr"}';
access_log ${log} replicas;
${configurationIn(page, here)}}
`,
  )
  const child = spawn('nginx', ['-c', file, '-p', folder], { stdio: ['ignore', 'ignore', 'inherit'] })
  await untilListening(here.port, child)
  return {
    url: `https://localhost:${here.port}`,
    /** What has been answered. @returns {{ method: string, path: string, status: number, upstreams: string[] }[]} */
    answered: () => readFileSync(log, 'utf8').split('\n').filter(Boolean).map(entryOf),
    async close() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

// if one request went to several, nginx separates them with a comma or, after an internal redirect, a colon
function entryOf(/** @type {string} */ line) {
  const { upstreams, ...entry } = JSON.parse(line)
  return { ...entry, upstreams: upstreams.split(/, | : /).filter(Boolean) }
}

async function untilListening(
  /** @type {number} */ port,
  /** @type {import('node:child_process').ChildProcess} */ child,
) {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}`)
    const socket = connect(port, '127.0.0.1')
    const outcome = await Promise.race([
      once(socket, 'connect').then(() => 'there'),
      once(socket, 'error').then(() => 'not yet'),
    ]).catch(() => 'not yet')
    socket.destroy()
    if (outcome === 'there') return
    await after(50)
  }
}
