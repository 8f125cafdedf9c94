import { RequestRefused } from './request-refused.ts'

const forged = new Set(['__proto__', 'constructor', 'prototype'])

/** For JSON.parse: throws `RequestRefused` at a key that could change how objects behave. */
export function refuseForgedKeys(key: string, value: unknown): unknown {
  if (forged.has(key)) throw new RequestRefused('InvalidRequest', 'The body has a key that is not allowed')
  return value
}
