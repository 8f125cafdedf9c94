import { randomFrom, type Random } from './random.ts'

const columns = ['id', 'name', 'type', 'properties', 'tags', 'k', 'l', 'location'] as const
const functions = [
  'tostring',
  'tolower',
  'strcat',
  'split',
  'todynamic',
  'array_length',
  'isempty',
  'not',
  'case',
  'iff',
  'coalesce',
  'tolong',
] as const
const comparisons = ['==', '!=', '=~', '<', '>=', 'contains', 'has', 'startswith', '!has'] as const
const aggregates = [
  'count()',
  'make_list(properties)',
  'make_list(l)',
  'make_set(id)',
  'dcount(k)',
  'max(name)',
  'take_any(l)',
] as const

function expression(random: Random, levels: number): string {
  const inner = () => expression(random, levels - 1)
  if (levels <= 0) return leaf(random)
  switch (random.below(8)) {
    case 0:
    case 1:
      return `${random.one(functions)}(${random.list(3, inner).join(', ')})`
    case 2:
      return `${inner()} ${random.one(comparisons)} ${inner()}`
    case 3:
      return `(${inner()} ${random.one(['and', 'or'])} ${inner()})`
    case 4:
      return `${leaf(random)} in~ (${random.list(30, () => leaf(random)).join(', ')}, 'x')`
    case 5:
      return `${leaf(random)}${random.list(6, () => random.one(['.a', "['b']", '[0]', '.properties'])).join('')}`
    case 6:
      return random.rarely(200) ? `${'('.repeat(300)}${leaf(random)}${')'.repeat(300)}` : `(${inner()})`
    default:
      return leaf(random)
  }
}

function leaf(random: Random): string {
  return random.rarely(3)
    ? random.one(["'x'", "''", '1', '-1', "'/'", 'true', "'\\''", '99999999999'])
    : random.one(columns)
}

function operator(random: Random, levels: number): string {
  const of = () => expression(random, 4)
  switch (random.below(11)) {
    case 0:
      return `where ${of()}`
    case 1:
    case 2:
      return `extend k = ${random.one(['1', of()])}, l = ${of()}`
    case 3:
      return `mv-expand l${random.rarely(2) ? ` = ${of()}` : ''}`
    case 4:
    case 5:
      return levels > 0
        ? `join kind=${random.one(['inner', 'leftouter'])} (Resources | extend k = 1 | ${operator(random, levels - 1)}) on ${random.one(['k', 'id', 'type'])}`
        : 'count'
    case 6:
      return `summarize l = ${random.one(aggregates)}${random.rarely(2) ? ' by k' : ` by ${of()}`}`
    case 7:
      return `order by ${of()} asc, ${of()}`
    case 8:
      return `project id, name, type, location, tags, properties, k = 1, l = ${of()}`
    case 9:
      return random.one(['distinct id, type', 'take 5', 'top 3 by name', 'count'])
    default:
      return `extend l = strcat(${of()}, ${of()}), k = 1`
  }
}

/** A malicious Resource Graph query for that seed. */
export function randomQuery(seed: number): string {
  const random = randomFrom(seed)
  const pipeline = ['Resources', 'extend k = 1, l = id', ...random.list(8, () => operator(random, 2))].join(' | ')
  return random.rarely(30) ? pipeline.slice(0, random.below(pipeline.length)) : pipeline
}
