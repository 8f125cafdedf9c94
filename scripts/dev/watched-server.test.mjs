import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../run-step.mjs'
import { freePort } from './free-port.mjs'
import { isOfServer, watchedServer } from './watched-server.mjs'

describe('what starts the server of npm run dev anew', () => {
  it.each(['apps/bff/src/app.ts', 'apps/bff/src/routes/keys.ts', 'packages/version-rules/src/check.ts'])(
    '%s',
    (path) => {
      expect(isOfServer(join(root, path))).toBe(true)
    },
  )

  it.each([
    ['a page', 'apps/web/src/main.tsx'],
    ['a test', 'apps/bff/src/app.test.ts'],
    ['what the demonstration keeps', '.data/sandboxes.sqlite'],
    ['a document', 'packages/azure-simulator/src/DIFFERENCES.md'],
  ])('not %s', (_, path) => {
    expect(isOfServer(join(root, path))).toBe(false)
  })
})

it('ends the server that an edit is just starting, too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watched-server-'))
  const port = await freePort(0)
  const watcher = Object.assign(new EventEmitter(), { add: () => undefined })
  const server = watchedServer({ port, simulatorPort: await freePort(0), nodeArguments: [], folder })
  server.restartOnEdits(watcher)
  watcher.emit('all', 'change', join(root, 'apps/bff/src/app.ts'))
  await expect.poll(() => server.isRunning()).toBe(true)
  await server.close()
  await expect(fetch(`http://127.0.0.1:${port}/livez`)).rejects.toThrow('fetch failed')
  expect(server.isRunning()).toBe(false)
  rmSync(folder, { recursive: true })
})
