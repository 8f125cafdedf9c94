import { describe, expect, it } from 'vitest'
import { isMet, median, table } from './table.mjs'

const measure = (ours, goal) => ({ name: 'a', unit: 'ms', floor: 100, ours, goal })

describe('the table of measures', () => {
  it.each([
    [200, { ratio: 2 }, true],
    [201, { ratio: 2 }, false],
    [201, { most: 300 }, true],
    [301, { ratio: 4, most: 300 }, false],
  ])('says whether %s ms meets %o', (ours, goal, met) => {
    expect(isMet(measure(ours, goal))).toBe(met)
  })

  it('shows floor, ours, ratio and goal side by side', () => {
    const [head, row] = table([measure(250, { ratio: 2, most: 3000 })]).split('\n')
    expect(head).toMatch(/measure +floor +ours +ratio +goal +met/)
    expect(row).toMatch(/a +100 ms +250 ms +2\.50x +<= 2x, <= 3000 ms +NO/)
  })

  it('takes the middle', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5])
  })
})
