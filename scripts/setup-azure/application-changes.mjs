// Where an application is not as the portal needs it.

/**
 * @typedef {{ path: string, from: unknown, to: unknown }} Change of the property at `path`, for example
 * `spa.redirectUris`
 * @typedef {Record<string, unknown>} Wanted by path: the value, or a function that computes it from the present one
 */

/**
 * The properties of a Microsoft Graph object that differ from those wanted. The order of lists does not matter.
 * @param {object} present
 * @param {Wanted} wanted
 * @returns {Change[]}
 */
export function changesOf(present, wanted) {
  return Object.entries(wanted).flatMap(([path, value]) => {
    const from = path.split('.').reduce((/** @type {any} */ object, name) => object?.[name], present)
    const to = typeof value === 'function' ? value(from) : value
    return canonical(from) === canonical(to) ? [] : [{ path, from, to }]
  })
}

/**
 * The body of a PATCH that makes the changes, and leaves the rest unchanged.
 * @param {Change[]} changes
 */
export function bodyOf(changes) {
  /** @type {Record<string, any>} */
  const body = {}
  for (const { path, to } of changes) {
    const names = path.split('.')
    const last = names.pop() ?? ''
    const parent = names.reduce((object, name) => (object[name] ??= {}), body)
    parent[last] = to
  }
  return body
}

/** @returns {string} the same for two values that mean the same */
function canonical(/** @type {unknown} */ value) {
  if (Array.isArray(value)) return `[${value.map(canonical).toSorted().join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const properties = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${properties.map(([name, each]) => `${name}:${canonical(each)}`).join()}}`
}
