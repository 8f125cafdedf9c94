// Processes of the portal, as the test of several replicas starts, ends and kills them.
import { once } from 'node:events'
import { readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { setTimeout as after } from 'node:timers/promises'
import { startPortalProcess } from '../../apps/bff/src/testing/portal-process.ts'

/** @typedef {Awaited<ReturnType<typeof startReplica>>} Replica */

/**
 * Starts a replica of the installed portal, at a fixed port.
 * @param {{ port: number, env: Record<string, string> }} options
 */
export async function startReplica({ port, env }) {
  const start = () => startPortalProcess({ entry: 'main.ts', env: { ...env, PORT: String(port) } })
  let portal = await start()
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
    /** Starts it again and waits until it is ready. */
    async startAgain() {
      earlier.push(...portal.lines)
      portal = await start()
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
