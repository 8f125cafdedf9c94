import { treeSize } from '../../../../budget/tree-size.ts'
import { spend } from '../../../../budget/work-budget.ts'
import { isJsonObject, type Json } from '../../../../json.ts'
import { Arguments } from './arguments.ts'
import { bounded } from './bounded-value.ts'
import { collectionFunctions } from './functions/collections.ts'
import { deploymentFunctions } from './functions/deployment.ts'
import { appliedLambda, lambdaFunctions } from './functions/lambdas.ts'
import { logicalFunctions } from './functions/logic.ts'
import { numericFunctions } from './functions/numbers.ts'
import { resourceFunctions } from './functions/resources.ts'
import { stringFunctions, textOf } from './functions/strings.ts'
import type { TemplateFunction } from './functions/template-function.ts'
import type { Expression } from './parse.ts'
import type { Scope } from './scope.ts'
import { TemplateError } from './template-error.ts'
import { withoutCase } from './without-case.ts'

// https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions
const functions = new Map<string, TemplateFunction>(
  Object.entries({
    ...stringFunctions,
    ...numericFunctions,
    ...logicalFunctions,
    ...collectionFunctions,
    ...resourceFunctions,
    ...deploymentFunctions,
  }).map(([name, made]) => [name.toLowerCase(), made]),
)

// Those that look at nothing of what they are given, or only at its length.
const quick = new Set(['parameters', 'variables', 'lambdavariables', 'length', 'first', 'last', 'empty', 'coalesce'])
const stepsOfNode = 4
const deepest = 400
let depth = 0

/**
 * The value of an expression. Throws a TemplateError for an unknown function, a value of the wrong type, or a value
 * larger than a template allows.
 */
export function evaluate(expression: Expression, scope: Scope): Json {
  spend(stepsOfNode)
  // Variables can name each other: this depth is more than the brackets of one expression.
  if (depth >= deepest)
    throw new TemplateError(`The template language expressions are nested more than '${deepest}' levels deep`)
  depth += 1
  try {
    return valueOf(expression, scope)
  } finally {
    depth -= 1
  }
}

function valueOf(expression: Expression, scope: Scope): Json {
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'property':
      return propertyOf(evaluate(expression.of, scope), evaluate(expression.key, scope))
    case 'call':
      return bounded(called(expression, scope))
  }
}

function called({ name, parameters }: Extract<Expression, { kind: 'call' }>, scope: Scope): Json {
  const known = name.toLowerCase()
  // Only the selected branch is evaluated: the other might refer to a resource that is not created.
  if (known === 'if' && parameters.length === 3) {
    const [condition, then, otherwise] = parameters
    if (condition && then && otherwise) return evaluate(evaluate(condition, scope) === true ? then : otherwise, scope)
  }
  const overItems = lambdaFunctions.get(known)
  const [items, lambda] = parameters
  if (overItems !== undefined && items && lambda)
    return overItems(
      new Arguments(name, [evaluate(items, scope)]).list(0),
      appliedLambda(lambda, (body, variables) =>
        evaluate(body, { ...scope, lambdaVariables: { ...scope.lambdaVariables, ...variables } }),
      ),
    )
  const implementation = functions.get(known)
  if (implementation === undefined)
    throw new TemplateError(
      `The template function '${name}' is not valid. Please see https://aka.ms/arm-functions for usage details.`,
    )
  const values = parameters.map((parameter) => evaluate(parameter, scope))
  if (quick.has(known)) return implementation(new Arguments(name, values), scope)
  for (const value of values) spend(treeSize(value).characters / 16)
  const made = implementation(new Arguments(name, values), scope)
  if (Array.isArray(made)) spend(made.length)
  return made
}

function propertyOf(of: Json, key: Json): Json {
  if (typeof key === 'number') {
    const item = Array.isArray(of) ? of[key] : undefined
    if (item !== undefined) return item
    throw new TemplateError(`The language expression property array index '${key}' is out of bounds.`)
  }
  const found = isJsonObject(of) && typeof key === 'string' ? withoutCase(of, key) : undefined
  if (found !== undefined) return found
  const available = isJsonObject(of) ? Object.keys(of).slice(0, 256).join(', ') : ''
  throw new TemplateError(
    `The language expression property '${textOf(key)}' doesn't exist, available properties are '${available}'.`,
  )
}
