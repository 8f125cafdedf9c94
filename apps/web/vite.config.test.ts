import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import config from './vite.config.ts'

const output = config.build?.rolldownOptions?.output
const groups =
  output === undefined || Array.isArray(output) || typeof output.codeSplitting !== 'object'
    ? []
    : (output.codeSplitting.groups ?? [])
const root = join(import.meta.dirname, '../..')
const files = globSync(['apps/web/src/**/*.{ts,tsx}', 'packages/*/src/*.ts'], { cwd: root })

// A file that was moved would leave its group, and its page would ask for one file more for each module.
it.each(groups.map(({ name, test }) => ({ name, test })))('group $name has files of ours', ({ test }) => {
  expect(files.filter((file) => test instanceof RegExp && test.test(join(root, file)))).not.toEqual([])
})

it('knows the groups', () => {
  expect(groups.length).toBeGreaterThan(4)
})
