import { randomFrom, type Random } from './random.ts'

const pieces = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  "'",
  '\\',
  '/*',
  '*/',
  '//',
  '\n',
  'name',
  '"a"',
  '1',
  'true',
  'null',
  ' ',
  '\\u0000',
  '__proto__',
  '\ud800',
  '-',
  'e',
  '"\\"',
] as const

function json(random: Random, levels: number): string {
  if (levels === 0) return random.one(['1', '"x"', 'null', 'true', '{}', '[]', '"\\u0041"'])
  const inner = () => json(random, levels - 1)
  if (random.rarely(2)) return `[${random.list(5, inner).join(',')}]`
  const name = () => random.one(['"a"', '"b"', 'c', 'd1', '"__proto__"'])
  return `{${random.list(5, () => `${random.rarely(6) ? '/* c */' : ''}${name()}: ${inner()}`).join(', ')}}`
}

/** The text of a body for that seed: JSON as ARM accepts it, or nearly, or random pieces of it. */
export function randomBody(seed: number): string {
  const random = randomFrom(seed)
  if (random.rarely(3)) return random.list(60, () => random.one(pieces)).join('')
  const text = json(random, random.below(7))
  if (random.rarely(2)) return text
  const at = random.below(text.length + 1)
  return text.slice(0, at) + random.one(pieces).repeat(random.one([1, 2, 1_000])) + text.slice(at)
}
