import { describe, expect, it } from 'vitest'
import { spend, spentInAll, withinBudget } from './work-budget.ts'

const ten = { steps: 10, exceeded: () => new RangeError('ten') }

describe('a budget of work', () => {
  it('lets what is within it be done, and throws its own error beyond', () => {
    expect(withinBudget(ten, () => (spend(10), 'done'))).toBe('done')
    expect(() => withinBudget(ten, () => spend(11))).toThrow('ten')
  })

  it('within another is spent from that one too', () => {
    const twice = () => {
      withinBudget(ten, () => spend(8))
      withinBudget(ten, () => spend(8))
    }
    expect(() =>
      withinBudget({ steps: 15, exceeded: () => new RangeError('fifteen') }, () => (twice(), spend(1))),
    ).toThrow('fifteen')
  })

  it('is counted where none is open as well', () => {
    const before = spentInAll()
    spend(3)
    expect(spentInAll() - before).toBe(3)
  })
})
