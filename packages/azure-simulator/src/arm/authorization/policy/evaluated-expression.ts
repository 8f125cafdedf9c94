import type { Json, JsonObject } from '../../../json.ts'

/**
 * A policy's finding about a request or a resource, in Azure's format:
 * https://learn.microsoft.com/azure/governance/policy/how-to/determine-non-compliance
 */
export interface EvaluatedExpression extends JsonObject {
  expression: string
  path: string
  expressionValue?: Json
  targetValue: Json
  operator: 'Exists' | 'NotIn' | 'NotEquals'
}
