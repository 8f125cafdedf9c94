import { describe, expect, it } from 'vitest'
import { faultsOf } from './house-rules.mjs'
import { folderFaultsOf } from './house-sizes.mjs'

const long = 'const a = 1\n'.repeat(251)
const longFunction = (head, lines) => `${head} {\n${'  step()\n'.repeat(lines - 2)}}\n`

describe('house rules', () => {
  it.each([
    ['apps/web/src/utils.ts', '', 'says nothing'],
    ['apps/web/src/helpers/size.ts', '', 'says nothing'],
    ['packages/arm/src/types.test.ts', '', 'says nothing'],
    ['apps/web/src/ui/index.ts', '', 'barrel'],
    ['apps/web/src/ui/pageHeader.tsx', '', 'neither PascalCase'],
    ['apps/bff/src/onBehalfOf.ts', '', 'not kebab-case'],
    ['apps/web/src/api/use-plan.ts', 'export const usePlan = 1', 'calls no hook'],
    ['packages/arm/src/state.ts', 'export enum State { A }', 'enum'],
    ['packages/arm/src/state.ts', 'export interface IState {}', 'prefix I'],
    ['apps/bff/src/app.ts', `// ${'so '.repeat(40)}\n`, 'line 1 is wider'],
    ['apps/bff/src/app.ts', long, '251 lines'],
    ['apps/bff/src/app.test.ts', 'const a = 1\n'.repeat(401), '401 lines'],
    [
      'apps/web/src/ui/PageHeader.tsx',
      longFunction('export function PageHeader()', 121),
      'component PageHeader has 121',
    ],
    ['apps/web/src/api/use-plan.ts', longFunction('export function usePlan()', 81), 'hook usePlan has 81'],
    ['packages/arm/src/state.ts', longFunction('async function stateOf()', 121), 'function stateOf has 121'],
  ])('refuses %s', (path, text, fault) => {
    expect(faultsOf(path, text)).toEqual([expect.stringContaining(fault)])
  })

  it.each([
    ['packages/arm/src/index.ts', ''],
    ['apps/web/src/ui/PageHeader.tsx', ''],
    ['apps/web/src/ui/PageHeader.test.tsx', ''],
    ['apps/web/src/main.tsx', ''],
    ['apps/web/src/i18n/answers/issues.en.ts', long],
    ['packages/azure-simulator/src/worlds/contoso.ts', long],
    ['apps/web/src/api/use-plan.ts', 'export function usePlan() { return useState(0) }'],
    ['packages/image-version/src/version-name.test.ts', long],
    ['apps/web/src/ui/PageHeader.tsx', longFunction('export function PageHeader()', 120)],
    ['apps/bff/src/app.ts', `// https://learn.microsoft.com/${'a'.repeat(100)}\n`],
    ['scripts/walk.mjs', longFunction('export function walk()', 130)],
    ['apps/bff/src/auth/caller.ts', long],
  ])('accepts %s', (path, text) => {
    expect(faultsOf(path, text)).toEqual([])
  })
})

it('names a folder that holds more than 25 files, and none that holds as many', () => {
  const files = (folder, count) => Array.from({ length: count }, (_, index) => `${folder}/file-${index}.ts`)
  const faults = folderFaultsOf([...files('apps/bff/src', 26), ...files('apps/bff/src/http', 25)])
  expect(faults).toEqual([expect.stringMatching(/^apps\/bff\/src: 26 files/)])
})
