// Processes of the portal, as the test of several replicas starts, ends and kills them.
import { once } from 'node:events'
import { globSync, readFileSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { startPortalProcess } from '../../apps/bff/src/testing/portal-process.ts'
import { root, runStep } from '../run-step.mjs'
import { freshCopy, linkPackages } from '../test/fresh-copy.mjs'

/** @typedef {Awaited<ReturnType<typeof startReplica>>} Replica */

/**
 * A build of the portal, server and pages, with the version that *About* shows.
 * @typedef {{ version: string, entry: string }} Build entry: of the server, for {@link startPortalProcess}
 */

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** What is built here. @type {Build} */
export const currentBuild = { version, entry: 'main.ts' }

/**
 * Builds the same sources as an earlier version, in a folder of their own.
 * @param {string} folder the parent folder
 * @returns {Promise<Build>}
 */
export async function earlierBuild(folder) {
  const earlier = { version: '0.1.0', copy: freshCopy(folder) }
  linkPackages(earlier.copy)
  for (const path of globSync(['package.json', '{apps,packages}/*/package.json'], { cwd: earlier.copy })) {
    const file = join(earlier.copy, path)
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(`"${version}"`, `"${earlier.version}"`))
  }
  const args = ['scripts/build.mjs', '--uncompressed']
  const step = { name: `build of ${earlier.version}`, command: process.execPath, args, minutes: 4, cwd: earlier.copy }
  if (!(await runStep({ ...step, env: { CI: 'true' } })).ok) throw new Error('The earlier version was not built')
  return { version: earlier.version, entry: pathToFileURL(join(earlier.copy, 'apps/bff/src/main.ts')).href }
}

/**
 * Starts a replica of a build of the portal, at a fixed port.
 * @param {{ port: number, env: Record<string, string>, build: Build }} options
 */
export async function startReplica({ port, env, build }) {
  const start = (/** @type {Build} */ { entry }) => startPortalProcess({ entry, env: { ...env, PORT: String(port) } })
  let current = build
  let portal = await start(current)
  /** @type {string[]} */
  const earlier = []
  const end = async (/** @type {NodeJS.Signals} */ signal) => {
    const { child } = portal
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const exited = once(child, 'exit')
    child.kill(signal)
    const [code] = await exited
    return code
  }
  return {
    address: `127.0.0.1:${port}`,
    url: portal.url,
    pid: () => portal.child.pid ?? 0,
    /** how often its log has that event (for that reason), in the processes before this one too */
    told: (/** @type {string} */ event, /** @type {string} */ reason = '') =>
      [...earlier, ...portal.lines].filter((line) => line.includes(`"event":"${event}"`) && line.includes(reason))
        .length,
    /** whether it has said that Redis is away, and not yet that it is back */
    lacksRedis: () =>
      portal.lines.findLast((line) => /"event":"redis-(away|back)"/.test(line))?.includes('away') ?? false,
    end,
    /** Starts it again, from another build if that is given, and waits until it is ready. */
    async startAgain(next = current) {
      current = next
      earlier.push(...portal.lines)
      portal = await start(current)
      while (!(await this.isReady())) await after(100)
    },
    isReady: () =>
      fetch(`${portal.url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      ),
  }
}

/**
 * Which of the processes has a connection from that port of this machine; undefined: none. Linux only.
 * @param {number} port
 * @param {number[]} pids
 */
export function ownerOf(port, pids) {
  const hex = port.toString(16).toUpperCase().padStart(4, '0')
  const inodes = ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, local]) => local?.endsWith(`:${hex}`))
      .map((fields) => `socket:[${fields[9]}]`),
  )
  return pids.find((pid) =>
    readdirSync(`/proc/${pid}/fd`).some((fd) => {
      try {
        return inodes.includes(readlinkSync(`/proc/${pid}/fd/${fd}`))
      } catch {
        return false // closed meanwhile
      }
    }),
  )
}
