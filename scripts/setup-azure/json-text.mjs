/**
 * Readable JSON: what fits on a line is on one line.
 * @param {unknown} value
 * @param {string} [indent] of the lines after the first
 * @returns {string}
 */
export function jsonText(value, indent = '') {
  const line = JSON.stringify(value, null, 1).replaceAll(/\n */g, ' ')
  if (typeof value !== 'object' || value === null || indent.length + line.length <= 100) return line
  const deeper = `${indent}  `
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const items = Array.isArray(value)
    ? value.map((item) => jsonText(item, deeper))
    : Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${jsonText(item, deeper)}`)
  return `${open}\n${items.map((item) => deeper + item).join(',\n')}\n${indent}${close}`
}
