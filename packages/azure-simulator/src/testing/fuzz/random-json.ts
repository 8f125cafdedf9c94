import type { Json } from '../../json.ts'
import type { Random } from './random.ts'

export { randomFrom } from './random.ts'
export type { Random } from './random.ts'

/** Texts that have led programs astray: as a name, a part of a path, a key of an object, an address or a date. */
const hostileTexts = [
  '',
  ' ',
  '.',
  '..',
  '../..',
  '/',
  '//',
  '\\',
  '?',
  '?a=b',
  '#',
  '@',
  '%',
  '%2e%2e',
  '%2F',
  '%00',
  '\0',
  ';',
  ',',
  '*',
  "'",
  '"',
  '\n',
  '\r\nx: y',
  '<script>',
  '${x}',
  '[[',
  "[concat('a')]",
  '(((((',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '\ud800',
  '\udc00x',
  '\u202e',
  'İ',
  'ß',
  '日本',
  '😀',
  'https://evil.example/x',
  '//evil.example',
  'x@evil.example',
  '/subscriptions/',
  '/providers/',
  'NaN',
  '-1',
  '1e999',
  '2026-02-30',
  '275760-09-14T00:00:00Z',
  '99999999999999999999',
  'a'.repeat(300),
  'é'.repeat(5_000),
] as const

const numbers = [0, -0, -1, 1, 0.5, 64, 65, 1e3, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 5e-324] as const

/** A text that could be mistaken for something else. */
export function hostileText(random: Random): string {
  if (random.rarely(4)) return random.list(4, () => random.one(hostileTexts)).join('')
  return random.one(hostileTexts)
}

/** Any JSON, of about so many levels. */
export function anyJson(random: Random, levels = 3): Json {
  const kind = levels <= 0 ? random.below(4) : random.below(7)
  if (kind === 0) return hostileText(random)
  if (kind === 1) return random.one(numbers)
  if (kind === 2) return random.one([null, true, false])
  if (kind === 3) return random.one<() => Json>([() => [], () => ({})])()
  if (kind === 4) return random.list(4, () => anyJson(random, levels - 1))
  if (kind === 5 && random.rarely(4)) return deep(random.one([20, 200, 1_500]), random.rarely(2))
  return Object.fromEntries(random.list(4, () => [hostileText(random), anyJson(random, levels - 1)]))
}

function deep(levels: number, isList: boolean): Json {
  let value: Json = 'x'
  for (let level = 0; level < levels; level += 1) value = isList ? [value] : { properties: value }
  return value
}

/** The same JSON with random changes: parts removed, added, repeated, or of another type. */
export function changed(random: Random, value: Json | undefined): Json {
  if (value === undefined || random.rarely(25)) return anyJson(random)
  if (typeof value === 'string') return changedText(random, value)
  if (typeof value === 'number') return random.rarely(8) ? random.one(numbers) : value
  if (Array.isArray(value)) return changedList(random, value)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .filter(() => !random.rarely(20))
    .map(([key, inner]): [string, Json] => [
      random.rarely(40) ? hostileText(random) : key,
      random.rarely(3) ? changed(random, inner) : (inner ?? null),
    ])
  if (random.rarely(12)) entries.push([hostileText(random), anyJson(random)])
  return Object.fromEntries(entries)
}

/** The same text, or one that has something hostile in it, before it or in its place. */
export function changedText(random: Random, text: string): string {
  switch (random.below(10)) {
    case 0:
      return hostileText(random)
    case 1: {
      const at = random.below(text.length + 1)
      return text.slice(0, at) + hostileText(random) + text.slice(at)
    }
    case 2:
      // one segment of a path, for example
      return text.replace(/[^/.]+$/, () => hostileText(random))
    case 3:
      return random.one([text.toUpperCase(), text.toLowerCase(), `${text}/`, text.slice(1), text.slice(0, -1)])
    default:
      return text
  }
}

function changedList(random: Random, list: Json[]): Json[] {
  const items = list.map((item) => (random.rarely(3) ? changed(random, item) : item))
  const [first] = items
  if (first !== undefined && random.rarely(12)) return Array.from({ length: random.one([2, 101, 1_000]) }, () => first)
  if (random.rarely(12)) items.push(anyJson(random))
  return random.rarely(20) ? [] : items
}
