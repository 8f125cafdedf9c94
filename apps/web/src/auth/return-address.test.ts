import { assert, constantFrom, property, string, tuple } from 'fast-check'
import { expect, it } from 'vitest'
import { returnAddress } from './return-address.ts'

const here = 'https://images.contoso.com/gallery?id=x'

it.each([
  ['/image-version?id=y', 'https://images.contoso.com/image-version?id=y'],
  [here, here],
])('%s is an address of the portal', (address, href) => {
  expect(returnAddress(address, here)).toBe(href)
})

it.each([
  '//evil.example',
  '/\\evil.example',
  'https:evil.example//x',
  'https://evil.example',
  'http://images.contoso.com',
  'https://images.contoso.com.evil.example',
  'https://images.contoso.com@evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'java\nscript:alert(1)',
  '/\t/evil.example',
  'https://[',
])('S26: %j leads nowhere else', (address) => {
  expect(new URL(returnAddress(address, here)).origin).toBe('https://images.contoso.com')
})

it('S26: nor does anything else', () => {
  const piece = constantFrom('/', '\\', ':', '@', '\t', '\n', '%2f', '//', 'https:', 'javascript:', 'evil.example', '?')
  assert(
    property(tuple(piece, piece, string(), piece), (pieces) => {
      expect(new URL(returnAddress(pieces.join(''), here)).origin).toBe('https://images.contoso.com')
    }),
  )
})
