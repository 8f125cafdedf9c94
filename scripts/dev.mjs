import { join } from 'node:path'
// npm run dev: the demo for development. Vite serves the pages and shows edits at once; the server runs behind it and
// is restarted when its code changes. One address, and Ctrl+C ends everything.
import { createServer } from 'vite'
import { devPages } from './dev/dev-pages.mjs'
import { freePort } from './dev/free-port.mjs'
import { watchedServer } from './dev/watched-server.mjs'
import { root } from './run-step.mjs'

const wanted = Number(process.env.PORT ?? 4280)
const port = await freePort(0)
const simulatorPort = await freePort(Number(process.env.SIMULATOR_PORT ?? 4290))
const server = watchedServer({ port, simulatorPort, nodeArguments: process.argv.slice(2) })
const vite = await createServer({
  root: join(root, 'apps/web'),
  server: { host: 'localhost', port: wanted },
  plugins: [devPages(port, server)],
})
await Promise.all([vite.listen(), server.start()])
console.log(`Gallery Encryption Portal (development) is ready: ${vite.resolvedUrls?.local[0]}`)

const end = async () => {
  await Promise.all([vite.close(), server.close()])
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void end())
