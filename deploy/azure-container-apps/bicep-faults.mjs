// What is wrong with a Bicep file, as far as it can be told without Bicep's compiler.

/** @typedef {import('@vscode/tree-sitter-wasm').Node} Node */
/** @typedef {{ body: Record<string, string>, types: Record<string, Record<string, string>> }} ResourceType properties
 *   and their types, as Azure publishes them: `string`, `Scale (required)`, `Secret[]`, `int (read-only)` */

const ofBicep = ['scope', 'parent', 'dependsOn']
const functions = new Set(['tenant', 'resourceGroup', 'environment'])
const literals = { string: ['string'], number: ['int'], boolean: ['bool'], array: [], object: [] }
const childrenOf = (/** @type {Node} */ node) =>
  node.namedChildren.filter((child) => child !== null && child.type !== 'comment')

/**
 * Names that are not declared, or not used, and resources that do not match their types.
 * @param {Node} file parsed
 * @param {Record<string, ResourceType>} resourceTypes by `type@version`
 * @returns {string[]} sentences
 */
export function bicepFaults(file, resourceTypes) {
  if (file.hasError) return ['it is not Bicep']
  const faults = nameFaults(file)
  for (const resource of file.descendantsOfType('resource_declaration')) {
    const [, type, ...rest] = childrenOf(resource)
    const known = resourceTypes[type.text.slice(1, -1)]
    if (known === undefined) {
      faults.push(`${type.text} has no recorded type`)
      continue
    }
    const existing = /^resource \S+ '[^']+' existing /.test(resource.text)
    const body = rest.at(-1).type === 'object' ? rest.at(-1) : rest.at(-1).descendantsOfType('object')[0]
    faults.push(...objectFaults(body, { ...known, path: type.text, existing }))
  }
  return faults
}

function objectFaults(node, { body, types, path, existing = false }) {
  const faults = []
  const given = new Set()
  for (const property of childrenOf(node)) {
    const [key, value] = childrenOf(property)
    const name = key.text.replace(/^'|'$/g, '')
    if (given.has(name)) faults.push(`${path} has ${name} twice`)
    given.add(name)
    if (existing || ofBicep.includes(name)) continue
    const type = body[name] ?? body['*']
    if (type === undefined) faults.push(`${path} has no ${name}`)
    else if (type.endsWith(' (read-only)')) faults.push(`${path}: ${name} cannot be set`)
    else faults.push(...valueFaults(value, type.replace(' (required)', ''), { types, path: `${path} ${name}` }))
  }
  const missing = Object.keys(body).filter((name) => body[name].endsWith(' (required)') && !given.has(name))
  return existing ? faults : [...faults, ...missing.map((name) => `${path} lacks ${name}`)]
}

function valueFaults(node, type, where) {
  if (node.type === 'parenthesized_expression') return valueFaults(childrenOf(node)[0], type, where)
  if (node.type === 'ternary_expression')
    return childrenOf(node)
      .slice(1)
      .flatMap((branch) => valueFaults(branch, type, where))
  if (node.type === 'call_expression' && node.text.startsWith('concat('))
    return childrenOf(childrenOf(node)[1]).flatMap((part) => valueFaults(part, type, where))
  const { types, path } = where
  if (type.endsWith('[]')) {
    if (node.type === 'array') return childrenOf(node).flatMap((item) => valueFaults(item, type.slice(0, -2), where))
  } else if (node.type === 'object' && types[type] !== undefined)
    return objectFaults(node, { body: types[type], types, path })
  // Values that are not literals are determined at deployment.
  const scalars = literals[node.type]
  return scalars === undefined || type.split(' | ').some((each) => scalars.includes(each))
    ? []
    : [`${path} is ${node.text.slice(0, 40)}, and not of type ${type}`]
}

function nameFaults(/** @type {Node} */ file) {
  const declared = new Map(
    ['parameter', 'variable', 'resource'].flatMap((kind) =>
      file
        .descendantsOfType(`${kind}_declaration`)
        .map((node) => [childrenOf(node).find((child) => child.type === 'identifier').text, kind]),
    ),
  )
  const used = new Set(
    file
      .descendantsOfType('identifier')
      .filter(isUse)
      .map((node) => node.text),
  )
  return [
    ...[...used].filter((name) => !declared.has(name) && !functions.has(name)).map((name) => `${name} is not declared`),
    ...[...declared]
      .filter(([name, kind]) => kind !== 'resource' && !used.has(name))
      .map(([name]) => `${name} is not used`),
  ]
}

function isUse(/** @type {Node} */ { parent, id }) {
  if (parent.type === 'object_property') return childrenOf(parent)[0].id !== id
  if (parent.type.endsWith('_declaration'))
    return childrenOf(parent).find((child) => child.type === 'identifier').id !== id
  return parent.type !== 'call_expression' && parent.type !== 'decorator'
}
