import { expect, it } from 'vitest'
import { whyNotDeleted, whyNotLocked } from './skipped-set.ts'

const group = '/subscriptions/s/resourceGroups/g'
const id = `${group}/providers/Microsoft.Compute/diskEncryptionSets/des`
const lock = (scope: string) => ({ scope, level: 'CanNotDelete' as const, name: 'keep' })
const locks = (...scopes: string[]) => ({
  locks: scopes.map(lock),
  set: 'allowed' as const,
  remove: 'allowed' as const,
})
const unused = { imageVersions: [], resources: [] }
const free = { id, uses: unused, mayDelete: 'allowed' as const, locks: locks() }

it('deletes a set that nothing uses or locks', () => {
  expect(whyNotDeleted(free)).toBeUndefined()
  expect(whyNotDeleted({ ...free, mayDelete: 'unknown' })).toBeUndefined()
})

it('keeps a set that is used, by image versions alone too', () => {
  const uses = { imageVersions: [{ id: 'v', regions: [] }], resources: [] }
  expect(whyNotDeleted({ ...free, uses })).toEqual({ code: 'InUse', imageVersions: 1, resources: 0 })
  expect(whyNotDeleted({ ...free, uses: { ...unused, resources: ['d'] } })).toMatchObject({ code: 'InUse' })
})

it('keeps a set whose uses could not be read', () => {
  expect(whyNotDeleted({ ...free, uses: undefined })).toEqual({ code: 'Unread' })
  expect(whyNotDeleted({ ...free, mayDelete: undefined })).toEqual({ code: 'Unread' })
})

it('keeps a set that is locked, above it too, but not for the lock of another one', () => {
  expect(whyNotDeleted({ ...free, locks: locks(group.toLowerCase()) })).toMatchObject({ code: 'DeletionLocked' })
  expect(whyNotDeleted({ ...free, locks: locks(`${id}2`) })).toBeUndefined()
})

it('keeps a set that the user has no permission for, and names the action', () => {
  expect(whyNotDeleted({ ...free, mayDelete: 'forbidden' })).toMatchObject({
    action: 'Microsoft.Compute/diskEncryptionSets/delete',
  })
  expect(whyNotLocked({ id, locks: { ...locks(), set: 'forbidden' } })).toMatchObject({ code: 'Forbidden' })
})

it('locks a set that has no lock of its own, although its resource group has one', () => {
  expect(whyNotLocked({ id, locks: locks(group) })).toBeUndefined()
  expect(whyNotLocked({ id, locks: locks(id.toUpperCase()) })).toEqual({ code: 'Locked' })
  expect(whyNotLocked({ id, locks: undefined })).toEqual({ code: 'Unread' })
})
