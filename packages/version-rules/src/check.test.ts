import { blankPlan, isBlocking } from '@portal/image-version'
import { anInventory, aPlan } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { check } from './check.ts'

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
