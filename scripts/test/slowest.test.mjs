import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../run-step.mjs'
import { slowGroups } from './slow-groups.mjs'
import { reasonOf, slowestFirst } from './slowest.mjs'

const unit = {
  testResults: [
    {
      name: join(root, 'apps/bff/src/main.test.ts'),
      assertionResults: [
        { title: 'starts', duration: 900 },
        { title: 'is skipped', duration: null },
      ],
    },
  ],
}
const spec = (title, ...durations) => ({
  title,
  file: 'portal/a.spec.ts',
  tests: [{ results: durations.map((duration) => ({ duration })) }],
})
const e2e = { suites: [{ specs: [spec('opens', 400)], suites: [{ specs: [spec('is tried twice', 600, 700)] }] }] }

it('the tests of both reports are told together, the slowest first', () => {
  expect(slowestFirst({ unit, e2e })).toEqual([
    { title: 'is tried twice', file: 'e2e/portal/a.spec.ts', ms: 1300 },
    { title: 'starts', file: 'apps/bff/src/main.test.ts', ms: 900 },
    { title: 'opens', file: 'e2e/portal/a.spec.ts', ms: 400 },
    { title: 'is skipped', file: 'apps/bff/src/main.test.ts', ms: 0 },
  ])
  expect(slowestFirst({ unit: undefined, e2e: undefined })).toEqual([])
})

it('the first group that fits gives the reason', () => {
  expect(reasonOf('apps/bff/src/main.test.ts')).toContain('separate processes')
  expect(reasonOf('apps/bff/src/app.test.ts')).toContain('over HTTP')
  expect(reasonOf('packages/arm/src/error.test.ts')).toBeUndefined()
})

it('every group has a file of tests', () => {
  const patterns = [
    '{apps,packages}/*/src/**/*.test.{ts,tsx}',
    '{scripts,deploy,bench}/**/*.test.mjs',
    'e2e/**/*.spec.ts',
  ]
  const first = globSync(patterns, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .map((path) => slowGroups.findIndex(({ files }) => files.test(path)))
  expect(slowGroups.filter((_, index) => !first.includes(index))).toEqual([])
})
