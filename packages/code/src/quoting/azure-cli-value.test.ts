import { RefusedCharacter } from '@portal/arm'
import { expect, it } from 'vitest'
import { azureCliItem, azureCliOption, azureCliPart, azureCliTag } from './azure-cli-value.ts'

it.each([
  ['X02 an option that az would read from a file', () => azureCliOption('name', '@secrets.json')],
  ['X02 an item that az would read from a file', () => azureCliItem('@secrets.json')],
  ['X02 a tag whose value az would read from a file', () => azureCliTag('owner', '@secrets.json')],
  ['X03 an item that az would take for an option', () => azureCliItem('--debug')],
  ['X03 a tag that az would take for an option', () => azureCliTag('--debug', '1')],
  ['X03 a tag whose name has the character that ends it', () => azureCliTag('a=b', 'c')],
  ['X03 a set with the character that ends it', () => azureCliPart('one,two')],
])('%s is refused', (_, quote) => {
  expect(quote).toThrow(RefusedCharacter)
})

it('X03 an option may have any value that begins with a hyphen', () => {
  expect(azureCliOption('name', '-e')).toBe("--name='-e'")
})

it('X03 a tag may have spaces and further signs of equality in its value', () => {
  expect(azureCliTag('cost center', 'a=b c')).toBe("'cost center=a=b c'")
})

it.each([
  ['an option', () => azureCliOption('name', 'ada@contoso'), "--name='ada@contoso'"],
  ['an item', () => azureCliItem('web@one-two'), "'web@one-two'"],
  ['a tag', () => azureCliTag('owner', 'ada@contoso'), "'owner=ada@contoso'"],
])('X02 %s may have the character anywhere but at its start', (_, quote, expected) => {
  expect(quote()).toBe(expected)
})
