import { expect, it } from 'vitest'
import { propertyName } from './property-name.ts'

const names = { 'a.b': 'The b of a', tags: 'Tags', constructor2: 'no' }

it.each([
  ['properties.a.b', 'The b of a'],
  ['properties.A[3].B', 'The b of a'],
  ['properties.a.0.b', 'The b of a'],
  ['properties.a[West Europe][LUN 1].b', 'The b of a (West Europe, LUN 1)'],
  ['tags.cost.center', 'Tags: cost.center'],
  ['properties.constructor', 'properties.constructor'],
  ['properties.unknown[0].x', 'properties.unknown[0].x'],
])('%s is %s', (path, name) => {
  expect(propertyName(path, names)).toBe(name)
})
