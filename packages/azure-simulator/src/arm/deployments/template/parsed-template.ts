import { isJsonObject, textAt, type JsonObject } from '../../../json.ts'
import type { ArmRequest } from '../../request.ts'
import { requestedProperties } from '../../writing.ts'
import { dependenciesOf } from './dependencies.ts'
import type { Scope } from './expressions/scope.ts'
import { invalidTemplate } from './invalid-template.ts'
import { assertTemplateLimits } from './template-limits.ts'
import { templateResources, type TemplateResource } from './template-resources.ts'
import { scopeFromSent } from './template-scope.ts'

/** A template with its parameters, evaluated as far as possible before anything is created. */
export interface ParsedTemplate {
  template: JsonObject
  scope: Scope
  resources: TemplateResource[]
  /** IDs of each resource's dependencies, by its ID */
  dependencies: Map<string, string[]>
}

/**
 * Reads the `properties` of a deployment of the id. Throws 400 InvalidTemplate; also for a template that is elsewhere,
 * and for the mode Complete.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax
 */
export function parsedTemplate(request: ArmRequest, id: string): ParsedTemplate {
  const properties = requestedProperties(request)
  const { template } = properties
  if (!isJsonObject(template))
    throw invalidTemplate("Required property 'template' not found in JSON. Path 'properties'")
  if ((textAt(properties, 'mode') ?? 'Incremental').toLowerCase() !== 'incremental')
    throw invalidTemplate('The simulator deploys in the mode Incremental only')
  assertTemplateLimits(template)
  const sent = isJsonObject(properties['parameters']) ? properties['parameters'] : {}
  const place = { tenant: request.tenant, id, template, startedAt: request.clock.now() }
  const scope = scopeFromSent(place, sent)
  const resources = templateResources(template, scope)
  return { template, scope, resources, dependencies: dependenciesOf(resources) }
}
