import type { Arguments } from '../arguments.ts'
import { TemplateError } from '../template-error.ts'
import { textOf } from './strings.ts'
import type { TemplateFunction } from './template-function.ts'

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-numeric */
export const numericFunctions: Record<string, TemplateFunction> = {
  add: (given) => given.integer(0) + given.integer(1),
  sub: (given) => given.integer(0) - given.integer(1),
  mul: (given) => given.integer(0) * given.integer(1),
  div: (given) => Math.trunc(given.integer(0) / divisor(given)),
  mod: (given) => given.integer(0) % divisor(given),
  int(given) {
    const number = Number(given.value(0))
    if (Number.isSafeInteger(number)) return number
    throw new TemplateError(
      `Unable to evaluate template language function 'int': '${textOf(given.value(0))}' is no integer`,
    )
  },
  min: (given) => Math.min(...integersOf(given)),
  max: (given) => Math.max(...integersOf(given)),
}

function divisor(given: Arguments): number {
  const number = given.integer(1)
  if (number !== 0) return number
  throw new TemplateError(`Unable to evaluate template language function '${given.name}': division by zero`)
}

// `max(1, 2)` and `max(createArray(1, 2))` are the same.
function integersOf(given: Arguments): number[] {
  const values = Array.isArray(given.value(0)) ? given.list(0) : given.values
  return values.map(Number)
}
