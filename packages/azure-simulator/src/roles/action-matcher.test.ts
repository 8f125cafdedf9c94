import { describe, expect, it } from 'vitest'
import { actionMatcher } from './action-matcher.ts'

describe('the actions of a role', () => {
  it.each([
    ['*/read', 'Microsoft.Compute/galleries/images/read', true],
    ['*/read', 'Microsoft.Compute/galleries/write', false],
    ['Microsoft.Authorization/*/Write', 'microsoft.authorization/roleAssignments/write', true],
    ['Microsoft.Compute/images/*', 'Microsoft.Compute/galleries/images/read', false],
    ['Microsoft.Compute/disks/write', 'Microsoft.Compute/disks/write/now', false],
    ['Microsoft.Compute/disks/write', 'MicrosoftXCompute/disks/write', false],
  ])('%s over %s: %s', (pattern, action, covered) => {
    expect(actionMatcher([pattern])(action)).toBe(covered)
  })

  it('are none where none is named', () => {
    expect(actionMatcher([])('Microsoft.Compute/disks/read')).toBe(false)
  })
})
