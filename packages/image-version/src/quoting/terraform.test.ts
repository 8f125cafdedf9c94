import { expect, it } from 'vitest'
import { parsedHcl } from '../test-hcl.ts'
import { terraformQuoted } from './terraform.ts'
import { thousandNames } from '../test-names.ts'

it("X07 means what it was to HashiCorp's own parser", () => {
  const { names, seed } = thousandNames()
  const parsed = parsedHcl(`names = [${names.map(terraformQuoted).join(', ')}]`)
  expect(parsed, `seed ${seed}`).toEqual({ names })
})
