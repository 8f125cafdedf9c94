import { spend } from '../../../budget/work-budget.ts'
import { fill, referencesIn } from './expressions/fill.ts'
import { TemplateError } from './expressions/template-error.ts'
import { orInvalidTemplate } from './invalid-template.ts'
import { resourcesNamed, type TemplateResource } from './template-resources.ts'

/**
 * The resources that each one waits for, as ids: those of `dependsOn`, and those it refers to by name. Throws 400
 * InvalidTemplate for a name that the template does not define, and for a circle.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/resource-dependency
 */
export function dependenciesOf(resources: TemplateResource[]): Map<string, string[]> {
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
