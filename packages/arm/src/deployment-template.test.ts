import { expect, it } from 'vitest'
import { resourceIdCall, templateLiteral } from './deployment-template.ts'

it('doubles the quotes inside a literal', () => {
  expect(templateLiteral("Ada's")).toBe("'Ada''s'")
})

it('names each level of a resource below another', () => {
  expect(resourceIdCall('Microsoft.KeyVault/vaults/keys', 'kv-wus', 'images-key')).toBe(
    "resourceId('Microsoft.KeyVault/vaults/keys', 'kv-wus', 'images-key')",
  )
})
