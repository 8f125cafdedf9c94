import { describe, expect, it } from 'vitest'
import { check } from './check.ts'
import { isBlocking } from './issue.ts'
import { blankPlan } from './plan.ts'
import { aPlan, anInventory } from './testing.ts'

describe('check', () => {
  it('finds nothing wrong with the first example of the article', () => {
    expect(check(aPlan(), anInventory())).toEqual([])
  })

  it('asks a blank plan only for what must be chosen, in the order of the wizard', () => {
    expect(check(blankPlan(''), anInventory()).map(({ code }) => code)).toEqual([
      'ImageDefinitionRequired',
      'LocationRequired',
      'VersionNameRequired',
      'SourceRequired',
    ])
  })

  it('blocks on errors and not on warnings', () => {
    const [warning] = check(aPlan({ blockDeletionBeforeEndOfLife: true }), anInventory())
    const [error] = check(aPlan({ name: '' }), anInventory())
    expect([warning, error].map((issue) => issue && isBlocking(issue))).toEqual([false, true])
  })
})
