import type { Random } from './random.ts'

type Kind = 'text' | 'list' | 'number'
const kinds = ['text', 'list', 'number'] as const

/** What an expression can name at its position. */
export interface Around {
  /** the number of variables, named v0, v1 …: texts and lists alternate */
  variables: number
  isInLoop?: boolean
  isInLambda?: boolean
}

const leaves: Record<Kind, readonly [string, ...string[]]> = {
  text: ["''", "'x'", "'x,y'", "'[1,{}]'", "'__proto__'", "parameters('p')", 'deployment().name', 'newGuid()'],
  list: ['createArray()', "createArray('x', 'y')", 'range(0, 200)', 'range(0, 10000)', "split('a,b,c', ',')"],
  number: ['0', '1', '-1', '3', '800', '801', '4294967295', '500000000'],
}

/** An expression of a template without its brackets, of about so many levels; nearly always of that kind. */
export function randomExpression(
  random: Random,
  around: Around,
  { kind, levels }: { kind: Kind; levels: number },
): string {
  if (random.rarely(40))
    return random.one([
      'null()',
      'deployment()',
      'nothing()',
      'json(\'{"a": 1}\')',
      'resourceGroup()',
      "constructor('x')",
    ])
  const of = (wanted: Kind, more: Partial<Around> = {}) =>
    randomExpression(
      random,
      { ...around, ...more },
      { kind: random.rarely(40) ? random.one(kinds) : wanted, levels: levels - 1 },
    )
  if (levels <= 0) return leaf(random, around, kind)
  switch (kind) {
    case 'text':
      return random.one([
        () => `concat(${of('text')}, ${of('text')})`,
        () => `replace(${of('text')}, ${of('text')}, ${of('text')})`,
        () => `join(${of('list')}, ${of('text')})`,
        () => `string(${of('list')})`,
        () => `padLeft(${of('text')}, ${of('number')})`,
        () => `format('{0:D${random.one([2, 9, 99_999])}}{1}', ${of('number')}, ${of('text')})`,
        () => `${random.one(['toLower', 'base64', 'uniqueString', 'uriComponent'])}(${of('text')})`,
        () => `if(equals(${of('text')}, ${of('list')}), ${of('text')}, ${of('text')})`,
        () => `take(${of('text')}, ${of('number')})`,
        () => leaf(random, around, kind),
      ])()
    case 'list':
      return random.one([
        () => `${random.one(['concat', 'union', 'intersection', 'createArray'])}(${of('list')}, ${of('list')})`,
        () => `split(${of('text')}, ${of('text')})`,
        () => `range(${of('number')}, ${of('number')})`,
        () => `map(${of('list')}, lambda('i', ${of(random.one(kinds), { isInLambda: true })}))`,
        () => `filter(${of('list')}, lambda('i', contains(${of('list')}, ${of('text', { isInLambda: true })})))`,
        () => `items(createObject(${of('text')}, ${of('list')}))`,
        () => `json(string(${of('list')}))`,
        () => `skip(${of('list')}, ${of('number')})`,
        () => leaf(random, around, kind),
      ])()
    case 'number':
      return random.one([
        () => `${random.one(['add', 'mul', 'sub', 'mod', 'min', 'max'])}(${of('number')}, ${of('number')})`,
        () => `length(${of(random.one(['text', 'list']))})`,
        () => `indexOf(${of('text')}, ${of('text')})`,
        () => leaf(random, around, kind),
      ])()
  }
}

function leaf(random: Random, { variables, isInLoop, isInLambda }: Around, kind: Kind): string {
  if (isInLambda && random.rarely(2)) return "lambdaVariables('i')"
  if (isInLoop && kind === 'number' && random.rarely(2)) return 'copyIndex()'
  const count = kind === 'text' ? Math.ceil(variables / 2) : Math.floor(variables / 2)
  if (kind !== 'number' && count > 0 && random.rarely(2))
    return `variables('v${2 * random.below(count) + (kind === 'text' ? 0 : 1)}')`
  return random.one(leaves[kind])
}
