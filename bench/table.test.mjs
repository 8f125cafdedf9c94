import { describe, expect, it } from 'vitest'
import { isMet, median, recordedWith, table } from './table.mjs'

const measure = (ours, goal) => ({ name: 'a', unit: 'ms', floor: 100, peer: 400, ours, goal })

describe('the table of measures', () => {
  it.each([
    [200, { ratio: 2 }, true],
    [201, { ratio: 2 }, false],
    [201, { most: 300 }, true],
    [301, { ratio: 4, most: 300 }, false],
    [200, { ofPeer: 0.5 }, true],
    [201, { ratio: 3, ofPeer: 0.5 }, false],
  ])('says whether %s ms meets %o', (ours, goal, met) => {
    expect(isMet(measure(ours, goal))).toBe(met)
  })

  it('shows floor, peer, ours, ratio and goal side by side', () => {
    const [head, row] = table([measure(250, { ratio: 2, most: 3000 })]).split('\n')
    expect(head).toMatch(/measure +floor +peer +ours +ratio +goal +met +recorded/)
    expect(row).toMatch(/a +100 ms +400 ms +250 ms +2\.50x, 0\.63 of the peer +<= 2x, <= 3000 ms +NO/)
    expect(table([{ ...measure(250, {}), floor: undefined }])).toMatch(/a +- +400 ms +250 ms +0\.63 of the peer/)
  })

  it('shows what the last recorded run found, and where there is none', () => {
    const run = { machine: 'a', date: '2026-11-29', commit: '12345678' }
    const record = recordedWith({ b: { ours: 1, floor: 0, unit: 'ms', ...run } }, [measure(240.04, {})], run)
    expect(Object.keys(record)).toEqual(['a', 'b'])
    expect(table([measure(250, {})], record)).toMatch(/240 ms \(2\.40x\), 2026-11-29, 12345678$/)
    expect(table([{ ...measure(1, {}), name: 'c' }], record)).toMatch(/-$/)
  })

  it('takes the middle', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5])
  })
})
