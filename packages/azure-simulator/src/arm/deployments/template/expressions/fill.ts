import { spend } from '../../../../budget/work-budget.ts'
import { isJsonObject, objectsAt, textAt, type Json, type JsonObject } from '../../../../json.ts'
import { evaluate } from './evaluate.ts'
import { callsIn, parse, type Expression } from './parse.ts'
import type { Scope } from './scope.ts'
import { TemplateError } from './template-error.ts'

/**
 * A value of a template with its expressions evaluated and its `copy` loops expanded. Without `scope.reference`, texts
 * that need it stay unchanged. Throws a TemplateError.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions
 */
export function fill(value: Json, scope: Scope): Json {
  spend(1)
  if (typeof value === 'string') return evaluateText(value, scope)
  if (Array.isArray(value)) return value.map((item) => fill(item, scope))
  return isJsonObject(value) ? fillObject(value, scope) : value
}

/** As `fill`, for an object. */
export function fillObject(value: JsonObject, scope: Scope): JsonObject {
  const { copy, ...plain } = value
  const filled: JsonObject = {}
  for (const [name, item] of Object.entries(Array.isArray(copy) ? plain : value))
    if (item !== undefined) filled[nameIn(name, scope)] = fill(item, scope)
  for (const loop of objectsAt(value, 'copy')) {
    const name = textAt(loop, 'name') ?? ''
    const { input } = loop
    if (input === undefined) throw new TemplateError(`The copy loop '${name}' has no input`)
    filled[name] = copies({ name, count: loop['count'] }, scope).map((each) => fill(input, each))
  }
  return filled
}

/** Names can be expressions too: that of a user-assigned identity is its ID. */
function nameIn(name: string, scope: Scope): string {
  const filled = evaluateText(name, scope)
  if (typeof filled === 'string') return filled
  throw new TemplateError(`The name of a property, '${name}', is not a text`)
}

/**
 * The scopes of a loop's rounds, each with its own `copyIndex()`. Throws a TemplateError unless the count is from 0 to
 * 800.
 */
export function copies(loop: { name: string; count: Json | undefined }, scope: Scope): Scope[] {
  const count = fill(loop.count ?? null, scope)
  if (typeof count !== 'number' || count < 0 || count > 800)
    throw new TemplateError(`The copy count of '${loop.name}' is not an integer from 0 to 800`)
  spend(count * 10)
  return Array.from({ length: count }, (_, index) => ({
    ...scope,
    copyIndexes: { ...scope.copyIndexes, '': index, [loop.name.toLowerCase()]: index },
  }))
}

// https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions#escape-characters
function evaluateText(text: string, scope: Scope): Json {
  const expression = expressionIn(text)
  if (expression === undefined) return text.startsWith('[[') && text.endsWith(']') ? text.slice(1) : text
  return scope.reference === undefined && needsReference(expression) ? text : evaluate(expression, scope)
}

function needsReference(expression: Expression): boolean {
  spend(1)
  return callsIn(expression).some(({ name }) => name.toLowerCase() === 'reference')
}

/** The arguments of `reference` everywhere in a value: names of resources, if they are known beforehand. */
export function referencesIn(value: Json | undefined, scope: Scope): string[] {
  spend(1)
  if (Array.isArray(value)) return value.flatMap((item) => referencesIn(item, scope))
  if (isJsonObject(value)) return Object.values(value).flatMap((item) => referencesIn(item, scope))
  const expression = typeof value === 'string' ? expressionIn(value) : undefined
  if (expression === undefined) return []
  return callsIn(expression)
    .filter(({ name }) => name.toLowerCase() === 'reference')
    .flatMap(({ parameters: [resource] }) => (resource ? [evaluate(resource, scope)] : []))
    .filter((name) => typeof name === 'string')
}

function expressionIn(text: string) {
  return text.startsWith('[') && !text.startsWith('[[') && text.endsWith(']') ? parse(text.slice(1, -1)) : undefined
}
