import { isDeepStrictEqual } from 'node:util'
import type { Arguments } from '../arguments.ts'
import { TemplateError } from '../template-error.ts'
import type { TemplateFunction } from './template-function.ts'

/**
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-logical and
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-comparison
 */
export const logicalFunctions: Record<string, TemplateFunction> = {
  true: () => true,
  false: () => false,
  null: () => null,
  not: (given) => !given.boolean(0),
  and: (given) => given.values.every((_, index) => given.boolean(index)),
  or: (given) => given.values.some((_, index) => given.boolean(index)),
  bool(given) {
    const value = given.value(0)
    if (typeof value === 'boolean') return value
    if (typeof value === 'number') return value !== 0
    const text = given.text(0).toLowerCase()
    if (['true', '1', 'false', '0'].includes(text)) return text === 'true' || text === '1'
    throw new TemplateError(`Unable to evaluate template language function 'bool': '${text}' is no boolean`)
  },
  equals: (given) => isDeepStrictEqual(given.value(0), given.value(1)),
  greater: (given) => compared(given) > 0,
  greaterOrEquals: (given) => compared(given) >= 0,
  less: (given) => compared(given) < 0,
  lessOrEquals: (given) => compared(given) <= 0,
  coalesce: (given) => given.values.find((value) => value !== null) ?? null,
}

// Two integers, or two texts by their characters.
function compared(given: Arguments): number {
  if (typeof given.value(0) === 'number') return given.integer(0) - given.integer(1)
  const [one, other] = [given.text(0), given.text(1)]
  if (one === other) return 0
  return one < other ? -1 : 1
}
