import type { Json } from '../../../json.ts'
import { compare } from '../values.ts'
import { sums } from './arithmetic.ts'
import { spanOf } from './times.ts'

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
