import { RefusedCharacter } from '@portal/arm'
import { expect, it } from 'vitest'
import { cvmReleasePolicy } from './to-deployment-template.ts'

it('names the attestation provider', () => {
  const { data } = cvmReleasePolicy('https://sharedwus.wus.attest.azure.net')
  expect(atob(data.replaceAll('-', '+').replaceAll('_', '/'))).toContain('"https://sharedwus.wus.attest.azure.net"')
})

// https://www.rfc-editor.org/rfc/rfc3986: an address has characters of ASCII only
it.each([
  'https://ätt.example',
  'https://日本.example',
  'https://a\u200B.example',
  'https://\uD800.example',
  'https://\0',
])('X10: refuses %j, which is no address', (address) => {
  expect(() => cvmReleasePolicy(address)).toThrow(RefusedCharacter)
})
