import { aDiskEncryptionSet, aKey, readyFacts } from '@portal/disk-encryption/testing'
import { expect, it } from 'vitest'
import { orderedSets } from './ordered-sets.ts'

const now = '2026-11-24T09:00:00Z'
const ready = (name: string) => aDiskEncryptionSet(name, { facts: readyFacts() })
const broken = aDiskEncryptionSet('a-broken', { facts: readyFacts({ key: aKey({ enabled: false }) }) })
const unread = aDiskEncryptionSet('b-unread')

const names = (used: string[] = []) =>
  orderedSets([broken, unread, ready('c'), ready('d')], { now, used }).map(({ name }) => name)

it('lists ready sets first, by name, and those with a problem last', () => {
  expect(names()).toEqual(['c', 'd', 'b-unread', 'a-broken'])
})

it('lists the sets that the region uses before all others, in any spelling of their IDs', () => {
  expect(names([ready('d').id.toUpperCase()])).toEqual(['d', 'c', 'b-unread', 'a-broken'])
})

it('leaves a set with a problem last even where it is used', () => {
  expect(names([broken.id])).toEqual(names())
})
