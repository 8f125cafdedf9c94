import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const bench = dirname(import.meta.dirname)

it('every script that a measure starts is there', () => {
  const started = globSync('**/*.mjs', { cwd: bench })
    .map((path) => readFileSync(join(bench, path), 'utf8'))
    .flatMap((text) => [...text.matchAll(/\bforked\('([^']+)'/g)].map(([, script = '']) => script))
  expect(started.length).toBeGreaterThan(3)
  expect(started.filter((script) => !existsSync(join(bench, script)))).toEqual([])
})
