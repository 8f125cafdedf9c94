import { spend } from '../../../budget/work-budget.ts'
import { isJsonObject, objectsAt, textAt, valueAt, type Json, type JsonObject } from '../../../json.ts'
import { invalidRequestContent } from '../../errors.ts'

/** What a rule of a custom policy is evaluated on. */
export interface RuleSubject {
  /** the resource as its PUT has it, with `type` */
  resource: JsonObject
  /** values of the assignment's parameters */
  parameters: JsonObject
}

interface Scope extends RuleSubject {
  /** by the name of a count: its current item */
  current: Record<string, Json>
}

const machineTypes = ['microsoft.compute/virtualmachines', 'microsoft.compute/virtualmachinescalesets']

/**
 * Whether a resource meets the `if` of a policy's rule: all of Azure's logical operators, `field`, `value` and `count`,
 * and those conditions and functions that the simulator knows. Throws 400 for what it does not know.
 * https://learn.microsoft.com/azure/governance/policy/concepts/definition-structure-policy-rule
 */
export function isMet(condition: Json | undefined, subject: RuleSubject): boolean {
  return met(condition, { ...subject, current: {} })
}

/** The resource types that a rule is about: those that it compares `type` with. */
export function typesOf(condition: Json | undefined): string[] {
  if (Array.isArray(condition)) return [...new Set(condition.flatMap(typesOf))]
  if (!isJsonObject(condition)) return []
  if (textAt(condition, 'field')?.toLowerCase() === 'type')
    return [condition['equals'], condition['in']].flat().filter((type) => typeof type === 'string')
  return [...new Set(['allOf', 'anyOf', 'not'].flatMap((key) => typesOf(condition[key])))]
}

function met(condition: Json | undefined, scope: Scope): boolean {
  spend(20)
  if (!isJsonObject(condition)) throw unknown('condition', condition)
  const { allOf, anyOf, not, count, field, value } = condition
  if (Array.isArray(allOf)) return allOf.every((one) => met(one, scope))
  if (Array.isArray(anyOf)) return anyOf.some((one) => met(one, scope))
  if (not !== undefined) return !met(not, scope)
  if (isJsonObject(count)) return compared(condition, [counted(count, scope)], scope)
  if (typeof field === 'string') {
    const found = fieldValues(field, scope)
    // A field of a list holds if it holds for each item; `exists` alone is about whether there is any.
    return compared(condition, found.length === 0 ? [undefined] : found, scope)
  }
  return compared(condition, [evaluated(value, scope)], scope)
}

function counted({ field, value, name, where }: JsonObject, scope: Scope): number {
  const isOfField = typeof field === 'string'
  const list = isOfField ? fieldValues(field, scope) : evaluated(value, scope)
  const items = Array.isArray(list) ? list.filter((item) => item !== undefined) : []
  if (where === undefined) return items.length
  const key = isOfField ? field : typeof name === 'string' ? name : ''
  return items.filter((item) => met(where, { ...scope, current: { ...scope.current, [key]: item } })).length
}

const conditions: Record<string, (actual: Json | undefined, wanted: Json | undefined) => boolean> = {
  equals: (actual, wanted) => same(actual, wanted),
  notequals: (actual, wanted) => !same(actual, wanted),
  in: (actual, wanted) => Array.isArray(wanted) && wanted.some((one) => same(actual, one)),
  notin: (actual, wanted) => !Array.isArray(wanted) || !wanted.some((one) => same(actual, one)),
  like: (actual, wanted) => isLike(actual, wanted),
  notlike: (actual, wanted) => !isLike(actual, wanted),
  contains: (actual, wanted) => textOf(actual).includes(textOf(wanted)),
  exists: (actual, wanted) => (actual !== undefined && actual !== null) === (textOf(wanted) === 'true'),
  greater: (actual, wanted) => Number(actual) > Number(wanted),
  greaterorequals: (actual, wanted) => Number(actual) >= Number(wanted),
  less: (actual, wanted) => Number(actual) < Number(wanted),
  lessorequals: (actual, wanted) => Number(actual) <= Number(wanted),
}

function compared(condition: JsonObject, actual: (Json | undefined)[], scope: Scope): boolean {
  const [name = '', wanted] =
    Object.entries(condition).find(([key]) => conditions[key.toLowerCase()] !== undefined) ?? []
  const holds = conditions[name.toLowerCase()]
  if (holds === undefined) throw unknown('condition', condition)
  return actual.every((one) => holds(one, evaluated(wanted, scope)))
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).toLowerCase()
    : ''
}

function same(one: Json | undefined, other: Json | undefined): boolean {
  return (one ?? null) === null || (other ?? null) === null
    ? (one ?? null) === (other ?? null)
    : textOf(one) === textOf(other)
}

function isLike(actual: Json | undefined, wanted: Json | undefined): boolean {
  const [before = '', after] = textOf(wanted).split('*')
  const text = textOf(actual)
  if (after === undefined) return text === before
  return text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after)
}

/**
 * The values of a field: one, or one for each item of its lists; within a count of one of these lists, those of the
 * current item. https://learn.microsoft.com/azure/governance/policy/concepts/definition-structure-alias
 */
function fieldValues(field: string, scope: Scope): (Json | undefined)[] {
  const list = Object.keys(scope.current).find((key) => field.startsWith(`${key}.`) || field === key)
  if (list !== undefined) return at(scope.current[list], field.slice(list.length).replace(/^\./, ''))
  const type = textAt(scope.resource, 'type') ?? ''
  if (!field.includes('/')) return at(scope.resource, field)
  // https://learn.microsoft.com/azure/virtual-machines/linux/policy#images-for-virtual-machines
  if (field.toLowerCase() === 'microsoft.compute/imageid') {
    const profile = type.toLowerCase().endsWith('sets') ? 'virtualMachineProfile.' : ''
    return machineTypes.includes(type.toLowerCase())
      ? at(scope.resource, `properties.${profile}storageProfile.imageReference.id`)
      : []
  }
  return field.toLowerCase().startsWith(`${type.toLowerCase()}/`)
    ? at(scope.resource, `properties.${field.slice(type.length + 1)}`)
    : []
}

function at(value: Json | undefined, path: string): (Json | undefined)[] {
  let found = [value]
  for (const step of path.split('.').filter((one) => one !== '')) {
    const next = found.map((one) => valueAt(one, step.replace('[*]', '')))
    found = step.endsWith('[*]') ? next.flatMap((one) => (Array.isArray(one) ? one : [])) : next
  }
  return found
}

const argument = /'(?:[^']|'')*'|[^,()]+(?:\((?:[^()]|\([^()]*\))*\))?/g

// The functions that rules of policies use most; Azure has more.
function evaluated(value: Json | undefined, scope: Scope): Json | undefined {
  if (typeof value !== 'string' || !value.startsWith('[') || value.startsWith('[[')) return value
  return call(value.slice(1, -1).trim(), scope)
}

function call(expression: string, scope: Scope): Json | undefined {
  spend(20)
  if (expression.startsWith("'")) return expression.slice(1, -1).replaceAll("''", "'")
  const [, name = '', inner = ''] = /^(\w+)\((.*)\)$/s.exec(expression) ?? []
  const given = () => (inner.match(argument) ?? []).map((one) => call(one.trim(), scope))
  const [first] = name === '' ? [] : given()
  const key = typeof first === 'string' ? first : ''
  switch (name.toLowerCase()) {
    case 'parameters':
      return scope.parameters[key]
    case 'field':
      return listOrOne(key, fieldValues(key, scope))
    case 'current':
      return listOrOne(key, key in scope.current ? [scope.current[key]] : fieldValues(key, scope))
    case 'length':
      return Array.isArray(first) || typeof first === 'string' ? first.length : 0
    case 'concat':
      return given().map(textAsIs).join('')
  }
  throw unknown('function', expression)
}

function listOrOne(field: string, values: (Json | undefined)[]): Json | undefined {
  return field.includes('[*]') ? values.filter((one) => one !== undefined) : values[0]
}

function textAsIs(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function unknown(what: string, value: Json | undefined) {
  return invalidRequestContent(`The simulator does not know this ${what} of a policy: ${JSON.stringify(value)}`)
}

/** Evaluates a rule once on nothing, so that what the simulator does not know is refused when it is written. */
export function assertKnownRule(condition: Json | undefined): void {
  const walk = (one: Json | undefined): void => {
    if (!isJsonObject(one)) throw unknown('condition', one)
    for (const inner of [...objectsAt(one, 'allOf'), ...objectsAt(one, 'anyOf')]) walk(inner)
    if (one['not'] !== undefined) walk(one['not'])
    if (one['allOf'] === undefined && one['anyOf'] === undefined && one['not'] === undefined)
      isMet(one, { resource: { type: '' }, parameters: {} })
  }
  walk(condition)
}
