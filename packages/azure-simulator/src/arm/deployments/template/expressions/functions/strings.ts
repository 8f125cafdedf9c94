import { createHash, randomUUID } from 'node:crypto'
import type { Json } from '../../../../../json.ts'
import { guidOf } from '../../../../guid.ts'
import { assertLength } from '../bounded-value.ts'
import { TemplateError } from '../template-error.ts'
import type { TemplateFunction } from './template-function.ts'

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string */
export const stringFunctions: Record<string, TemplateFunction> = {
  toLower: (given) => given.text(0).toLowerCase(),
  toUpper: (given) => given.text(0).toUpperCase(),
  trim: (given) => given.text(0).trim(),
  startsWith: (given) => given.text(0).toLowerCase().startsWith(given.text(1).toLowerCase()),
  endsWith: (given) => given.text(0).toLowerCase().endsWith(given.text(1).toLowerCase()),
  indexOf: (given) => given.text(0).toLowerCase().indexOf(given.text(1).toLowerCase()),
  replace(given) {
    const [text, found, by] = [given.text(0), given.text(1), given.text(2)]
    assertLength(text.length + timesIn(text, found) * Math.max(0, by.length - found.length))
    return text.replaceAll(found, () => by)
  },
  split(given) {
    const at = given.value(1)
    const delimiters = Array.isArray(at) ? at.map(textOf) : [given.text(1)]
    return delimiters.reduce((parts, delimiter) => parts.flatMap((part) => part.split(delimiter)), [given.text(0)])
  },
  join(given) {
    const [texts, delimiter] = [given.list(0).map(textOf), given.text(1)]
    assertLength(texts.reduce((sum, { length }) => sum + length + delimiter.length, 0))
    return texts.join(delimiter)
  },
  substring(given) {
    const [text, start] = [given.text(0), given.values.length > 1 ? given.integer(1) : 0]
    const length = given.values.length > 2 ? given.integer(2) : text.length - start
    if (start < 0 || length < 0 || start + length > text.length)
      throw new TemplateError(
        `Unable to evaluate template language function 'substring': the index and length parameters must refer to a location within the string`,
      )
    return text.slice(start, start + length)
  },
  padLeft(given) {
    const [text, length] = [textOf(given.value(0)), given.integer(1)]
    assertLength(length)
    return text.padStart(length, given.values.length > 2 ? given.text(2) : ' ')
  },
  string: (given) => textOf(given.value(0)),
  format(given) {
    return given.text(0).replace(/\{\{|\}\}|\{(\d+)(?::D(\d+))?\}/gi, (found, index?: string, digits?: string) => {
      if (index === undefined) return found.slice(1)
      const text = textOf(given.value(Number(index) + 1))
      assertLength(text.length + Number(digits ?? 0))
      return text.padStart(Number(digits ?? 0), '0')
    })
  },
  base64: (given) => Buffer.from(given.text(0)).toString('base64'),
  base64ToString: (given) => Buffer.from(given.text(0), 'base64').toString(),
  uriComponent: (given) => encodeURIComponent(given.text(0)),
  // Azure's algorithm for these two is not public: only that the same input gives the same result.
  guid: (given) => guidOf(given.values.map(textOf).join('-')),
  uniqueString: (given) => uniqueStringOf(given.values.map(textOf)),
  newGuid: () => randomUUID(),
}

function timesIn(text: string, wanted: string): number {
  if (wanted === '') return text.length + 1
  let times = 0
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) times += 1
  return times
}

/** A value as formatted by `string()`, `concat()` and similar functions. */
export function textOf(value: Json): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return JSON.stringify(value)
}

// 13 characters of base 32.
function uniqueStringOf(seeds: string[]): string {
  const digest = createHash('sha256').update(seeds.join('-')).digest()
  return [...digest.subarray(0, 13)].map((byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte % 32]).join('')
}
