import { expect, it } from 'vitest'
import { newestFirst } from './version-order.ts'

it('orders versions by number, the newest first', () => {
  const names = ['1.9.0', '1.10.0', '2.0.0', '1.10.0'].map((name) => ({ name }))
  expect(names.toSorted(newestFirst).map(({ name }) => name)).toEqual(['2.0.0', '1.10.0', '1.10.0', '1.9.0'])
})
