/** The JSON value of a text; undefined if it is not JSON, for example a proxy's page. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
