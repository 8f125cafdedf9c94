import { expect, it } from 'vitest'
import { showsField } from './field-in-hand.ts'

const cell = ['targetRegions', 0, 'encryption', 'dataDiskImages', 1]

it.each([
  ['the field itself', ['name'], 'name'],
  ['a cell of the region in hand', cell, 'targetRegions/0'],
  ['the region of the cell in hand', ['targetRegions', 0, 'encryption'], cell.join('/')],
])('a line shows %s', (_, path, field) => {
  expect(showsField(path, field)).toBe(true)
})

it.each([
  ['of no field', [], 'name'],
  ['of another cell', cell, 'targetRegions/0/encryption/dataDiskImages/10'],
  ['while no field is in hand', ['name'], ''],
])('a line %s is not marked', (_, path, field) => {
  expect(showsField(path, field)).toBe(false)
})
