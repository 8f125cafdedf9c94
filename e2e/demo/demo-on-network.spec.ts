import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { storedCertificate } from '@portal/azure-simulator'
import { expect, signIn, test as base } from '../support/portal.ts'

// The demo for other people: two https origins other than this machine's name.

const demo = fileURLToPath(new URL('../../apps/bff/src/demo.ts', import.meta.url))

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

const test = base.extend<{ elsewhere: { url: string; azure: string } }>({
  // this certificate is not trusted, and it is for another name
  ignoreHTTPSErrors: true,
  elsewhere: async ({ browser: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'demo-on-network-'))
    await storedCertificate(folder)
    const [port, azurePort] = [await freePort(), await freePort()]
    const [url, azure] = [`https://demo.localhost:${port}`, `https://azure.localhost:${azurePort}`]
    const server = spawn(process.execPath, [demo], {
      cwd: folder,
      env: {
        ALLOW_DEMO_ON_NETWORK: 'true',
        PORT: String(port),
        SIMULATOR_PORT: String(azurePort),
        PUBLIC_ORIGIN: url,
        SIMULATOR_PUBLIC_ORIGIN: azure,
        TLS_CERTIFICATE_FILE: join(folder, 'localhost-cert.pem'),
        TLS_KEY_FILE: join(folder, 'localhost-key.pem'),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await createInterface(server.stdout)[Symbol.asyncIterator]().next()
    await use({ url, azure })
    const ended = once(server, 'exit')
    server.kill('SIGINT')
    await ended
    await rm(folder, { recursive: true })
  },
})

test('people elsewhere sign in to a demonstration by https, and keep their sandbox in another tab', async ({
  page,
  elsewhere,
}) => {
  test.slow()
  await signIn(page, elsewhere, 'Ada')
  await expect(page.getByRole('link', { name: 'contosoGallery', exact: true })).toBeVisible()
  const cookies = await page.context().cookies(elsewhere.azure)
  expect(cookies.map(({ secure, httpOnly }) => [secure, httpOnly])).toEqual(cookies.map(() => [true, true]))
  const sandboxOf = () =>
    page
      .context()
      .cookies(elsewhere.azure)
      .then((all) => all.find(({ name }) => name.includes('sandbox'))?.value)
  const sandbox = await sandboxOf()

  const tab = await page.context().newPage()
  await tab.goto(`${elsewhere.url}/galleries`)
  await tab.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(tab.getByRole('link', { name: 'contosoGallery', exact: true })).toBeVisible()
  expect(await sandboxOf()).toBe(sandbox)
})
