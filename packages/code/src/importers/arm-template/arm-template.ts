import { infoNote, lineOf } from '../import-note.ts'
import { noNames, type ImportContext, type ImportedVersion } from '../imported-version.ts'
import { jsonDocuments, listOf, objectOf, textOf, type JsonObject } from '../json-value.ts'
import { resolved, type ArmScope } from './arm-expression.ts'

const versionType = 'microsoft.compute/galleries/images/versions'

/**
 * The image version that a deployment template creates; of several, the first. Parameters have their defaults, or the
 * values of a parameter file before or after the template in the same text. Bicep compiled to JSON is such a template.
 * Expressions that only a deployment resolves are left open. undefined if the template has no image version.
 * https://learn.microsoft.com/azure/templates/microsoft.compute/galleries/images/versions
 */
export function importArmTemplate(text: string, context: ImportContext): ImportedVersion | undefined {
  const documents = jsonDocuments(text)
  const template = documents.find(({ resources }) => resources !== undefined)
  if (template === undefined) return undefined
  const given = documents.filter((document) => document !== template)
  const scope: ArmScope = {
    parameters: new Map([template, ...given].flatMap(parameterValues)),
    variables: byName(objectOf(template['variables']) ?? {}),
    context,
    budget: { values: 200_000 },
  }
  const found = versionsIn(template['resources'], { type: '', name: '' }, scope)
  const [first] = found
  if (first === undefined) return undefined
  const [galleryName = '', imageDefinitionName = '', versionName = ''] = first.name.split('/')
  const { location, tags, properties, apiVersion } = objectOf(resolved(first.resource, scope)) ?? {}
  return {
    names: { ...noNames, galleryName, imageDefinitionName, versionName },
    apiVersion: textOf(apiVersion),
    body: { location, tags, properties },
    notes:
      found.length > 1 ? [infoNote('OneOfSeveral', { count: found.length }, { line: lineOf(text, 'versions') })] : [],
  }
}

/** A template has defaults, a file of parameters has values. */
function parameterValues(document: JsonObject): [string, unknown][] {
  return Object.entries(objectOf(document['parameters']) ?? {}).flatMap(([name, parameter]): [string, unknown][] => {
    const { value, defaultValue } = objectOf(parameter) ?? {}
    const given = value ?? defaultValue
    return given === undefined ? [] : [[name.toLowerCase(), given]]
  })
}

/** ARM finds parameters and variables by name, ignoring case. */
function byName(values: JsonObject): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]))
}

interface Parent {
  type: string
  name: string
}

/** The versions among `resources`, a list or (in Bicep's output) an object, and below their parents. */
function versionsIn(resources: unknown, parent: Parent, scope: ArmScope): { resource: JsonObject; name: string }[] {
  const all = Array.isArray(resources) ? listOf(resources) : Object.values(objectOf(resources) ?? {})
  return all.flatMap((entry) => {
    const resource = objectOf(entry) ?? {}
    const below = parent.type !== ''
    const type = [...(below ? [parent.type] : []), textOf(resource['type']).toLowerCase()].join('/')
    const name = [...(below ? [parent.name] : []), textOf(resolved(resource['name'], scope))].join('/')
    const template = objectOf(objectOf(resource['properties'])?.['template'])
    return [
      ...(type === versionType ? [{ resource, name }] : []),
      ...(type === versionType ? [] : versionsIn(resource['resources'], { type, name }, scope)),
      ...(template === undefined ? [] : versionsIn(template['resources'], { type: '', name: '' }, scope)),
    ]
  })
}
