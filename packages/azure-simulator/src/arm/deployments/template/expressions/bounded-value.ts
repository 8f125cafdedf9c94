import { treeSize } from '../../../../budget/tree-size.ts'
import { spend } from '../../../../budget/work-budget.ts'
import type { Json } from '../../../../json.ts'
import { TemplateError } from './template-error.ts'

// A template is of 4 MB at most once it is expanded: no value in it can be longer.
// https://learn.microsoft.com/azure/azure-resource-manager/templates/best-practices#template-limits
const longest = 4 * 1024 ** 2
const deepest = 128

/** Counts the work of making so many characters. Throws a TemplateError if no value of a template can have as many. */
export function assertLength(characters: number): void {
  if (!(characters <= longest)) throw tooLong()
  spend(characters / 16)
}

/** The new value. Throws a TemplateError if it is longer or deeper than a template's value can be. */
export function bounded(value: Json): Json {
  if (typeof value === 'string') assertLength(value.length)
  else if (typeof value === 'object' && value !== null) {
    const { characters, depth } = treeSize(value)
    if (characters > longest || depth > deepest) throw tooLong()
  }
  return value
}

function tooLong(): TemplateError {
  return new TemplateError(
    `The template language expression evaluates to a value that exceeds the limits of a template: '${longest}' characters and '${deepest}' levels. Please see https://aka.ms/arm-template-limits for usage details.`,
  )
}
