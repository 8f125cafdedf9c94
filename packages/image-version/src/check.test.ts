import { describe, expect, it } from 'vitest'
import { aPlan, anInventory } from './testing.ts'
import { check } from './check.ts'

describe('check', () => {
  it('finds nothing wrong with the first example of the article', () => {
    expect(check(aPlan(), anInventory())).toEqual([])
  })
})
