import { spend } from '../../budget/work-budget.ts'
import type { Json } from '../../json.ts'
import { compare, keyOf, textOf } from './values.ts'

type Comparison = (left: Json | undefined, right: Json | undefined) => boolean

const equal: Comparison = (left, right) =>
  typeof left === 'object' || typeof right === 'object' ? keyOf(left) === keyOf(right) : textOf(left) === textOf(right)
const lower = (value: Json | undefined) => textOf(value).toLowerCase()

// As in `equal`: everything but lists, objects and null is compared by its text.
const exactly = (value: Json | undefined) => (typeof value === 'object' ? keyOf(value) : textOf(value))

type Key = ReturnType<typeof keyOf>
const sets = new WeakMap<Json[], Map<(value: Json) => Key, Set<Key>>>()

/** The keys of a list, computed once per list: it can have thousands, for as many rows. */
function setOf(list: Json[], key: (value: Json) => Key): Set<Key> {
  const known = sets.get(list) ?? new Map<(value: Json) => Key, Set<Key>>()
  sets.set(list, known)
  const made = known.get(key) ?? new Set(list.map(key))
  if (!known.has(key)) spend(list.length)
  known.set(key, made)
  return made
}

const alike: Comparison = (left, right) => lower(left) === lower(right)
const contains: Comparison = (left, right) => lower(left).includes(lower(right))
const startsWith: Comparison = (left, right) => lower(left).startsWith(lower(right))
const endsWith: Comparison = (left, right) => lower(left).endsWith(lower(right))
// A term is a run of letters and digits.
const has: Comparison = (left, right) =>
  ` ${lower(left).replaceAll(/[^a-z0-9]+/g, ' ')} `.includes(
    ` ${lower(right)
      .replaceAll(/[^a-z0-9]+/g, ' ')
      .trim()} `,
  )
const isOneOf: Comparison = (left, right) => Array.isArray(right) && setOf(right, exactly).has(exactly(left))
const isLikeOneOf: Comparison = (left, right) => Array.isArray(right) && setOf(right, lower).has(lower(left))
const not =
  (comparison: Comparison): Comparison =>
  (left, right) =>
    !comparison(left, right)
const ordered =
  (test: (difference: number) => boolean): Comparison =>
  (left, right) =>
    left !== undefined && left !== null && right !== undefined && right !== null && test(compare(left, right))

/** The comparison operators, by their spelling; those with `=~`, and those of words, ignore case. */
export const comparisons = new Map<string, Comparison>(
  Object.entries<Comparison>({
    '==': equal,
    '!=': not(equal),
    '=~': alike,
    '!~': not(alike),
    '<': ordered((difference) => difference < 0),
    '<=': ordered((difference) => difference <= 0),
    '>': ordered((difference) => difference > 0),
    '>=': ordered((difference) => difference >= 0),
    in: isOneOf,
    '!in': not(isOneOf),
    'in~': isLikeOneOf,
    '!in~': not(isLikeOneOf),
    contains,
    '!contains': not(contains),
    startswith: startsWith,
    '!startswith': not(startsWith),
    endswith: endsWith,
    '!endswith': not(endsWith),
    has,
    '!has': not(has),
  }),
)
