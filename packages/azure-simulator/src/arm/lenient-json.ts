// A text in quotes, a comment, or a bare name before its colon; the first of these is skipped whole.
const parts = /"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?<=[{,]\s*)[a-z_$][\w$]*(?=\s*:)/gi

/**
 * Reads a body as ARM does, which takes comments and names without quotes as well: `az deployment group create` writes
 * `template:` so, and sends a template file as it is. Throws a SyntaxError.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax#comments-and-metadata
 */
export function lenientJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const strict = text.replace(parts, (part) => {
      if (part.startsWith('"')) return part
      return part.startsWith('/') ? '' : `"${part}"`
    })
    return JSON.parse(strict)
  }
}
