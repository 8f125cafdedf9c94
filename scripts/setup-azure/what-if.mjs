import { jsonText } from './json-text.mjs'

/**
 * A call as Microsoft Graph would get it, and what it would change.
 * @param {import('./registration-calls.mjs').GraphCall} call
 * @param {string} graph its origin
 */
export function whatIfText({ title, method, path, headers = {}, body, changes }, graph) {
  const lines = [
    `${method} ${graph}/v1.0/${path}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    jsonText(body),
  ]
  const outcome = changes.map(({ path: property, from, to }) => `  ~ ${property}: ${shown(from)} -> ${shown(to)}`)
  return [...lines, ...(changes.length > 0 ? [`~ ${title}`, ...outcome] : [`+ ${title}`]), ''].join('\n')
}

function shown(/** @type {unknown} */ value) {
  return JSON.stringify(value ?? null)
}
