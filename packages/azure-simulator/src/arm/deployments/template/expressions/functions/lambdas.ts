import type { Json, JsonObject } from '../../../../../json.ts'
import type { Expression } from '../parse.ts'
import { TemplateError } from '../template-error.ts'

type Apply = (item: Json, index: number) => Json

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-lambda */
export const lambdaFunctions: ReadonlyMap<string, (items: Json[], apply: Apply) => Json[]> = new Map([
  ['filter', (items: Json[], apply: Apply) => items.filter((item, index) => apply(item, index) === true)],
  ['map', (items: Json[], apply: Apply) => items.map(apply)],
])

/**
 * The result of `lambda('item', …)` or `lambda('item', 'index', …)` for an item: `evaluated` gets its body, and the
 * values of its variables. Throws a TemplateError if `expression` is not a valid lambda.
 */
export function appliedLambda(
  expression: Expression,
  evaluated: (body: Expression, variables: JsonObject) => Json,
): Apply {
  const parts = expression.kind === 'call' && expression.name.toLowerCase() === 'lambda' ? expression.parameters : []
  const body = parts.at(-1)
  const [item, index, ...more] = parts.slice(0, -1).map(nameOf)
  if (body === undefined || item === undefined || more.length > 0)
    throw new TemplateError(
      'The template language function expects a lambda function of one or two variables as its second parameter',
    )
  return (value, position) => evaluated(body, { [item]: value, ...(index !== undefined && { [index]: position }) })
}

function nameOf(expression: Expression): string {
  if (expression.kind === 'literal' && typeof expression.value === 'string') return expression.value
  throw new TemplateError('The variable of a lambda function is not a text')
}
