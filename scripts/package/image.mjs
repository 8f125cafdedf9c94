// The production image as far as this machine can have it: its files alone, or the root of one that was built.
import { spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '../run-step.mjs'
import { stageOf } from './dockerfile-stage.mjs'

/** @typedef {Awaited<ReturnType<typeof assembledImage>>} Image */

const isRoot = process.getuid?.() === 0
const workdir = '/portal'

const stage = (/** @type {string} */ name) =>
  stageOf(readFileSync(join(root, 'deploy/container/Dockerfile'), 'utf8'), name)

/** The files that the stage `portal` copies, from this tree as it is built now, in a read-only folder. */
export async function assembledImage() {
  const { copies, env, user, command, healthcheck } = stage('portal')
  const folder = mkdtempSync(join(tmpdir(), 'portal-image-'))
  for (const { from, paths, to } of copies) {
    for (const path of paths) {
      if (from !== 'build' || !path.startsWith(`${workdir}/`)) throw new Error(`COPY ${path}: it is not of the build`)
      mkdirSync(join(folder, dirname(to)), { recursive: true })
      cpSync(join(root, path.slice(workdir.length)), join(folder, to), { recursive: true })
    }
  }
  forbidWriting(folder)
  const [uid, gid] = user.split(':').map(Number)
  const where = { cwd: folder, ...(isRoot && { uid, gid }) }
  return {
    files: folder,
    command,
    healthcheck,
    /** Starts a program in it: as its user if possible, with its variables and the given ones only. */
    start: (/** @type {string[]} */ [program, ...args], /** @type {Record<string, string>} */ given) =>
      spawn(program === 'node' ? process.execPath : program, args, {
        ...where,
        env: { ...env, HOME: '/nonexistent', TMPDIR: '/nonexistent', ...given },
      }),
    /** Puts a file where the program can read it, whatever its user, and returns the path. */
    place(/** @type {string} */ file) {
      cpSync(file, `${folder}.placed`)
      return `${folder}.placed`
    },
    remove() {
      rmSync(folder, { recursive: true })
      rmSync(`${folder}.placed`, { force: true })
    },
  }
}

/**
 * An image that was built, its root file system mounted at `rootfs`, with a read-only root and as its user. Needs Linux
 * and root, and no container runtime.
 * @param {string} rootfs
 * @param {'portal' | 'demo'} name of the stage
 */
export function builtImage(rootfs, name) {
  const { env, user, command, healthcheck } = stage(name)
  // A runtime provides the hosts file and volumes; the image must contain everything else.
  const enter = [
    'mount --bind "$0" "$0"',
    'touch "$0/etc/hosts" && mount --bind /etc/hosts "$0/etc/hosts"',
    'if [ -d "$0/portal/.data" ]; then mount -t tmpfs -o uid=1000,gid=1000 none "$0/portal/.data"; fi',
    'mount -o remount,bind,ro "$0"',
    'exec chroot --userspec="$1" "$0" /usr/bin/env -i -C /portal "${@:2}"',
  ].join(' && ')
  const variables = (/** @type {Record<string, string>} */ all) =>
    Object.entries(all).map(([key, value]) => `${key}=${value}`)
  return {
    files: join(rootfs, workdir),
    command,
    healthcheck,
    start(/** @type {string[]} */ program, /** @type {Record<string, string>} */ given) {
      const path = { PATH: '/usr/local/bin:/usr/bin:/bin' }
      const inside = [rootfs, user, ...variables({ ...path, ...env, ...given }), ...program]
      return spawn('unshare', ['--mount', 'bash', '-c', enter, ...inside])
    },
    place(/** @type {string} */ file) {
      cpSync(file, join(rootfs, 'tmp/placed'))
      return '/tmp/placed'
    },
    remove: () => rmSync(join(rootfs, 'tmp/placed'), { force: true }),
  }
}

function forbidWriting(/** @type {string} */ folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) forbidWriting(join(folder, entry.name))
    else chmodSync(join(folder, entry.name), 0o444)
  chmodSync(folder, 0o555)
}
