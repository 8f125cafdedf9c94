import type { Json } from '../../json.ts'
import { textOf } from './values.ts'

type ScalarFunction = (...values: (Json | undefined)[]) => Json

function numberOf(value: Json | undefined): number | null {
  const text = textOf(value)
  const number = Number(text)
  return text.trim() === '' || Number.isNaN(number) ? null : number
}

function wholeNumberOf(value: Json | undefined): number | null {
  const number = numberOf(value)
  return number === null ? null : Math.trunc(number)
}

const isEmpty = (value: Json | undefined) => textOf(value) === ''
const isNothing = (value: Json | undefined) => value === undefined || value === null

/**
 * The functions of a row that are supported, by name.
 * https://learn.microsoft.com/azure/governance/resource-graph/concepts/query-language
 */
export const scalarFunctions = new Map<string, ScalarFunction>(
  Object.entries<ScalarFunction>({
    tostring: textOf,
    tolower: (value) => textOf(value).toLowerCase(),
    toupper: (value) => textOf(value).toUpperCase(),
    tolong: wholeNumberOf,
    toint: wholeNumberOf,
    todouble: numberOf,
    toreal: numberOf,
    tobool: (value) => (isNothing(value) ? null : textOf(value).toLowerCase() === 'true'),
    todynamic: (value) => value ?? null,
    strlen: (value) => textOf(value).length,
    strcat: (...values) => values.map(textOf).join(''),
    split(text, separator, index) {
      const parts = textOf(text).split(textOf(separator))
      const only = typeof index === 'number' ? parts[index] : undefined
      return typeof index === 'number' ? (only === undefined ? [] : [only]) : parts
    },
    array_length: (value) => (Array.isArray(value) ? value.length : null),
    isempty: isEmpty,
    isnotempty: (value) => !isEmpty(value),
    isnull: isNothing,
    isnotnull: (value) => !isNothing(value),
    not: (value) => value !== true,
    // pairs of a condition and its value, and the value of all others
    case: (...values) => {
      const place = values.slice(0, -1).findIndex((value, index) => index % 2 === 0 && value === true)
      return values.at(place === -1 ? -1 : place + 1) ?? null
    },
    iff: (condition, yes, no) => (condition === true ? yes : no) ?? null,
    coalesce: (...values) => values.find((value) => !isEmpty(value)) ?? null,
  }),
)
