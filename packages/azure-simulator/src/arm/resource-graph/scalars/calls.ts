import { spend } from '../../../budget/work-budget.ts'
import type { Json } from '../../../json.ts'
import type { ScalarFunction } from '../scalar-functions.ts'
import { compare, type Row } from '../values.ts'
import { sums } from './arithmetic.ts'
import { spanOf } from './times.ts'

interface Argument {
  of(row: Row): Json | undefined
}

/** A function of the values in a row. Most have one or two: these get by without a list of them for each row. */
export function called(implementation: ScalarFunction, given: Argument[]): (row: Row) => Json {
  const [first, second, ...others] = given
  if (first === undefined || others.length > 0)
    return (row) => implementation(...given.map((argument) => argument.of(row)))
  if (second === undefined) return (row) => implementation(first.of(row))
  return (row) => implementation(first.of(row), second.of(row))
}

/** Of pairs of a condition and its value, the first value whose condition holds; else the last one. */
export function chosenIn(given: Argument[], row: Row): Json {
  const last = given.length - 1
  for (let index = 0; index < last; index += 2)
    if (given[index]?.of(row) === true) return given[index + 1]?.of(row) ?? null
  return given[last]?.of(row) ?? null
}

/** The result of a function, with its work counted. */
export function counted(value: Json): Json {
  spend(2 + lengthOf(value) / 8 + (Array.isArray(value) ? value.length : 0))
  return value
}

/** Of a text; 0 of anything else. */
export function lengthOf(value: Json | undefined): number {
  return typeof value === 'string' ? value.length : 0
}

/**
 * Whether a value is in the range, both ends included; undefined if one of the three is missing. The end of a range of
 * datetimes can be a timespan from its start.
 * https://learn.microsoft.com/azure/data-explorer/kusto/query/between-operator
 */
export function isBetween(
  value: Json | undefined,
  { from, to }: { from: Json | undefined; to: Json | undefined },
): boolean | undefined {
  if ([value, from, to].some((part) => part === null || part === undefined)) return undefined
  const end = spanOf(to) === undefined || spanOf(from) !== undefined ? to : sums.get('+')?.(from, to)
  return compare(value, from) >= 0 && compare(value, end) <= 0
}
