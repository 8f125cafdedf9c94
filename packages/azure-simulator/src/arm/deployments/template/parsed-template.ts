import { spend } from '../../../budget/work-budget.ts'
import { isJsonObject, textAt, type JsonObject } from '../../../json.ts'
import type { ArmRequest } from '../../request.ts'
import { requestedProperties } from '../../writing.ts'
import { fill, referencesIn } from './expressions/fill.ts'
import type { Scope } from './expressions/scope.ts'
import { TemplateError } from './expressions/template-error.ts'
import { invalidTemplate, orInvalidTemplate } from './invalid-template.ts'
import { assertTemplateLimits } from './template-limits.ts'
import { templateResources, type TemplateResource, resourcesNamed } from './template-resources.ts'
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

/**
 * The resources that each one waits for, as ids: those of `dependsOn`, and those it refers to by name. Throws 400
 * InvalidTemplate for a name that the template does not define, and for a circle.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/resource-dependency
 */
function dependenciesOf(resources: TemplateResource[]): Map<string, string[]> {
  return orInvalidTemplate(() => {
    const found = new Map(resources.map((resource) => [resource.id, waitsFor(resource, resources)]))
    assertNoCircle(found)
    return found
  })
}

function waitsFor({ id, source, scope }: TemplateResource, resources: TemplateResource[]): string[] {
  const listed = fill(source['dependsOn'] ?? [], scope)
  const names = (Array.isArray(listed) ? listed : []).filter((name) => typeof name === 'string')
  const named = names.flatMap((name) => {
    const found = resourcesNamed(resources, name)
    spend(found.length)
    if (found.length > 0) return found
    throw new TemplateError(
      `The resource '${name}' is not defined in the template. Please see https://aka.ms/arm-syntax-resources for usage details.`,
    )
  })
  const { dependsOn: _dependsOn, resources: _children, ...own } = source
  const references = referencesIn(own, scope)
  const referred = new Set(
    references.filter((name) => !name.startsWith('/')).flatMap((name) => resourcesNamed(resources, name)),
  )
  return [
    ...new Set([...named, ...referred].filter(({ isDeployed }) => isDeployed).map((resource) => resource.id)),
  ].filter((other) => other !== id)
}

function assertNoCircle(dependencies: Map<string, string[]>): void {
  const waitingFor = new Map([...dependencies].map(([id, others]) => [id, others.length]))
  const dependents = new Map<string, string[]>()
  for (const [id, others] of dependencies)
    for (const other of others) {
      const known = dependents.get(other)
      if (known === undefined) dependents.set(other, [id])
      else known.push(id)
    }
  const ready = [...waitingFor].filter(([, count]) => count === 0).map(([id]) => id)
  for (const id of ready) {
    waitingFor.delete(id)
    for (const dependent of dependents.get(id) ?? []) {
      const left = (waitingFor.get(dependent) ?? 0) - 1
      waitingFor.set(dependent, left)
      if (left === 0) ready.push(dependent)
    }
  }
  const [first] = waitingFor.keys()
  if (first === undefined) return
  throw new TemplateError(
    `Circular dependency detected on resource: '${first}'. Please see https://aka.ms/arm-syntax-resources for usage details.`,
  )
}
