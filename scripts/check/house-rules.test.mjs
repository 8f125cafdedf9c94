import { describe, expect, it } from 'vitest'
import { faultsOf, subjectFaults } from './house-rules.mjs'

describe('house rules', () => {
  it.each([
    ['apps/web/src/utils.ts', '', 'says nothing'],
    ['apps/web/src/helpers/size.ts', '', 'says nothing'],
    ['packages/arm/src/types.test.ts', '', 'says nothing'],
    ['apps/web/src/ui/index.ts', '', 'barrel'],
    ['apps/web/src/ui/Cell.tsx', "makeStyles({ cell: { paddingBlock: '10px' } })", 'name the sides'],
    ['apps/web/src/api/use-plan.ts', 'export const usePlan = 1', 'calls no hook'],
    ['packages/arm/src/state.ts', 'export interface IState {}', 'prefix I'],
    ['apps/bff/src/app.ts', `// ${'so '.repeat(40)}\n`, 'line 1 is wider'],
  ])('refuses %s', (path, text, fault) => {
    expect(faultsOf(path, text)).toEqual([expect.stringContaining(fault)])
  })

  it.each([
    ['packages/arm/src/index.ts', ''],
    ['apps/web/src/ui/PageHeader.tsx', ''],
    ['apps/web/src/ui/PageHeader.test.tsx', ''],
    ['apps/web/src/main.tsx', ''],
    ['apps/web/src/api/use-plan.ts', 'export function usePlan() { return useState(0) }'],
    ['apps/bff/src/app.ts', `// https://learn.microsoft.com/${'a'.repeat(100)}\n`],
  ])('accepts %s', (path, text) => {
    expect(faultsOf(path, text)).toEqual([])
  })
})

it.each([
  ['Let a page be left while its code still comes', 'its verb'],
  ['Tell where the time of the browser tests goes', 'its verb'],
  [`Show ${'the region and '.repeat(5)}the set`, 'more than 72'],
])('refuses the subject "%s"', (subject, fault) => {
  expect(subjectFaults(subject)).toEqual([expect.stringContaining(fault)])
})

it('accepts a subject with a verb of the field', () => {
  expect(subjectFaults('Show the applied encryption of each disk')).toEqual([])
})
