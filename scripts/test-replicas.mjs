// npm run test:replicas: three processes of the portal behind nginx, with one Redis, on one simulated Azure. Users ask
// steadily and one clicks in a real browser, while every process is restarted, one is killed in the middle of a creation,
// and Redis is taken away and brought back. Prints its figures and "N passed, N failed"; exits 1 if one failed.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { haveCommand } from './debian-command.mjs'
import { findBrowser } from './find-browser.mjs'
import { findRedis } from './find-redis.mjs'
import { replicasStory } from './replicas/story.mjs'
import { root, runStep } from './run-step.mjs'
import { isBuilt } from './web-build-state.mjs'

const limitMs = 280_000

async function outcome() {
  if (!findRedis())
    return { passed: 0, failed: 1, said: 'There is no redis-server (Debian: apt-get install redis-server).' }
  if (!haveCommand({ command: ['nginx', '-v'], debianPackage: 'nginx' }))
    return { passed: 0, failed: 1, said: 'There is no nginx (Debian: apt-get install nginx).' }
  if (!isBuilt(root))
    await runStep({ name: 'build', command: process.execPath, args: ['scripts/build.mjs'], minutes: 3 })
  const folder = mkdtempSync(join(tmpdir(), 'replicas-'))
  // Whatever happens, what was started is ended again: last started, first ended.
  /** @type {(() => unknown)[]} */
  const endings = []
  const endAll = async () => {
    for (const end of endings.splice(0).toReversed()) await Promise.resolve(end()).catch(() => undefined)
  }
  const gone = Promise.withResolvers()
  const timer = setTimeout(() => gone.reject(new Error(`Not done after ${limitMs / 1000} s`)), limitMs)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => gone.reject(new Error(`Ended by ${signal}`)))
  for (const event of ['uncaughtException', 'unhandledRejection']) process.once(event, gone.reject)
  try {
    return await Promise.race([
      replicasStory({ folder, executablePath: findBrowser(), atEnd: (end) => void endings.push(end) }),
      gone.promise,
    ])
  } catch (error) {
    return { passed: 0, failed: 1, said: error instanceof Error ? error.stack : String(error) }
  } finally {
    clearTimeout(timer)
    await endAll()
    rmSync(folder, { recursive: true, force: true })
  }
}

const { passed, failed, said } = await outcome()
if (said) console.log(said)
console.log(`${passed} passed, ${failed} failed`)
// A story that was broken off may still have timers of its own.
process.exit(failed === 0 ? 0 : 1)
