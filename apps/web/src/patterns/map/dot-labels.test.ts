import { expect, it } from 'vitest'
import { dotLabels } from './dot-labels.ts'

const anchors = (...asked: Parameters<typeof dotLabels>) => dotLabels(...asked).map((label) => label?.anchor)

it('writes a name at the right of its dot, at the left where another dot is, and not at all without room', () => {
  const row = [
    [300, 100],
    [400, 100],
    [500, 100],
  ] as const
  expect(anchors(row, ['West US', 'Central', 'East'], 1400)).toEqual(['end', undefined, 'start'])
})

it('writes no name over another, or beyond the edge of the map', () => {
  expect(anchors([[1300, 100]], ['New Zealand North'], 1400)).toEqual(['end'])
  const close = [
    [300, 100],
    [310, 110],
  ] as const
  expect(anchors(close, ['One', 'Two'], 1400)).toEqual(['start', 'end'])
})
