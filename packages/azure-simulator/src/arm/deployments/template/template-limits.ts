import { spend } from '../../../budget/work-budget.ts'
import { isJsonObject, type Json, type JsonObject } from '../../../json.ts'
import { invalidTemplate } from './invalid-template.ts'

/**
 * The limits of a template. Nested templates count for the resources of all; their maximum depth is not published.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/best-practices#template-limits
 */
export const templateLimits = {
  parameters: 256,
  variables: 512,
  outputs: 64,
  resources: 800,
  /** characters, once all expressions are evaluated */
  size: 4 * 1024 ** 2,
  /** characters of one resource */
  resourceSize: 1024 ** 2,
  /** deployments in deployments */
  levels: 10,
}

/** Throws 400 InvalidTemplate for more parameters, variables or outputs than a template can have. */
export function assertTemplateLimits({ parameters, variables, outputs }: JsonObject): void {
  const loops = isJsonObject(variables) && Array.isArray(variables['copy']) ? variables['copy'].length - 1 : 0
  assertAtMost('parameters', countOf(parameters))
  assertAtMost('variables', countOf(variables) + loops)
  assertAtMost('outputs', countOf(outputs))
}

/** Throws 400 InvalidTemplate if there is more of something than a template can have. */
export function assertAtMost(kind: 'parameters' | 'variables' | 'outputs' | 'resources', actual: number): void {
  const limit = templateLimits[kind]
  if (actual > limit)
    throw invalidTemplate(
      `The number of template ${kind} limit exceeded. Limit: '${limit}' and actual: '${actual}'. Please see https://aka.ms/arm-template-limits for usage details`,
    )
}

function countOf(declared: Json | undefined): number {
  const count = isJsonObject(declared) ? Object.keys(declared).length : 0
  spend(count)
  return count
}
