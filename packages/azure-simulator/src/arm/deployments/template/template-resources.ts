import { isJsonObject, objectsAt, textAt, type Json, type JsonObject } from '../../../json.ts'
import { copies, fill } from './expressions/fill.ts'
import type { Scope } from './expressions/scope.ts'
import { TemplateError } from './expressions/template-error.ts'
import { orInvalidTemplate, positionIn } from './invalid-template.ts'
import { assertAtMost } from './template-limits.ts'

/** A resource of a template; its body is not evaluated yet. */
export interface TemplateResource {
  id: string
  /** `Microsoft.KeyVault/vaults/keys` */
  type: string
  name: string
  apiVersion: string
  /** its names in `dependsOn`: that of its loop, and its symbolic name */
  labels: string[]
  /** as in the template */
  source: JsonObject
  /** with the current index of the loops */
  scope: Scope
  /** false: its condition is false, or it already exists */
  isDeployed: boolean
}

interface Parent {
  type: string
  name: string
}

/**
 * The resources of a template, with loops expanded and children extracted from their parents. Throws 400
 * InvalidTemplate. https://learn.microsoft.com/azure/azure-resource-manager/templates/resource-declaration
 */
export function templateResources(template: JsonObject, scope: Scope): TemplateResource[] {
  const { resources } = template
  const declared: [string, Json | undefined][] = isJsonObject(resources)
    ? Object.entries(resources)
    : objectsAt(template, 'resources').map((source) => ['', source])
  const found: TemplateResource[] = []
  for (const [symbol, source] of declared) {
    if (!isJsonObject(source)) continue
    const name = textAt(source, 'name') ?? symbol
    const where = () => `The template resource '${name}' ${positionIn(template, source)} is not valid: `
    found.push(...orInvalidTemplate(() => expanded({ symbol, source }, scope), where))
    assertAtMost('resources', found.length)
  }
  const ids = new Set<string>()
  const twice = found
    .filter(({ isDeployed }) => isDeployed)
    .map(({ id }) => id.toLowerCase())
    .find((id) => ids.size === ids.add(id).size)
  if (twice === undefined) return found
  return orInvalidTemplate(() => {
    throw new TemplateError(
      `The resource '${twice}' is defined multiple times in a template. Please see https://aka.ms/arm-syntax-resources for usage details.`,
    )
  })
}

interface Declared {
  symbol: string
  source: JsonObject
  parent?: Parent
}

function expanded(declared: Declared, scope: Scope): TemplateResource[] {
  const { copy } = declared.source
  if (!isJsonObject(copy)) return withChildren(declared, scope)
  const loop = { name: textAt(copy, 'name') ?? declared.symbol, count: copy['count'] }
  return copies(loop, scope).flatMap((each) => withChildren(declared, each))
}

function withChildren({ symbol, source, parent }: Declared, scope: Scope): TemplateResource[] {
  const isDeployed = source['existing'] !== true && fill(source['condition'] ?? true, scope) === true
  const type = textOf(source, { key: 'type', scope })
  const name = textOf(source, { key: 'name', scope })
  // The type and the name of a child are given in full or relative to its parent.
  const isRelative = parent !== undefined && !type.includes('/')
  const full = isRelative
    ? { type: `${parent.type}/${type}`, name: name.includes('/') ? name : `${parent.name}/${name}` }
    : { type, name }
  const id = resourceIdOf(full, { source, scope })
  const labels = [symbol, textAt(source, 'copy', 'name') ?? ''].filter((label) => label !== '')
  // `vaults/providers/roleAssignments` has the type after `providers`.
  const segments = (id.split('/providers/').at(-1) ?? '').split('/')
  const ownType = [segments[0], ...segments.filter((_, index) => index % 2 === 1)].join('/')
  const apiVersion = textOf(source, { key: 'apiVersion', scope })
  const one = { id, type: ownType, name: full.name, apiVersion, labels, source, scope, isDeployed }
  const children = objectsAt(source, 'resources').flatMap((child) =>
    expanded({ symbol: '', source: child, parent: full }, scope),
  )
  return [one, ...children]
}

function resourceIdOf({ type, name }: Parent, { source, scope }: { source: JsonObject; scope: Scope }): string {
  const [provider, ...types] = type.split('/')
  const names = name.split('/')
  if (types.length !== names.length)
    throw new TemplateError(
      `The template resource '${name}' for type '${type}' has incorrect segment lengths. A nested resource type must have identical number of segments as its resource name. A root resource type must have segment length one greater than its resource name. Please see https://aka.ms/arm-syntax-resources for usage details.`,
    )
  const below = types.map((segment, index) => `${segment}/${names[index]}`).join('/')
  const within = (key: string, other: string) => {
    const value = fill(source[key] ?? other, scope)
    return typeof value === 'string' ? value : other
  }
  const groupName = within('resourceGroup', scope.resourceGroupName)
  const subscription = `/subscriptions/${within('subscriptionId', scope.subscriptionId)}`
  const group = groupName === '' ? subscription : `${subscription}/resourceGroups/${groupName}`
  const asked = within('scope', '')
  if (asked === '') return `${group}/providers/${provider}/${below}`
  // A scope is an id, or a type and a name in this group.
  const above = asked.startsWith('/') ? asked : `${group}/providers/${asked}`
  return `${above}/providers/${provider}/${below}`
}

const byName = new WeakMap<TemplateResource[], Map<string, TemplateResource[]>>()

/** The resources for which `asked` is the ID, the type and the name, the name alone, or that of the loop. */
export function resourcesNamed(resources: TemplateResource[], asked: string): TemplateResource[] {
  const known = byName.get(resources) ?? new Map<string, TemplateResource[]>()
  if (!byName.has(resources)) {
    byName.set(resources, known)
    for (const resource of resources)
      for (const name of namesOf(resource)) known.set(name, [...(known.get(name) ?? []), resource])
  }
  return known.get(asked.toLowerCase()) ?? []
}

function namesOf({ id, type, name, labels }: TemplateResource): Set<string> {
  const [provider, ...types] = type.split('/')
  const names = name.split('/')
  const interleaved = `${provider}/${types.map((segment, index) => `${segment}/${names[index]}`).join('/')}`
  return new Set([id, name, `${type}/${name}`, interleaved, ...labels].map((known) => known.toLowerCase()))
}

function textOf(source: JsonObject, { key, scope }: { key: string; scope: Scope }): string {
  const value = fill(source[key] ?? null, scope)
  // A text that is still an expression would need the state of a resource.
  if (typeof value === 'string' && value !== '' && !value.startsWith('[')) return value
  throw new TemplateError(`The '${key}' of a resource must be a text that is known before the deployment runs`)
}
