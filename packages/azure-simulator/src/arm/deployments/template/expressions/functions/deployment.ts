import { TemplateError } from '../template-error.ts'
import { withoutCase } from '../without-case.ts'
import type { TemplateFunction } from './template-function.ts'

/**
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-deployment and
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-scope
 */
export const deploymentFunctions: Record<string, TemplateFunction> = {
  parameters(given, scope) {
    const value = withoutCase(scope.parameters, given.text(0))
    if (value === undefined) throw notFound('parameter', given.text(0))
    return value
  },
  variables(given, scope) {
    const value = scope.variable(given.text(0))
    if (value === undefined) throw notFound('variable', given.text(0))
    return value
  },
  lambdaVariables(given, scope) {
    const value = withoutCase(scope.lambdaVariables ?? {}, given.text(0))
    if (value === undefined)
      throw new TemplateError(`The lambda variable '${given.text(0)}' is not expected at this location`)
    return value
  },
  copyIndex(given, scope) {
    const [first] = given.values
    const index = scope.copyIndexes[typeof first === 'string' ? first.toLowerCase() : '']
    if (index === undefined)
      throw new TemplateError(
        `The template function 'copyIndex' is not expected at this location. The function can only be used in a resource with copy specified. Please see https://aka.ms/arm-copy for usage details.`,
      )
    const offset = given.values.find((value) => typeof value === 'number') ?? 0
    return index + offset
  },
  utcNow(given, { startedAt }) {
    const [date = '', time = ''] = new Date(startedAt).toISOString().split(/[T.]/)
    if (given.values.length === 0) return `${date}T${time}Z`.replaceAll(/[-:]/g, '')
    const [year = '', month = '', day = ''] = date.split('-')
    const [hours = '', minutes = '', seconds = ''] = time.split(':')
    const digits: Record<string, string> = { yyyy: year, MM: month, dd: day, HH: hours, mm: minutes, ss: seconds }
    return given.text(0).replaceAll(/yyyy|MM|dd|HH|mm|ss/g, (part) => digits[part] ?? part)
  },
  ...Object.fromEntries(
    ['resourceGroup', 'subscription', 'tenant', 'deployment', 'environment'].map((name): [string, TemplateFunction] => [
      name,
      (_, { facts }) => facts[name.toLowerCase()] ?? {},
    ]),
  ),
}

function notFound(kind: 'parameter' | 'variable', name: string): TemplateError {
  return new TemplateError(
    `The template ${kind} '${name}' is not found. Please see https://aka.ms/arm-syntax-${kind}s for usage details.`,
  )
}
