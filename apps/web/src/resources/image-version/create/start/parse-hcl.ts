import * as hcl from 'hcl2-parser'
import * as z from 'zod/mini'

const parser = z.object({ parseToString: z.custom<(text: string) => unknown>((value) => typeof value === 'function') })
const result = z.tuple([z.string(), z.unknown()], z.unknown())

/** HCL as JSON, with HashiCorp's own parser in JavaScript; undefined if `text` is not HCL. */
export function parseHcl(text: string): unknown {
  try {
    const { parseToString } = parser.parse(hcl)
    const parsed = result.safeParse(parseToString(text))
    return parsed.success && parsed.data[0] !== '' ? JSON.parse(parsed.data[0]) : undefined
  } catch {
    // Nested too deeply for its stack.
    return undefined
  }
}
