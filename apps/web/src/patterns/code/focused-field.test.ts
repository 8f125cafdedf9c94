import { expect, it } from 'vitest'
import { linesOfField } from './focused-field.ts'

const region = ['targetRegions', 0]
const cell = [...region, 'encryption', 'dataDiskImages', 1]
const paths = [[], ['name'], region, [...region, 'encryption'], cell, [...cell.slice(0, -1), 10]]
const marked = (field: string) => linesOfField(paths, field).flatMap((isMarked, line) => (isMarked ? [line] : []))

it('marks the lines of the field, and of its parts', () => {
  expect(marked('name')).toEqual([1])
  expect(marked('targetRegions/0')).toEqual([2, 3, 4, 5])
})

it('marks the cell in hand, not what stands around it, nor the cell of LUN 10 for that of LUN 1', () => {
  expect(marked(cell.join('/'))).toEqual([4])
})

it('marks the nearest whole of a field that has no line of its own', () => {
  expect(marked('targetRegions/0/encryption/osDiskImage')).toEqual([3])
})

it('marks nothing while no field is in hand', () => {
  expect(marked('')).toEqual([])
})
