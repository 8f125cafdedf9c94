import { formatResourceId, InvalidResourceId } from '@portal/arm'
import { exampleSubscriptionId, type ImportContext } from '../imported-version.ts'
import { objectOf, textOf } from '../json-value.ts'
import { openReference } from '../open-value.ts'

/** What expressions can refer to: values by name, undefined for a parameter without one. */
export interface ArmScope {
  parameters: ReadonlyMap<string, unknown>
  variables: ReadonlyMap<string, unknown>
  context: ImportContext
  /** how many more values can be evaluated: a variable that names another twice doubles with each step */
  budget: { values: number }
}

const deepest = 20
const longestText = 10_000
/** How many characters of an expression count as one value more. */
const charactersOfValue = 20

/** `value` with each expression in it evaluated; an expression that the template alone can't determine is left open. */
export function resolved(value: unknown, scope: ArmScope, depth = 0): unknown {
  if (scope.budget.values-- <= 0) return undefined
  if (Array.isArray(value)) return value.map((entry) => resolved(entry, scope, depth))
  const object = objectOf(value)
  if (object !== undefined)
    return Object.fromEntries(Object.entries(object).map(([name, entry]) => [name, resolved(entry, scope, depth)]))
  if (typeof value !== 'string' || !value.startsWith('[') || !value.endsWith(']')) return value
  if (value.startsWith('[[')) return value.slice(1)
  const expression = value.slice(1, -1)
  // A long one that many name is read each time.
  scope.budget.values -= expression.length / charactersOfValue
  if (depth > deepest) return openReference(expression)
  try {
    return new ArmExpression(expression, scope, depth).value()
  } catch (error) {
    if (error instanceof Unresolved) return openReference(expression)
    throw error
  }
}

/** An expression whose value only a deployment can determine. */
class Unresolved extends Error {}

// https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions
class ArmExpression {
  readonly #tokens: string[]
  readonly #scope: ArmScope
  readonly #depth: number
  #position = 0

  constructor(expression: string, scope: ArmScope, depth: number) {
    this.#tokens = expression.match(/'(?:[^']|'')*'|-?\d+|[A-Za-z_]\w*|[^\s\w]/g) ?? []
    this.#scope = scope
    this.#depth = depth
  }

  value(): unknown {
    const value = this.#operand()
    if (this.#position < this.#tokens.length) throw new Unresolved()
    return value
  }

  #operand(): unknown {
    const token = this.#take()
    let value = token.startsWith("'")
      ? token.slice(1, -1).replaceAll("''", "'")
      : /^-?\d/.test(token)
        ? Number(token)
        : this.#call(token)
    for (;;) {
      if (this.#takeIf('.')) value = member(value, this.#take())
      else if (this.#takeIf('[')) {
        value = member(value, this.#operand())
        if (!this.#takeIf(']')) throw new Unresolved()
      } else return value
    }
  }

  #call(name: string): unknown {
    if (!this.#takeIf('(')) throw new Unresolved()
    const values: unknown[] = []
    while (!this.#takeIf(')')) {
      values.push(this.#operand())
      if (!this.#takeIf(',') && this.#tokens[this.#position] !== ')') throw new Unresolved()
    }
    return this.#result(name.toLowerCase(), values)
  }

  #result(name: string, values: unknown[]): unknown {
    const { parameters, variables, context } = this.#scope
    const subscriptionId = context.subscriptionId === '' ? exampleSubscriptionId : context.subscriptionId
    switch (name) {
      case 'parameters':
        return this.#named(parameters, textOf(values[0]))
      case 'variables':
        return this.#named(variables, textOf(values[0]))
      case 'concat':
        return values.every(Array.isArray) ? values.flat() : texts(values.map(texts).join(''))
      case 'format':
        return texts(texts(values[0]).replaceAll(/\{(\d+)\}/g, (_, index: string) => texts(values[Number(index) + 1])))
      case 'tolower':
        return texts(values[0]).toLowerCase()
      case 'toupper':
        return texts(values[0]).toUpperCase()
      case 'string':
        return texts(values[0])
      case 'createarray':
        return values
      case 'null':
        return null
      case 'true':
        return true
      case 'false':
        return false
      case 'resourceid':
        return resourceIdOf(values.map(texts), context)
      case 'subscription':
        return { subscriptionId, id: `/subscriptions/${subscriptionId}` }
      case 'resourcegroup':
        if (context.resourceGroupName === '') throw new Unresolved()
        return { name: context.resourceGroupName }
      default:
        throw new Unresolved()
    }
  }

  #named(values: ReadonlyMap<string, unknown>, name: string): unknown {
    const value = values.get(name.toLowerCase())
    if (value === undefined) throw new Unresolved()
    return resolved(value, this.#scope, this.#depth + 1)
  }

  #take(): string {
    const token = this.#tokens[this.#position++]
    if (token === undefined) throw new Unresolved()
    return token
  }

  #takeIf(token: string): boolean {
    if (this.#tokens[this.#position] !== token) return false
    this.#position++
    return true
  }
}

function member(of: unknown, key: unknown): unknown {
  const value: unknown = Array.isArray(of) ? of[Number(key)] : objectOf(of)?.[String(key)]
  if (value === undefined) throw new Unresolved()
  return value
}

function texts(value: unknown): string {
  if (typeof value === 'string' && value.length <= longestText) return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new Unresolved()
}

/** `resourceId([subscription,] [resourceGroup,] type, name, …)`: as many names as the type has parts. */
function resourceIdOf(values: string[], context: ImportContext): string {
  const at = values.findIndex((value) => value.includes('/'))
  const [provider = '', ...types] = (values[at] ?? '').split('/')
  const [resourceGroupName = context.resourceGroupName, written] = values.slice(0, Math.max(at, 0)).toReversed()
  const subscriptionId = [written, context.subscriptionId, exampleSubscriptionId].find(Boolean) ?? ''
  try {
    return formatResourceId({ subscriptionId, resourceGroupName, provider, types, names: values.slice(at + 1) })
  } catch (error) {
    if (error instanceof InvalidResourceId) throw new Unresolved()
    throw error
  }
}
