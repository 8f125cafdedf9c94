import { expect, it } from 'vitest'
import { stageOfDeleted, type DeletedVersion } from './deleted-version.ts'

const deleted: DeletedVersion = {
  name: '1.0.0',
  id: '/x',
  location: 'westus',
  consumptionEndTime: '2026-01-10T00:00:00.1230456+00:00',
}

it('is in its retention until its consumption ends, and in its grace from then on', () => {
  expect(stageOfDeleted(deleted, '2026-01-09T23:59:59Z')).toBe('Retention')
  expect(stageOfDeleted(deleted, '2026-01-10T00:00:01Z')).toBe('Grace')
})

it('has no stage where Azure tells no date', () => {
  expect(stageOfDeleted({ name: '1.0.0', id: '/x', location: 'westus' }, '2026-01-09T00:00:00Z')).toBeUndefined()
})
