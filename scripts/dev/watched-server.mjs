import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { root } from '../run-step.mjs'

/** The sources of the server. The pages share some of them; Vite handles those itself. */
const sources = ['apps/bff/src', ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}/src`)]

// Editors write several files, or one in several steps.
const pauseMs = 100

/**
 * The demo's server, with its simulated Azure, as a process that is restarted when its code changes. What visitors have
 * created is in .data/, so the next process continues with it; its ports stay the same, or all users would be signed
 * out.
 * @param {{ port: number, simulatorPort: number, nodeArguments: string[], folder?: string }} options nodeArguments: for
 * example
 *   --inspect; folder: contains .data
 */
export function watchedServer({ port, simulatorPort, nodeArguments, folder = root }) {
  let child
  let isWanted = false
  let isClosed = false
  let ready = Promise.resolve()
  let timer

  /** Resolves once it listens, or has ended without: then it has said why, and the next edit starts it again. */
  const start = async () => {
    if (isClosed) return
    isWanted = true
    child = spawn(process.execPath, [...nodeArguments, join(root, 'apps/bff/src/demo.ts')], {
      cwd: folder,
      env: {
        ...process.env,
        PORT: `${port}`,
        SIMULATOR_PORT: `${simulatorPort}`,
        WEB_ROOT: join(import.meta.dirname, 'no-pages'),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const { stdout } = child
    child.once('exit', () => isWanted && console.log('The server has ended. The next edit starts it again.'))
    stdout.on('data', (text) => {
      // Its own address is not printed: browsers come through Vite.
      if (!/ is ready: /.test(text)) process.stdout.write(text)
    })
    await Promise.race([once(stdout, 'data'), once(child, 'exit')])
  }

  const isRunning = () => child !== undefined && child.exitCode === null && child.signalCode === null

  const stop = async () => {
    isWanted = false
    if (!isRunning()) return
    const exited = once(child, 'exit')
    // As with Ctrl+C: half a second for running requests, then everything is stored.
    child.kill('SIGINT')
    await exited
  }

  const restart = async (path) => {
    console.log(`${relative(root, path)} was edited: the server is started anew`)
    await stop()
    await start()
  }

  return {
    start: () => (ready = ready.then(start)),
    isRunning,
    /** Ends it permanently, also one that is just starting. */
    async close() {
      isClosed = true
      clearTimeout(timer)
      await stop()
      await ready
      await stop()
    },
    /** resolves when requests can be sent to it */
    ready: () => ready,
    /** @param {import('vite').ViteDevServer['watcher']} watcher */
    restartOnEdits(watcher) {
      watcher.add(sources.map((path) => join(root, path)))
      watcher.on('all', (_, path) => {
        if (!isOfServer(path)) return
        clearTimeout(timer)
        timer = setTimeout(() => {
          ready = ready.then(() => restart(path))
        }, pauseMs)
      })
    },
  }
}

/** Whether the server must be restarted after a change of `path`: tests are not part of it. */
export function isOfServer(path) {
  const place = relative(root, path).split(sep).join('/')
  return (
    sources.some((folder) => place.startsWith(`${folder}/`)) &&
    /\.(ts|json)$/.test(place) &&
    !place.endsWith('.test.ts')
  )
}
