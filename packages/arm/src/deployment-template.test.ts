import { expect, it } from 'vitest'
import { plainText, resourceIdCall, templateLiteral } from './deployment-template.ts'

it('doubles the quotes inside a literal', () => {
  expect(templateLiteral("Ada's")).toBe("'Ada''s'")
})

it('names each level of a resource below another', () => {
  expect(resourceIdCall('Microsoft.KeyVault/vaults/keys', 'kv-wus', 'images-key')).toBe(
    "resourceId('Microsoft.KeyVault/vaults/keys', 'kv-wus', 'images-key')",
  )
})

it.each([
  ['[looks like an expression]', '[[looks like an expression]'],
  ['[[twice]', '[[[twice]'],
  ['[does not] end as one', '[does not] end as one'],
])('writes %s so that ARM takes it as it stands', (text, written) => {
  expect(plainText(text)).toBe(written)
})
