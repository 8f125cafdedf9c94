const forged = new Set(['__proto__', 'constructor', 'prototype'])
const deepest = 20
const longestArray = 500

// A string, or what opens, closes and separates objects and arrays; everything between them is irrelevant here. A
// string without an end extends to the end of the text, so that no text is scanned twice.
const token = /"[^"\\]*(?:\\.[^"\\]*)*(?:"(\s*:)?|\\?$)|[[\]{},]/gs

interface Open {
  keys: Set<string> | undefined
  commas: number
}

/**
 * Looks at JSON before it is parsed: a key twice in one object, a key that could change how objects behave, more than
 * 20 levels or more than 500 items of an array throw a SyntaxError. What is not JSON at all is left to the parser.
 */
export function refuseUnsafeJson(text: string): void {
  const open: Open[] = []
  for (const [found, colon] of text.matchAll(token)) {
    const inside = open.at(-1)
    if (found === '{' || found === '[') open.push({ keys: found === '{' ? new Set() : undefined, commas: 0 })
    else if (found === '}' || found === ']') open.pop()
    else if (found === ',' && inside !== undefined) inside.commas += 1
    else if (colon !== undefined) assertNewKey(keyOf(found.slice(0, -colon.length)), inside?.keys)
    if (open.length > deepest) throw new SyntaxError(`The body is nested more than ${deepest} levels deep`)
    if (inside !== undefined && inside.keys === undefined && inside.commas >= longestArray)
      throw new SyntaxError(`An array of the body has more than ${longestArray} items`)
  }
}

function assertNewKey(key: unknown, keys: Set<string> | undefined): void {
  if (typeof key !== 'string') return
  if (forged.has(key)) throw new SyntaxError('The body has a key that is not allowed')
  if (keys?.has(key)) throw new SyntaxError('The body has a key twice')
  keys?.add(key)
}

// `"\u005f_proto__"` is the same key as `"__proto__"`
function keyOf(quoted: string): unknown {
  return JSON.parse(quoted)
}
