import { isDeepStrictEqual } from 'node:util'
import { boundedJson } from '../../../../../intake/bounded-json.ts'
import { isJsonObject, type Json, type JsonObject } from '../../../../../json.ts'
import type { Arguments } from '../arguments.ts'
import { assertLength } from '../bounded-value.ts'
import { TemplateError } from '../template-error.ts'
import { withoutCase } from '../without-case.ts'
import { textOf } from './strings.ts'
import type { TemplateFunction } from './template-function.ts'

// https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array#range
const longestRange = 10_000

/**
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array and
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-object
 */
export const collectionFunctions: Record<string, TemplateFunction> = {
  createArray: ({ values }) => values,
  array: (given) => (Array.isArray(given.value(0)) ? given.value(0) : [given.value(0)]),
  createObject(given) {
    const made: JsonObject = {}
    for (let index = 0; index < given.values.length; index += 2) made[given.text(index)] = given.value(index + 1)
    return made
  },
  json(given) {
    try {
      return parsedJson(given.text(0))
    } catch {
      throw new TemplateError(`Unable to evaluate template language function 'json': the parameter is no valid JSON`)
    }
  },
  concat(given) {
    if (given.values.some(Array.isArray)) return given.values.flatMap((_, index) => given.list(index))
    const texts = given.values.map(textOf)
    assertLength(texts.reduce((sum, { length }) => sum + length, 0))
    return texts.join('')
  },
  length(given) {
    const value = given.value(0)
    if (typeof value === 'string') return value.length
    return isJsonObject(value) ? Object.keys(value).length : given.list(0).length
  },
  empty(given) {
    const value = given.value(0)
    if (value === null || value === '') return true
    return typeof value === 'object' && Object.keys(value).length === 0
  },
  contains(given) {
    const [value, wanted] = [given.value(0), given.value(1)]
    if (typeof value === 'string') return value.includes(given.text(1))
    if (Array.isArray(value)) return value.some((item) => isDeepStrictEqual(item, wanted))
    return withoutCase(given.object(0), textOf(wanted)) !== undefined
  },
  first: (given) => (typeof given.value(0) === 'string' ? given.text(0).charAt(0) : (given.list(0)[0] ?? null)),
  last: (given) => (typeof given.value(0) === 'string' ? given.text(0).slice(-1) : (given.list(0).at(-1) ?? null)),
  take: (given) => sliced(given, 0, Math.max(0, given.integer(1))),
  skip: (given) => sliced(given, Math.max(0, given.integer(1)), Infinity),
  range(given) {
    const [start, length] = [given.integer(0), given.integer(1)]
    if (!(length >= 0 && length <= longestRange))
      throw new TemplateError(
        `Unable to evaluate template language function 'range': the count must be a number from 0 to '${longestRange}'`,
      )
    return Array.from({ length }, (_, index) => start + index)
  },
  union(given) {
    if (given.values.every(isJsonObject)) return given.values.reduce(merged, {})
    return distinct(given.values.flatMap((_, index) => given.list(index)))
  },
  intersection(given) {
    const others = new Set(given.list(1).map(keyOf))
    return distinct(given.list(0)).filter((item) => others.has(keyOf(item)))
  },
  items: (given) =>
    Object.entries(given.object(0))
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, value]) => ({ key, value })),
}

// Nested objects are merged likewise; a list replaces the other.
function merged(one: JsonObject, other: JsonObject): JsonObject {
  const entries = Object.entries(other).map(([name, value]): [string, Json | undefined] => {
    const before = one[name]
    return [name, isJsonObject(before) && isJsonObject(value) ? merged(before, value) : value]
  })
  return { ...one, ...Object.fromEntries(entries) }
}

function sliced(given: Arguments, start: number, end: number): Json {
  return typeof given.value(0) === 'string' ? given.text(0).slice(start, end) : given.list(0).slice(start, end)
}

function parsedJson(text: string): Json {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- JSON.parse gives nothing but Json
  return boundedJson(text) as Json
}

function distinct(items: Json[]): Json[] {
  const seen = new Map<string, Json>()
  for (const item of items) if (!seen.has(keyOf(item))) seen.set(keyOf(item), item)
  return [...seen.values()]
}

/** The same text for the same value: the keys of objects are sorted. */
function keyOf(value: Json): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isJsonObject(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}
