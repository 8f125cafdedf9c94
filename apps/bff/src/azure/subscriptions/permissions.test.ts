import { expect, it } from 'vitest'
import { isHeldBy } from './permissions.ts'

const write = 'Microsoft.Compute/galleries/images/versions/write'

it.each([
  ['*', true],
  ['microsoft.compute/galleries/*', true],
  ['*/versions/write', true],
  ['Microsoft.Compute/*/versions/*', true],
  ['Microsoft.Compute/galleries/images/versions/read', false],
  ['Microsoft.Compute/galleries/images', false],
  // no regular expression: these stand for themselves, and the many stars take no time
  ['Microsoft.Compute/(galleries|disks)/images/versions/write', false],
  ['MicrosoftXCompute/galleries/images/versions/write', false],
  [`${'*s'.repeat(60)}!`, false],
])('a role with %s may write versions: %s', (pattern, isHeld) => {
  expect(isHeldBy([{ actions: [pattern] }], write)).toBe(isHeld)
  expect(isHeldBy([{ actions: ['*'], notActions: [pattern] }], write)).toBe(!isHeld)
})
