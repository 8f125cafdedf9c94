import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../run-step.mjs'
import { isOfServer } from './watched-server.mjs'

describe('what starts the server of npm run dev anew', () => {
  it.each(['apps/bff/src/app.ts', 'apps/bff/src/routes/keys.ts', 'packages/image-version/src/check.ts'])(
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
