import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { root } from '../run-step.mjs'
import { unusedSteps } from './unused-steps.mjs'

/** A project with this layout in which everything is used. */
const house = {
  'package.json': {
    name: 'house',
    type: 'module',
    workspaces: ['packages/*', 'apps/*'],
    scripts: { start: 'node scripts/preflight.mjs scripts/start.mjs' },
    devDependencies: { vitest: '5.0.0' },
  },
  'scripts/preflight.mjs': 'export {}',
  'scripts/start.mjs': `import '../apps/bff/src/main.ts'`,
  'packages/arm/package.json': { name: '@portal/arm', type: 'module', exports: { '.': './src/index.ts' } },
  'packages/arm/src/index.ts': `export * from './region-name.ts'`,
  'packages/arm/src/region-name.ts': `export const regionName = (name: string): string => name`,
  'packages/arm/src/region-name.test.ts': `import 'vitest'\nimport { regionName } from './region-name.ts'\nregionName('westus')`,
  'apps/bff/package.json': {
    name: '@portal/bff',
    type: 'module',
    exports: { '.': './src/main.ts' },
    dependencies: { '@portal/arm': '0.1.0' },
  },
  'apps/bff/src/main.ts': `import { regionName } from '@portal/arm'\nregionName('westus')`,
}

const folders = []
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })))

/** What the steps print of the house with `planted` files in it. */
function reportOf(planted) {
  const folder = mkdtempSync(join(tmpdir(), 'portal-unused-'))
  folders.push(folder)
  for (const [path, content] of Object.entries({ ...house, ...planted })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content))
  }
  mkdirSync(join(folder, 'node_modules/@portal'), { recursive: true })
  for (const [scope, name] of [
    ['packages', 'arm'],
    ['apps', 'bff'],
  ])
    symlinkSync(join(folder, scope, name), join(folder, 'node_modules/@portal', name))
  return unusedSteps
    .map(({ args }) => {
      const [flag, config, ...others] = args
      const command = [join(root, 'node_modules/knip/bin/knip.js'), flag, join(root, config), ...others]
      const { stdout, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' })
      return stdout + stderr
    })
    .join('')
}

describe('what nobody uses', () => {
  it('is not in a house where everything is used', () => expect(reportOf({})).toBe(''))

  const add = (path, text) => ({ [path]: `${house[path]}\n${text}` })

  it('is found: a file, a script, an export, a type, a package, and what only a test uses', () => {
    const report = reportOf({
      ...add('apps/bff/src/main.ts', `import './clock.ts'\nimport 'undeclared'`),
      ...add('packages/arm/src/region-name.ts', 'export const dead = 1\nexport const tested = 1'),
      ...add('packages/arm/src/region-name.test.ts', `import { tested } from './region-name.ts'\ntested.toFixed()`),
      'apps/bff/src/clock.ts': 'export type Clock = number',
      'apps/bff/src/left-over.ts': 'export {}',
      'apps/bff/package.json': {
        ...house['apps/bff/package.json'],
        dependencies: { '@portal/arm': '0.1.0', unneeded: '5.0.0' },
      },
      'scripts/old.mjs': 'export {}',
    })
    for (const line of [
      /^apps\/bff\/src\/left-over\.ts/m,
      /^scripts\/old\.mjs/m,
      /^dead +packages\/arm\/src\/region-name\.ts/m,
      /^tested +packages\/arm\/src\/region-name\.ts/m,
      /^Clock +type +apps\/bff\/src\/clock\.ts/m,
      /^unneeded +apps\/bff\/package\.json/m,
      /^undeclared +apps\/bff\/src\/main\.ts/m,
    ])
      expect(report).toMatch(line)
  })
})
