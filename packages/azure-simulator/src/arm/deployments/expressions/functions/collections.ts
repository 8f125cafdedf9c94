import { isDeepStrictEqual } from 'node:util'
import { isJsonObject } from '../../../../json.ts'
import type { Json, JsonObject } from '../../../../json.ts'
import type { Arguments } from '../arguments.ts'
import { TemplateError } from '../template-error.ts'
import { textOf } from './strings.ts'
import type { TemplateFunction } from './template-function.ts'

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
  concat: (given) =>
    given.values.some(Array.isArray)
      ? given.values.flatMap((_, index) => given.list(index))
      : given.values.map(textOf).join(''),
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
    return Object.keys(given.object(0)).some((key) => key.toLowerCase() === textOf(wanted).toLowerCase())
  },
  first: (given) => (typeof given.value(0) === 'string' ? given.text(0).charAt(0) : (given.list(0)[0] ?? null)),
  last: (given) => (typeof given.value(0) === 'string' ? given.text(0).slice(-1) : (given.list(0).at(-1) ?? null)),
  take: (given) => sliced(given, 0, Math.max(0, given.integer(1))),
  skip: (given) => sliced(given, Math.max(0, given.integer(1)), Infinity),
  range: (given) => Array.from({ length: given.integer(1) }, (_, index) => given.integer(0) + index),
  union(given) {
    if (given.values.every(isJsonObject)) return given.values.reduce(merged, {})
    return distinct(given.values.flatMap((_, index) => given.list(index)))
  },
  intersection: (given) =>
    distinct(given.list(0)).filter((item) => given.list(1).some((other) => isDeepStrictEqual(item, other))),
  items: (given) =>
    Object.entries(given.object(0))
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, value]) => ({ key, value })),
}

// Objects within are merged likewise; a list takes the place of the other.
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
  return JSON.parse(text) as Json
}

function distinct(items: Json[]): Json[] {
  return items.filter((item, index) => items.findIndex((other) => isDeepStrictEqual(item, other)) === index)
}
