import * as z from 'zod/mini'

export type JsonObject = Record<string, unknown>

const jsonObject = z.record(z.string(), z.unknown())

/** The value as a JSON object; undefined for a list and everything else. */
export function objectOf(value: unknown): JsonObject | undefined {
  const parsed = jsonObject.safeParse(value)
  return parsed.success ? parsed.data : undefined
}

/** The value as a list; empty for everything else. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** The value as text; '' for everything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The JSON value of `text`; undefined if it is not JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const [quote, backslash, openingBrace, closingBrace] = [0x22, 0x5c, 0x7b, 0x7d]

/** Each JSON object of a text that contains several, one after the other. */
export function jsonDocuments(text: string): JsonObject[] {
  const documents: JsonObject[] = []
  let depth = 0
  let start = 0
  let inString = false
  // By the number of each character: a text can be a megabyte.
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index)
    if (inString) {
      if (character === backslash) index++
      else if (character === quote) inString = false
    } else if (character === quote) inString = true
    else if (character === openingBrace && depth++ === 0) start = index
    else if (character === closingBrace && --depth === 0) {
      // A script has many braces of its own: a text that does not start as a JSON object is not worth an error.
      const written = text.slice(start, index + 1)
      const document = /^\{\s*["}]/.test(written) ? objectOf(parsedJson(written)) : undefined
      if (document !== undefined) documents.push(document)
    }
  }
  return documents
}
