import { fill, referencesIn } from './expressions/fill.ts'
import { TemplateError } from './expressions/template-error.ts'
import { orInvalidTemplate } from './invalid-template.ts'
import { isNamed } from './template-resources.ts'
import type { TemplateResource } from './template-resources.ts'

/**
 * The resources that each one waits for, as ids: those of `dependsOn`, and those it refers to by name. Throws 400
 * InvalidTemplate for a name that the template does not define, and for a circle.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/resource-dependency
 */
export function dependenciesOf(resources: TemplateResource[]): Map<string, string[]> {
  return orInvalidTemplate(() => {
    const found = new Map(resources.map((resource) => [resource.id, waitsFor(resource, resources)]))
    demandNoCircle(found)
    return found
  })
}

function waitsFor({ id, source, scope }: TemplateResource, resources: TemplateResource[]): string[] {
  const listed = fill(source['dependsOn'] ?? [], scope)
  const names = (Array.isArray(listed) ? listed : []).filter((name) => typeof name === 'string')
  const named = names.flatMap((name) => {
    const found = resources.filter((resource) => isNamed(resource, name))
    if (found.length > 0) return found
    throw new TemplateError(
      `The resource '${name}' is not defined in the template. Please see https://aka.ms/arm-syntax-resources for usage details.`,
    )
  })
  const { dependsOn: _dependsOn, resources: _children, ...own } = source
  const references = referencesIn(own, scope)
  const referred = resources.filter((resource) =>
    references.some((name) => !name.startsWith('/') && isNamed(resource, name)),
  )
  return [
    ...new Set([...named, ...referred].filter(({ isDeployed }) => isDeployed).map((resource) => resource.id)),
  ].filter((other) => other !== id)
}

function demandNoCircle(dependencies: Map<string, string[]>): void {
  const left = new Map(dependencies)
  for (;;) {
    const ready = [...left].filter(([, others]) => !others.some((other) => left.has(other)))
    for (const [id] of ready) left.delete(id)
    if (left.size === 0) return
    if (ready.length === 0)
      throw new TemplateError(
        `Circular dependency detected on resource: '${[...left.keys()][0]}'. Please see https://aka.ms/arm-syntax-resources for usage details.`,
      )
  }
}
