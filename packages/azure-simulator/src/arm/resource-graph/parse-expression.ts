import { spend } from '../../budget/work-budget.ts'
import { isJsonObject, valueAt, type Json } from '../../json.ts'
import { comparisons } from './comparisons.ts'
import { InvalidQuery } from './invalid-query.ts'
import { queryLimits, within } from './query-text-limits.ts'
import { scalarFunctions } from './scalar-functions.ts'
import { products, sums, type Arithmetic } from './scalars/arithmetic.ts'
import { isBetween, called, chosenIn, counted, lengthOf } from './scalars/calls.ts'
import { datetime, spanOf, timeOfLiteral } from './scalars/times.ts'
import type { TokenReader } from './token-reader.ts'
import { textOfLiteral } from './tokens.ts'
import { textOf, type Row } from './values.ts'

/** What is the same for each row, calculated for the first. */
function onceForAllRows(of: (row: Row) => Json | undefined): (row: Row) => Json | undefined {
  let known: { value: Json | undefined } | undefined
  return (row) => (known ??= { value: of(row) }).value
}

/** Something that has a value in each row. */
export interface Expression {
  /** of its result column if the query does not name one: `properties_osType` for `properties.osType` */
  columnName: string | undefined
  /** the columns that it is about */
  references: string[]
  /** of a condition: the only resource types, in lowercase, for which it can be true; absent: any */
  types?: string[] | undefined
  of(row: Row): Json | undefined
}

/**
 * Parses an expression, as long as possible: `or` binds least, then `and`, comparisons, sums, products, paths. Throws
 * 400 for what is not supported.
 */
export function parseExpression(reader: TokenReader): Expression {
  return within(reader, () => {
    const [first, ...others] = parts(reader, { by: 'or', one: parseAnd })
    if (others.length === 0) return first
    const all = [first, ...others]
    return unnamed(all, (row) => all.some((part) => part.of(row) === true))
  })
}

function parseAnd(reader: TokenReader): Expression {
  const [first, ...others] = parts(reader, { by: 'and', one: parseComparison })
  if (others.length === 0) return first
  const all = [first, ...others]
  const types = all.find((part) => part.types !== undefined)?.types
  return { ...unnamed(all, (row) => all.every((part) => part.of(row) === true)), types }
}

/** One part or more, `by` between them. */
function parts(
  reader: TokenReader,
  { by, one }: { by: string; one: (reader: TokenReader) => Expression },
): [Expression, ...Expression[]] {
  const all: [Expression, ...Expression[]] = [one(reader)]
  while (reader.skip(by)) all.push(one(reader))
  return all
}

function parseComparison(reader: TokenReader): Expression {
  const left = parseSum(reader)
  const { kind, text, at } = reader.peek()
  if (kind === 'name' && (text === 'between' || text === '!between')) return parseBetween(reader, left)
  const comparison = kind === 'text' ? undefined : comparisons.get(text)
  if (comparison === undefined) {
    if (kind !== 'text' && (text === 'matches' || text.startsWith('!')))
      throw new InvalidQuery(`The operator '${text}' at position ${at} is not supported.`)
    return left
  }
  reader.next()
  const right = text.replaceAll(/[!~]/g, '') === 'in' ? parseList(reader) : parseSum(reader)
  const test = unnamed([left, right], (row) => {
    const [one, other] = [left.of(row), right.of(row)]
    spend(1 + lengthOf(one) / 8 + lengthOf(other) / 8)
    return comparison(one, other)
  })
  return left === typeColumn && ['==', '=~', 'in', 'in~'].includes(text) ? { ...test, types: textsOf(right) } : test
}

const typeColumn: Expression = { columnName: 'type', references: ['type'], of: (row) => row['type'] }

// In lowercase; undefined if they differ between rows.
function textsOf({ references, of }: Expression): string[] | undefined {
  if (references.length > 0) return undefined
  return [...new Set([of({})].flat().map((value) => textOf(value).toLowerCase()))]
}

function parseList(reader: TokenReader): Expression {
  reader.expect('(')
  const items = reader.list(() => parseSum(reader))
  reader.expect(')')
  return listOf(items)
}

function listOf(items: Expression[]): Expression {
  const values = (row: Row) => items.map((item) => item.of(row) ?? null)
  // One list for all rows, if it is the same for all.
  if (items.every(({ references }) => references.length === 0)) {
    const fixed = values({})
    return unnamed([], () => fixed)
  }
  return unnamed(items, (row) => {
    spend(items.length)
    return values(row)
  })
}

/** `between (from .. to)`, both included; `to` can be a duration from there. */
function parseBetween(reader: TokenReader, value: Expression): Expression {
  const isOutside = reader.next().text.startsWith('!')
  reader.expect('(')
  const from = parseSum(reader)
  reader.expect('..')
  const to = parseSum(reader)
  reader.expect(')')
  return unnamed([value, from, to], (row) => {
    spend(2)
    return isBetween(value.of(row), { from: from.of(row), to: to.of(row) }) === !isOutside
  })
}

function parseSum(reader: TokenReader): Expression {
  return parseArithmetic(reader, sums, (inner) => parseArithmetic(inner, products, parsePath))
}

function parseArithmetic(
  reader: TokenReader,
  operators: Map<string, Arithmetic>,
  one: (reader: TokenReader) => Expression,
): Expression {
  let result = one(reader)
  for (let steps = 0; ; steps += 1) {
    const { kind, text } = reader.peek()
    const operator = kind === 'symbol' ? operators.get(text) : undefined
    if (operator === undefined) return result
    if (steps > queryLimits.levels)
      throw new InvalidQuery(`More than ${queryLimits.levels} operators '${text}' in a row are not supported.`)
    reader.next()
    const [left, right] = [result, one(reader)]
    result = unnamed([left, right], (row) => {
      spend(2)
      return operator(left.of(row), right.of(row))
    })
  }
}

/** A value and the steps into it: `.key`, `['key']`, `[0]`. */
function parsePath(reader: TokenReader): Expression {
  let path = parsePrimary(reader)
  for (let steps = 0; ; steps += 1) {
    const outer = path
    if (steps > queryLimits.levels)
      throw new InvalidQuery(`A path of more than ${queryLimits.levels} steps is not supported.`)
    if (reader.skip('.')) {
      const key = reader.name()
      const of = (row: Row) => {
        const value = outer.of(row)
        return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
      }
      path = { ...outer, columnName: joined(outer, key), of }
    } else if (reader.skip('[')) {
      const key = parseExpression(reader)
      reader.expect(']')
      const of = (row: Row) => {
        const step = key.of(row)
        return typeof step === 'string' || typeof step === 'number' ? valueAt(outer.of(row), step) : null
      }
      const fixed = key.references.length === 0 ? key.of({}) : undefined
      const columnName = typeof fixed === 'string' ? joined(outer, fixed) : undefined
      path = { columnName, references: referencesOf([outer, key]), of }
    } else return path
  }
}

function parsePrimary(reader: TokenReader): Expression {
  if (reader.skip('(')) {
    const within = parseExpression(reader)
    reader.expect(')')
    return within
  }
  const negative = reader.skip('-')
  const { kind, text, at } = reader.next()
  if (kind === 'number') return unnamed([], () => (negative ? -Number(text) : Number(text)))
  if (kind === 'time') {
    const value = timeOfLiteral(text)
    return unnamed([], () => value)
  }
  if (negative || kind === 'symbol' || kind === 'end')
    throw new InvalidQuery(`Unexpected '${text}' at position ${at}.`, 'ParserFailure')
  if (kind === 'text') {
    const value = textOfLiteral(text)
    return unnamed([], () => value)
  }
  if (text === 'true' || text === 'false') return unnamed([], () => text === 'true')
  if (reader.skip('(')) return parseCall(reader, text)
  return text === 'type' ? typeColumn : { columnName: text, references: [text], of: (row) => row[text] }
}

function parseCall(reader: TokenReader, name: string): Expression {
  if (name === 'now' || name === 'ago') return parseNow(reader, name)
  if (name === 'dynamic') return parseDynamic(reader)
  const isChoice = name === 'case' || name === 'iff'
  const implementation = scalarFunctions.get(name)
  if (implementation === undefined && !isChoice) throw new InvalidQuery(`The function '${name}' is not supported.`)
  const given = reader.skip(')') ? [] : reader.list(() => parseExpression(reader))
  if (given.length > 0) reader.expect(')')
  const of = implementation === undefined ? (row: Row) => chosenIn(given, row) : called(implementation, given)
  // A conversion keeps the name of its argument.
  const columnName = given.length === 1 ? given[0]?.columnName : undefined
  return { columnName, references: referencesOf(given), of: (row) => counted(of(row)) }
}

/** `now()`, `now(-1h)` and `ago(14d)`, by the clock. */
function parseNow(reader: TokenReader, name: string): Expression {
  const offset = reader.skip(')') ? undefined : parseExpression(reader)
  if (offset !== undefined) reader.expect(')')
  const of = (row: Row) => {
    const span = offset === undefined ? 0 : spanOf(offset.of(row))
    return span === undefined ? null : datetime(reader.now + (name === 'ago' ? -span : span))
  }
  return unnamed(offset === undefined ? [] : [offset], offset?.references.length ? of : onceForAllRows(of))
}

/** `dynamic([1, 'a'])`: a list of literals; no objects. */
function parseDynamic(reader: TokenReader): Expression {
  reader.expect('[')
  const items = reader.skip(']') ? [] : reader.list(() => parseSum(reader))
  if (items.length > 0) reader.expect(']')
  reader.expect(')')
  return listOf(items)
}

function unnamed(parts: Expression[], of: Expression['of']): Expression {
  return { columnName: undefined, references: referencesOf(parts), of }
}

function referencesOf(parts: Expression[]): string[] {
  return [...new Set(parts.flatMap(({ references }) => references))]
}

function joined({ columnName }: Expression, key: string): string | undefined {
  return columnName === undefined ? undefined : `${columnName}_${key}`
}
