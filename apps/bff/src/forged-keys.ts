const forged = new Set(['__proto__', 'constructor', 'prototype'])

/** For JSON.parse: throws a SyntaxError at a key that could change how objects behave. */
export function refuseForgedKeys(key: string, value: unknown): unknown {
  // body-parser takes a SyntaxError for what it is, and strips any other error of all but its text
  if (forged.has(key)) throw new SyntaxError('The body has a key that is not allowed')
  return value
}
