import type { CodeLanguage } from '@portal/code'
import { expect, it } from 'vitest'
import { codeParts } from './code-parts.ts'

function parts(text: string, language: CodeLanguage): [string, string][] {
  return codeParts(text, language).map(({ kind, start, end }) => [kind, text.slice(start, end)])
}

it.each<[CodeLanguage, string, [string, string][]]>([
  ['AzureCli', "  --name='x y' \\", [['name', '--name'], ['string', "'x y'"]]], // oxfmt-ignore
  ['ArmTemplate', '  "lun": 0,', [['name', '"lun"'], ['number', '0']]], // oxfmt-ignore
  ['Bicep', "  name: 'it\\'s'", [['name', 'name'], ['string', "'it\\'s'"]]], // oxfmt-ignore
  ['TerraformAzapi', '  name     = "x"', [['name', 'name'], ['string', '"x"']]], // oxfmt-ignore
  ['AzurePowerShell', "  Name = 'it''s'", [['name', 'Name'], ['string', "'it''s'"]]], // oxfmt-ignore
  ['Ansible', '    - lun: 3', [['name', 'lun'], ['number', '3']]], // oxfmt-ignore
])('finds names and values of %s', (language, text, expected) => {
  expect(parts(text, language)).toEqual(expected)
})

it('finds what is to be filled in, inside a text', () => {
  expect(parts("--version='<version>'", 'AzureCli')).toContainEqual(['placeholder', '<version>'])
})

it('takes no sign of comment inside a text for one', () => {
  expect(parts('  note = "a # b"', 'Packer').map(([kind]) => kind)).toEqual(['name', 'string'])
})
