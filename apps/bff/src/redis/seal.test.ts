import { createSecretKey, randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { seal, unseal } from './seal.ts'

const aKey = () => createSecretKey(randomBytes(32))
const key = aKey()
const name = 'portal:token:tenant:ada:hash'
const sealed = seal('the token', name, key)

it('a token that was sealed is opened under the name that it was sealed for', () => {
  expect(unseal(sealed, name, [key])).toBe('the token')
  expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('the token')
})

it('the same token is sealed differently each time', () => {
  expect(seal('the token', name, key)).not.toBe(sealed)
})

it('an old key opens beside the new one, and a stranger’s does not', () => {
  expect(unseal(sealed, name, [aKey(), key])).toBe('the token')
  expect(unseal(sealed, name, [aKey(), aKey()])).toBeUndefined()
})

it('a token under another name is none', () => {
  expect(unseal(sealed, name.replace('ada', 'ben'), [key])).toBeUndefined()
})

it('no byte of it can be changed, and none left out', () => {
  const bytes = Buffer.from(sealed, 'base64')
  for (let index = 0; index < bytes.length; index += 1) {
    const changed = Buffer.from(bytes)
    changed[index] = (changed[index] ?? 0) ^ 1
    expect(unseal(changed.toString('base64'), name, [key])).toBeUndefined()
    expect(unseal(bytes.subarray(0, index).toString('base64'), name, [key])).toBeUndefined()
  }
})

it.each(['', 'no base64 at all', '{"token":"planted","expiresAt":9999999999999}'])('%j is none', (planted) => {
  expect(unseal(planted, name, [key])).toBeUndefined()
})
