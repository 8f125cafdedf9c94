import { isJsonObject, textAt, type JsonObject } from '../../json.ts'
import { fillObject } from './template/expressions/fill.ts'
import type { Scope } from './template/expressions/scope.ts'

// The properties of a template's resource that are for ARM only.
const forArm = [
  'type',
  'name',
  'apiVersion',
  'dependsOn',
  'copy',
  'condition',
  'scope',
  'resources',
  'comments',
  'existing',
  'resourceGroup',
  'subscriptionId',
]

/**
 * The part of a template's resource that becomes the body of its PUT. The template of a nested deployment is excluded
 * if its expressions are its own (`"scope": "inner"`).
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/linked-templates#expression-evaluation-scope-in-nested-templates
 */
export function bodySource(source: JsonObject): JsonObject {
  const body = Object.fromEntries(Object.entries(source).filter(([key]) => !forArm.includes(key)))
  const { properties } = body
  if (!hasInnerScope(source) || !isJsonObject(properties)) return body
  return { ...body, properties: { ...properties, template: undefined } }
}

/** The body of a resource's PUT, its expressions evaluated. Throws a TemplateError. */
export function stepBody(source: JsonObject, scope: Scope): JsonObject {
  const body = fillObject(bodySource(source), scope)
  const { properties } = source
  if (!hasInnerScope(source) || !isJsonObject(properties) || !isJsonObject(body['properties'])) return body
  return { ...body, properties: { ...body['properties'], template: properties['template'] } }
}

function hasInnerScope(source: JsonObject): boolean {
  return textAt(source, 'properties', 'expressionEvaluationOptions', 'scope')?.toLowerCase() === 'inner'
}
