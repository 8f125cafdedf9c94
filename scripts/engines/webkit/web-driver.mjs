// A session of WebKit's own browser, by the W3C's WebDriver protocol: https://www.w3.org/TR/webdriver2/
import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../dev/free-port.mjs'

/** @typedef {{ [elementKey]: string }} Element a reference that the driver gives and takes */
/** @typedef {Awaited<ReturnType<typeof startWebKit>>} WebKit */

const elementKey = 'element-6066-11e4-a52e-4f735466cecf'
const scriptMs = 8_000
const answersWithinMs = 30_000
const miniBrowser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser'

/**
 * Starts a display that nobody sees, WebKit's driver and its browser.
 * @param {{ width: number, height: number, atEnd: (end: () => unknown) => void }} options in CSS pixels; atEnd: gets the
 *   functions that end what was started
 */
export async function startWebKit({ width, height, atEnd }) {
  const display = await startDisplay(atEnd)
  const port = await freePort()
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    // As root, and without a sandbox of its own: it opens this machine's portal only.
    env: { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  })
  atEnd(() => driver.kill())
  const origin = `http://127.0.0.1:${port}`
  await untilAnswered(`${origin}/status`)
  const { sessionId, capabilities } = await call(`${origin}/session`, 'POST', {
    capabilities: {
      alwaysMatch: {
        browserName: 'MiniBrowser',
        // Where a page is replaced while it loads, as at a sign-in, the driver may wait with every command for a load
        // that is never reported, for five minutes. Whoever waits for an element asks for that instead.
        pageLoadStrategy: 'none',
        'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
      },
    },
  })
  const session = `${origin}/session/${sessionId}`
  atEnd(() => call(session, 'DELETE'))
  /** @type {(method: 'GET' | 'POST', path: string, body?: object) => Promise<any>} */
  const send = (method, path, body) => call(`${session}${path}`, method, body)
  await send('POST', '/timeouts', { script: scriptMs })
  const resize = (/** @type {{ width: number, height: number }} */ size) => send('POST', '/window/rect', size)
  await resize({ width, height })
  return {
    resize,
    version: String(capabilities.browserVersion),
    open: (/** @type {string} */ url) => send('POST', '/url', { url }),
    reload: () => send('POST', '/refresh', {}),
    back: () => send('POST', '/back', {}),
    title: () => send('GET', '/title'),
    /** Runs the body of a function in the page, with its arguments, and gives what it returns. */
    run: (/** @type {string} */ script, /** @type {unknown[]} */ ...args) =>
      send('POST', '/execute/sync', { script, args }),
    /** The same for a script that calls its last argument with the result. */
    runAsync: (/** @type {string} */ script, /** @type {unknown[]} */ ...args) =>
      send('POST', '/execute/async', { script, args }),
    click: (/** @type {Element} */ element) => send('POST', `/element/${element[elementKey]}/click`, {}),
    clear: (/** @type {Element} */ element) => send('POST', `/element/${element[elementKey]}/clear`, {}),
    type: (/** @type {Element} */ element, /** @type {string} */ text) =>
      send('POST', `/element/${element[elementKey]}/value`, { text }),
    /** Presses keys one after another, wherever the focus is. */
    press: (/** @type {string[]} */ ...keys) =>
      send('POST', '/actions', {
        actions: [
          {
            type: 'key',
            id: 'keyboard',
            actions: keys.flatMap((value) => [
              { type: 'keyDown', value },
              { type: 'keyUp', value },
            ]),
          },
        ],
      }),
    /** A PNG of the window. */
    picture: async () => Buffer.from(await send('GET', '/screenshot'), 'base64'),
  }
}

/** The driver's codes of keys: https://www.w3.org/TR/webdriver2/#keyboard-actions */
export const keys = { tab: '\uE004', enter: '\uE007', escape: '\uE00C', down: '\uE015', right: '\uE014', space: ' ' }

/** Starts Xvfb on the first free display. */
async function startDisplay(/** @type {(end: () => unknown) => void} */ atEnd) {
  const { promise, resolve, reject } = Promise.withResolvers()
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  atEnd(() => server.kill())
  server.once('error', reject)
  server.once('exit', () => reject(new Error('Xvfb ended')))
  server.stdio[3]?.once('data', (number) => resolve(`:${String(number).trim()}`))
  return promise
}

async function untilAnswered(/** @type {string} */ url) {
  for (let time = 0; time < 200; time++) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
    await pause(50)
  }
  throw new Error(`${url} does not answer`)
}

/** @returns {Promise<any>} */
async function call(
  /** @type {string} */ url,
  /** @type {'GET' | 'POST' | 'DELETE'} */ method,
  /** @type {object | undefined} */ body,
) {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(answersWithinMs),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const { value } = await response.json()
  if (!response.ok) throw new Error(`${url}: ${value.error}: ${value.message}`)
  return value
}
