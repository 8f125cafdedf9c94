import { describe, expect, it } from 'vitest'
import { jsonSyntax } from '../exporters/syntax/json-syntax.ts'
import { ansibleQuoted } from './ansible.ts'
import { armTemplateText } from './arm-template.ts'
import { azureCliItem, azureCliOption, azureCliTag } from './azure-cli-value.ts'
import { bashQuoted } from './bash.ts'
import { bicepQuoted } from './bicep.ts'
import { powershellQuoted } from './powershell.ts'
import { terraformQuoted } from './terraform.ts'

const quoting: [string, (value: string) => string][] = [
  ['bash', bashQuoted],
  ['an option of az', (value) => azureCliOption('name', value)],
  ['an item of az', azureCliItem],
  ['the name of a tag of az', (value) => azureCliTag(value, '')],
  ['the value of a tag of az', (value) => azureCliTag('name', value)],
  ['PowerShell', powershellQuoted],
  ['Bicep', bicepQuoted],
  ['Terraform', terraformQuoted],
  ['an ARM template', armTemplateText],
  ['JSON', jsonSyntax.text],
  ['a key of JSON', jsonSyntax.key],
  ['Ansible', ansibleQuoted],
]

describe.each(quoting)('%s', (_, quote) => {
  it.each([
    ['a line feed', '\n'],
    ['a carriage return', '\r'],
    ['a tab', '\t'],
    ['NUL', '\0'],
    ['a control of C1', '\u0085'],
    ['a line separator', '\u2028'],
    ['a change of direction', '\u202E'],
    ['an isolate', '\u2066'],
    ['a zero-width space', '\u200B'],
    ['a byte order mark', '\uFEFF'],
    ['an invisible letter', '\u3164'],
    ['half a character', '\uD800'],
  ])('X10 refuses %s and says where it stands', (__, character) => {
    expect(() => quote(`ab${character}c`)).toThrow(expect.objectContaining({ code: 'RefusedCharacter', position: 2 }))
  })
})
