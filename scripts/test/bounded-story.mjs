// A story: several processes that are started, seen to do something together, and ended whatever happens.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The folder for a story's files, which is deleted afterwards, and a function to register how to end what it started.
 * @typedef {{ folder: string, atEnd: (end: () => unknown) => void }} Setting
 * @typedef {import('./outcome.mjs').Outcome} Outcome
 */

/**
 * Runs a story for at most `limitMs` milliseconds. What was started last is ended first. A story that breaks off counts
 * as one failure.
 * @param {{ name: string, limitMs: number }} options
 * @param {(setting: Setting) => Promise<Outcome>} story
 * @returns {Promise<Outcome>}
 */
export async function boundedStory({ name, limitMs }, story) {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  /** @type {(() => unknown)[]} */
  const endings = []
  const endAll = async () => {
    for (const end of endings.splice(0).toReversed())
      await Promise.resolve()
        .then(end)
        .catch(() => undefined)
  }
  const gone = Promise.withResolvers()
  const timer = setTimeout(() => gone.reject(new Error(`Not done after ${limitMs / 1000} s`)), limitMs)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => gone.reject(new Error(`Ended by ${signal}`)))
  // Not once: what breaks one part breaks others too, and a second uncaught error would end this process before it has
  // printed anything.
  for (const event of ['uncaughtException', 'unhandledRejection']) process.on(event, gone.reject)
  try {
    return await Promise.race([story({ folder, atEnd: (end) => void endings.push(end) }), gone.promise])
  } catch (error) {
    return { passed: 0, failed: 1, said: error instanceof Error ? error.stack : String(error) }
  } finally {
    clearTimeout(timer)
    await endAll()
    // An ended process might still write for a moment.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}
