import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../dev/free-port.mjs'
import { root } from '../run-step.mjs'
import { startNeighbours, startSignInKeys } from './neighbours.mjs'
import { assertSame, got, run } from './run.mjs'

/** @typedef {import('./image.mjs').Image} Image */
/** @typedef {{ name: string, proof: () => unknown }} Proof */

const guid = (/** @type {number} */ digit) => `${String(digit).repeat(8)}-1111-4222-8333-444444444444`
const variables = {
  AZURE_TENANT_IDS: guid(1),
  PORTAL_CLIENT_ID: guid(2),
  API_CLIENT_ID: guid(3),
  API_MANAGED_IDENTITY_CLIENT_ID: guid(4),
  PUBLIC_ORIGIN: 'https://images.contoso.com',
}

const filesOf = (/** @type {Image} */ image) =>
  globSync('**/*', { cwd: image.files }).filter((path) => statSync(join(image.files, path)).isFile())

/** The names of the server's files that `name` imports, at once or when it needs them, and its own. */
function chunksFrom(
  /** @type {string} */ name,
  /** @type {Image} */ image,
  /** @type {Set<string>} */ found = new Set(),
) {
  if (found.has(name)) return found
  found.add(name)
  const code = readFileSync(join(image.files, 'apps/bff/dist', name), 'utf8')
  for (const [, imported] of code.matchAll(/(?:from |import\()"\.\/([\w-]+\.mjs)"/g)) chunksFrom(imported, image, found)
  return found
}

/** The content of the image: the pages, the server, what it loads on demand, and nothing else. */
export function contentProofs(/** @type {Image} */ image) {
  const listed = (/** @type {RegExp} */ pattern) => filesOf(image).filter((path) => pattern.test(path))
  return [
    {
      name: 'the image holds the built pages, their licences, and of the server only what main.mjs leads to',
      proof: () =>
        assertSame(
          listed(/^(?!apps\/web\/dist\/)/).sort(),
          [...chunksFrom('main.mjs', image), 'licenses.md'].map((name) => `apps/bff/dist/${name}`).sort(),
          'what is beside the pages',
        ),
    },
    {
      name: 'no source map, test, simulator, package folder or history is in it',
      proof() {
        assertSame(
          listed(/\.map$|\.test\.|node_modules|azure-simulator|(^|\/)\.git|\.tsx?$/),
          [],
          'the list of such files',
        )
        const code = listed(/\.(mjs|js)$/).map((path) => readFileSync(join(image.files, path), 'utf8'))
        assertSame(
          code.some((text) => /startAzureSimulator|sourceMappingURL=/.test(text)),
          false,
          'whether code is of them',
        )
      },
    },
    {
      name: 'what is bundled is no development dependency',
      proof() {
        const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
        const ofProduction = new Set(
          Object.entries(packages).flatMap(([path, { version, dev }]) =>
            dev ? [] : [`${path.split('node_modules/').at(-1)} ${version}`],
          ),
        )
        for (const licences of ['apps/bff/dist/licenses.md', 'apps/web/dist/licenses.txt']) {
          const bundled = [...readFileSync(join(image.files, licences), 'utf8').matchAll(/^## (\S+) - (\S+)/gm)]
          assertSame(bundled.length > 50, true, `whether ${licences} lists the packages`)
          assertSame(
            bundled.map(([, name, version]) => `${name} ${version}`).filter((each) => !ofProduction.has(each)),
            [],
            `what of ${licences} is not of production`,
          )
        }
      },
    },
  ]
}

/** How the server behaves as a container: its own user, nothing writable, probes, healthcheck, SIGTERM. */
export async function serverProofs(/** @type {Image} */ image) {
  const folder = mkdtempSync(join(tmpdir(), 'portal-package-'))
  const [keys, neighbours] = await Promise.all([startSignInKeys(folder), startNeighbours()])
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    ...variables,
    PORT: String(port),
    IDENTITY_ENDPOINT: `${neighbours.url}/msi/token`,
    IDENTITY_HEADER: 'the-header',
    NODE_USE_ENV_PROXY: '1',
    HTTPS_PROXY: keys.proxy,
    NODE_EXTRA_CA_CERTS: image.place(keys.certFile),
  }
  const before = filesOf(image)
  let server = run(image.start(image.command, env))
  const healthcheck = () => run(image.start(image.healthcheck, { PORT: String(port) })).ended

  const proofs = [
    {
      name: 'without its variables it ends with 1 and lists them',
      async proof() {
        const without = run(image.start(image.command, {}))
        assertSame(await without.ended, 1, 'its exit code')
        for (const name of ['AZURE_TENANT_IDS', 'PUBLIC_ORIGIN']) assertSame(without.said().includes(name), true, name)
      },
    },
    {
      name: 'on a Node that is too old it ends with 1 and one sentence',
      async proof() {
        const asNode20 = `data:text/javascript,Object.defineProperty(process, 'version', { value: 'v20.19.0' })`
        const [program, ...args] = image.command
        const old = run(image.start([program, '--import', asNode20, ...args], env))
        assertSame(await old.ended, 1, 'its exit code')
        assertSame(
          /^The portal needs Node .*v20\.19\.0.*\n$/.test(old.said()),
          true,
          `whether a sentence is ${old.said()}`,
        )
      },
    },
    {
      name: 'it starts as its own user, with a token of the managed identity',
      async proof() {
        await server.ready
        assertSame(neighbours.asked.tokens, 1, 'the number of tokens')
        if (process.getuid?.() === 0 && process.platform === 'linux') {
          const status = readFileSync(`/proc/${server.child.pid}/status`, 'utf8')
          assertSame(/^Uid:\t(\d+)/m.exec(status)?.[1], '1000', 'its uid')
        }
      },
    },
    {
      name: 'it lives, and is ready once it has had the keys of Entra ID',
      async proof() {
        assertSame((await got(`${url}/livez`)).status, 200, '/livez')
        assertSame((await got(`${url}/readyz`)).status, 503, '/readyz without keys')
        keys.state.answers = true
        assertSame((await got(`${url}/readyz`)).status, 200, '/readyz with keys')
      },
    },
    { name: 'its healthcheck succeeds', proof: async () => assertSame(await healthcheck(), 0, 'the exit code') },
    {
      name: 'it serves the pages, what they have to know, and no data without a token',
      async proof() {
        const page = await got(`${url}/galleries`, { headers: { accept: 'text/html' } })
        const script = /src="(\/assets\/[^"]+\.js)"/.exec(page.text)?.[1]
        assertSame((await got(`${url}${script}`)).status, 200, `the script ${script}`)
        assertSame(
          page.headers?.get('content-security-policy')?.includes("require-trusted-types-for 'script'"),
          true,
          'its policy',
        )
        const { text } = await got(`${url}/api/configuration`)
        for (const id of [variables.PORTAL_CLIENT_ID, variables.API_CLIENT_ID]) assertSame(text.includes(id), true, id)
        assertSame((await got(`${url}/api/galleries`)).status, 401, 'without a token')
      },
    },
    {
      name: 'SIGTERM makes it unready, and it ends with 0',
      async proof() {
        server.child.kill('SIGTERM')
        let { status } = await got(`${url}/readyz`)
        // The signal is on its way; it is served for 5 s more.
        while (status === 200) ({ status } = await got(`${url}/readyz`))
        assertSame(status, 503, '/readyz while it ends')
        assertSame(await server.ended, 0, 'its exit code')
        assertSame(await healthcheck(), 1, 'the exit code of the healthcheck afterwards')
      },
    },
    {
      name: 'a collector gets what OpenTelemetry measured, and only where one is named',
      async proof() {
        assertSame(neighbours.asked.telemetry, [], 'what was sent without one')
        server = run(image.start(image.command, { ...env, OTEL_EXPORTER_OTLP_ENDPOINT: neighbours.url }))
        await server.ready
        await got(`${url}/livez`)
        server.child.kill('SIGINT')
        assertSame(await server.ended, 0, 'its exit code')
        assertSame(neighbours.asked.telemetry.includes('/v1/metrics'), true, 'whether metrics came')
      },
    },
    { name: 'it has written nothing', proof: () => assertSame(filesOf(image), before, 'the list of its files') },
  ]
  const close = () => {
    server.child.kill('SIGKILL')
    keys.close()
    neighbours.close()
    rmSync(folder, { recursive: true })
  }
  return { proofs, close }
}
