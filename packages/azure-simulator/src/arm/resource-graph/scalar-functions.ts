import { spend } from '../../budget/work-budget.ts'
import { isJsonObject, type Json } from '../../json.ts'
import { bin } from './scalars/arithmetic.ts'
import { datetime, spanOf, timeOf } from './scalars/times.ts'
import { textOf } from './values.ts'

export type ScalarFunction = (...values: (Json | undefined)[]) => Json

function numberOf(value: Json | undefined): number | null {
  const text = textOf(value)
  const number = Number(text)
  return text.trim() === '' || Number.isNaN(number) ? null : number
}

function wholeNumberOf(value: Json | undefined): number | null {
  const number = numberOf(value)
  return number === null ? null : Math.trunc(number)
}

// https://learn.microsoft.com/azure/data-explorer/kusto/query/datetime-diff-function: by the borders that are crossed
const borders: Record<string, (date: Date) => number> = {
  year: (date) => date.getUTCFullYear(),
  quarter: (date) => date.getUTCFullYear() * 4 + Math.floor(date.getUTCMonth() / 3),
  month: (date) => date.getUTCFullYear() * 12 + date.getUTCMonth(),
  // Weeks begin on Sunday; 1 January 1970 was a Thursday.
  week: (date) => Math.floor((date.getTime() / 86_400_000 + 4) / 7),
  day: (date) => Math.floor(date.getTime() / 86_400_000),
  hour: (date) => Math.floor(date.getTime() / 3_600_000),
  minute: (date) => Math.floor(date.getTime() / 60_000),
  second: (date) => Math.floor(date.getTime() / 1000),
  millisecond: (date) => date.getTime(),
}

// Text that is a list or an object in JSON becomes one.
function parsed(value: Json | undefined): Json {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value ?? null
  spend(value.length / 8)
  try {
    const made: unknown = JSON.parse(value)
    return Array.isArray(made) || isJsonObject(made) ? made : value
  } catch {
    return value
  }
}

function datetimeDiff(period: Json | undefined, later: Json | undefined, earlier: Json | undefined): Json {
  const border = borders[textOf(period).toLowerCase()]
  const [one, other] = [timeOf(later), timeOf(earlier)]
  return border === undefined || one === undefined || other === undefined
    ? null
    : border(new Date(one)) - border(new Date(other))
}

function startOf(value: Json | undefined, parts: 'year' | 'month' | 'day'): Json {
  const time = timeOf(value)
  if (time === undefined) return null
  const date = new Date(time)
  const month = parts === 'year' ? 0 : date.getUTCMonth()
  return datetime(Date.UTC(date.getUTCFullYear(), month, parts === 'day' ? date.getUTCDate() : 1))
}

// Each occurrence, as plain text: https://learn.microsoft.com/kusto/query/replace-string-function
function replaced(text: string, lookup: string, rewrite: string): string {
  if (lookup === '') return text
  const parts = text.split(lookup)
  // The result can be far longer than the text: counted before it is made.
  spend(parts.length * (1 + rewrite.length / 8))
  return parts.join(rewrite)
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
    todynamic: parsed,
    parse_json: parsed,
    replace_string: (text, lookup, rewrite) => replaced(textOf(text), textOf(lookup), textOf(rewrite)),
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
    todatetime: (value) => {
      const time = timeOf(value)
      return time === undefined ? null : datetime(time)
    },
    totimespan: (value) => (spanOf(value) === undefined ? null : (value ?? null)),
    bin,
    floor: bin,
    datetime_diff: datetimeDiff,
    startofday: (value) => startOf(value, 'day'),
    startofmonth: (value) => startOf(value, 'month'),
    startofyear: (value) => startOf(value, 'year'),
    bag_keys: (value) => (isJsonObject(value) ? Object.keys(value) : null),
    strcat_array: (list, delimiter) => (Array.isArray(list) ? list.map(textOf).join(textOf(delimiter)) : null),
    set_has_element: (list, item) => Array.isArray(list) && list.some((one) => textOf(one) === textOf(item)),
    pack_array: (...values) => values.map((value) => value ?? null),
    substring: (text, start, length) => {
      const from = Math.max(wholeNumberOf(start) ?? 0, 0)
      return textOf(text).slice(from, length === undefined ? undefined : from + (wholeNumberOf(length) ?? 0))
    },
    coalesce: (...values) => values.find((value) => !isEmpty(value)) ?? null,
  }),
)
