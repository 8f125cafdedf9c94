import { expect, it } from 'vitest'
import { thousandNames } from '../testing/hard-names.ts'
import { armTemplateText } from './arm-template.ts'

// https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions#escape-characters
function read(text: string): string {
  const isBracketed = text.startsWith('[') && text.endsWith(']')
  if (isBracketed && !text.startsWith('[[')) throw new Error(`an expression: ${text}`)
  return isBracketed ? text.slice(1) : text
}

it('X08 is no expression of a template, and means what it was', () => {
  const { names, seed } = thousandNames()
  const all = [...names, ...names.map((name) => `[${name}]`), '[resourceGroup().id]', '[[twice]', '[]', '[open']
  expect(
    all.map((name) => read(armTemplateText(name))),
    `seed ${seed}`,
  ).toEqual(all)
})
