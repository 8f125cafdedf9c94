import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { metadataApiVersion } from '../../packages/arm/src/index.ts'
import { freePort } from '../dev/free-port.mjs'
import { browserArguments } from '../test/browser-arguments.mjs'
import { findBrowser } from '../test/find-browser.mjs'
import { assertSame, got, run } from './run.mjs'

/** Proves that the demo's image serves the portal and its Azure to browsers outside the container. */
export async function demoProofs(/** @type {import('./image.mjs').Image} */ image) {
  const [port, simulatorPort] = [await freePort(), await freePort()]
  const allowed = { ALLOW_DEMO_IN_PRODUCTION: 'true', ALLOW_DEMO_ON_NETWORK: 'true' }
  const env = { ...allowed, PORT: String(port), SIMULATOR_PORT: String(simulatorPort) }
  return [
    {
      name: 'the demonstration does not start in a container unless that is meant',
      async proof() {
        const server = run(image.start(image.command, {}))
        assertSame(await server.ended, 1, 'its exit code')
        assertSame(server.said().includes('ALLOW_DEMO_ON_NETWORK'), true, 'whether it says so')
      },
    },
    {
      name: 'the demonstration serves the portal and a simulated Azure, to every address: one signs in and sees galleries',
      async proof() {
        assertSame(existsSync(join(image.files, 'node_modules/vite')), false, 'whether tools of the build are in it')
        const server = run(image.start(image.command, env))
        try {
          await server.ready
          // 127.0.0.2 reaches only servers that listen on every address, like a published port.
          for (const host of ['localhost', '127.0.0.2']) {
            const page = await got(`http://${host}:${port}/`, { headers: { accept: 'text/html' } })
            assertSame([page.status, page.text.includes('/assets/')], [200, true], `the portal at ${host}`)
            const azure = await got(
              `http://${host}:${simulatorPort}/metadata/endpoints?api-version=${metadataApiVersion}`,
            )
            assertSame(azure.status, 200, `Azure at ${host}`)
          }
          await showsGalleries(`http://localhost:${port}`)
          assertSame(await run(image.start(image.healthcheck, env)).ended, 0, 'the exit code of its healthcheck')
          server.child.kill('SIGTERM')
          assertSame(await server.ended, 0, 'its exit code')
        } finally {
          server.child.kill('SIGKILL')
        }
      },
    },
  ]
}

/** Signs in like a browser; throws unless the galleries of the simulated Azure are shown. */
async function showsGalleries(/** @type {string} */ url) {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments })
  try {
    const page = await browser.newPage()
    await page.goto(`${url}/galleries`)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('ada@contoso.example').click()
    await page.getByRole('link', { name: 'contosoGallery' }).waitFor()
  } finally {
    await browser.close()
  }
}
