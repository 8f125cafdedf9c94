import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, relative, sep } from 'node:path'
import { root } from '../run-step.mjs'

/** What the server is made of. The pages are made of some of it too; Vite sees to those by itself. */
const sources = [
  'apps/bff/src',
  'packages/arm/src',
  'packages/image-version/src',
  'packages/portal-api/src',
  'packages/azure-simulator/src',
]

// Editors write several files, or one in several steps.
const pauseMs = 100

/**
 * The demonstration's server, with its simulated Azure, as a process that is started anew where its code is edited.
 * What visitors have made is in .data/, so the next one goes on with it; its ports stay the same, or nobody would be
 * signed in.
 * @param {{ port: number, simulatorPort: number, nodeArguments: string[], folder?: string }} options nodeArguments: such as
 *   --inspect; folder: that holds .data
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
      // Its own address is nobody's business: browsers come through Vite.
      if (!/ is ready: /.test(text)) process.stdout.write(text)
    })
    await Promise.race([once(stdout, 'data'), once(child, 'exit')])
  }

  const isRunning = () => child !== undefined && child.exitCode === null && child.signalCode === null

  const stop = async () => {
    isWanted = false
    if (!isRunning()) return
    const exited = once(child, 'exit')
    // As Ctrl+C does: half a second for requests under way, then everything is written down.
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
    /** Ends it for good, one that is just being started too. */
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

/** Whether the server has to be started anew after an edit of `path`: tests are no part of it. */
export function isOfServer(path) {
  const place = relative(root, path).split(sep).join('/')
  return (
    sources.some((folder) => place.startsWith(`${folder}/`)) &&
    /\.(ts|json)$/.test(place) &&
    !place.endsWith('.test.ts')
  )
}
