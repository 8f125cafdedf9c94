import { isJsonObject, objectsAt, textAt } from '../../json.ts'
import type { Json, JsonObject } from '../../json.ts'
import { ArmRefusal } from '../errors.ts'

/** A resource of a template, its expressions filled in. */
export interface TemplateResource {
  /** `Microsoft.Compute/virtualMachines` */
  type: string
  name: string
  apiVersion: string
  body: JsonObject
}

export interface Deployable {
  /** each after those it depends on */
  resources: TemplateResource[]
  /** as shown afterwards: secure ones without their value */
  parameters: JsonObject
}

/** 400 InvalidTemplate, with the reason. */
export function invalidTemplate(reason: string): ArmRefusal {
  return new ArmRefusal(400, {
    code: 'InvalidTemplate',
    message: `Deployment template validation failed: '${reason}'.`,
  })
}

/**
 * Reads the `properties` of a deployment: https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax
 * Throws 400 InvalidTemplate, also for any template function but `parameters`.
 */
export function readTemplate(properties: JsonObject): Deployable {
  const { template } = properties
  if (!isJsonObject(template)) throw invalidTemplate("Required property 'template' not found")
  const declared = isJsonObject(template['parameters']) ? template['parameters'] : {}
  const given = isJsonObject(properties['parameters']) ? properties['parameters'] : {}
  const unknown = Object.keys(given).find((name) => !(name in declared))
  if (unknown !== undefined)
    throw invalidTemplate(`The template parameters '${unknown}' in the parameters file are not valid`)
  const values = new Map<string, Json>()
  const parameters: JsonObject = {}
  for (const [name, declaration] of Object.entries(declared)) {
    if (!isJsonObject(declaration)) throw invalidTemplate(`The parameter '${name}' is not declared as an object`)
    const sent = given[name]
    const value = (isJsonObject(sent) ? sent['value'] : undefined) ?? declaration['defaultValue']
    if (value === undefined) throw invalidTemplate(`The value for the template parameter '${name}' is not provided`)
    values.set(name, value)
    const type = textAt(declaration, 'type') ?? 'string'
    parameters[name] = /^secure/i.test(type) ? { type: 'SecureString' } : { type, value }
  }
  const filled = objectsAt(template, 'resources').map((resource) => fill(resource, values))
  return { resources: inOrder(filled.filter(isJsonObject)), parameters }
}

function fill(value: Json | undefined, values: Map<string, Json>): Json | undefined {
  if (typeof value === 'string') return evaluate(value, values)
  if (Array.isArray(value)) return value.map((item) => fill(item, values) ?? null)
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, values)]))
}

function evaluate(text: string, values: Map<string, Json>): Json {
  if (text.startsWith('[[')) return text.slice(1)
  if (!text.startsWith('[') || !text.endsWith(']')) return text
  const name = /^\[\s*parameters\(\s*'([^']+)'\s*\)\s*\]$/i.exec(text)?.[1]
  if (name === undefined) throw invalidTemplate(`The simulator does not know the template expression '${text}'`)
  const value = values.get(name)
  if (value === undefined) throw invalidTemplate(`The template parameter '${name}' is not found`)
  return value
}

interface Waiting extends TemplateResource {
  dependsOn: string[]
}

/** Sorted so that each comes after what it names in `dependsOn`; names of resources outside of the template are let be. */
function inOrder(resources: JsonObject[]): TemplateResource[] {
  let waiting = resources.map((resource): Waiting => {
    const { type, name, apiVersion, dependsOn, ...body } = resource
    if (typeof type !== 'string' || typeof name !== 'string' || typeof apiVersion !== 'string')
      throw invalidTemplate('Each resource of the template needs a type, a name and an apiVersion')
    const names = Array.isArray(dependsOn) ? dependsOn.filter((item) => typeof item === 'string') : []
    return { type, name, apiVersion, body, dependsOn: names }
  })
  const ordered: Waiting[] = []
  while (waiting.length > 0) {
    const ready = waiting.filter((resource) => !waiting.some((other) => dependsOn(resource, other)))
    if (ready.length === 0)
      throw invalidTemplate(`Circular dependency detected on resource: '${waiting.map(({ name }) => name).join(', ')}'`)
    ordered.push(...ready)
    waiting = waiting.filter((resource) => !ready.includes(resource))
  }
  return ordered
}

// By id, by `type/name` or by name alone; az writes the first two.
function dependsOn(resource: Waiting, other: Waiting): boolean {
  const typed = `${other.type}/${other.name}`.toLowerCase()
  return resource.dependsOn.some((named) => {
    const text = named.toLowerCase()
    return text === typed || text === other.name.toLowerCase() || text.endsWith(`/providers/${typed}`)
  })
}
