import { basename } from 'node:path'
import { isJsonObject, textAt, valueAt, type Json, type JsonObject } from '../../json.ts'
import type { ApiFacts, Fact, OperationFacts, TypeFacts } from './facts.ts'

/** The OpenAPI files of one family of APIs and what they refer to, by the names of the files. */
export type OpenApiFiles = Map<string, JsonObject>

/**
 * The facts of the operations that `isWanted` selects (`GET`, `/subscriptions/{subscriptionId}`), and of the types that
 * they refer to. Types of missing files become `any`. Throws for two types with the same name.
 */
export function extractFacts(files: OpenApiFiles, isWanted: (method: string, path: string) => boolean): ApiFacts {
  const types: ApiFacts['types'] = {}
  const owners = new Map<string, string>()
  const operations = [...files].flatMap(([file, document]) =>
    entriesOf(document['paths']).flatMap(([path, methods]) =>
      entriesOf(methods)
        .filter(([method]) => isWanted(method.toUpperCase(), path))
        .map(([method, operation]): [string, OperationFacts] => [
          `${method.toUpperCase()} ${path.replaceAll(/\{[^}]+\}/g, '{}')}`,
          operationFacts(operation, { file, files, types, owners, name: textAt(operation, 'operationId') ?? '' }),
        ]),
    ),
  )
  return { operations: sorted(operations), types: sorted(Object.entries(types)) }
}

/** The position of a schema, so that its references can be found; `name` is that of an inline type. */
interface Place {
  file: string
  files: OpenApiFiles
  types: ApiFacts['types']
  /** the file of each type */
  owners: Map<string, string>
  name: string
}

function operationFacts(operation: Json | undefined, place: Place): OperationFacts {
  const parameters = valueAt(operation, 'parameters')
  const body = (Array.isArray(parameters) ? parameters : []).find((each) => textAt(each, 'in') === 'body')
  const answers = entriesOf(valueAt(operation, 'responses'))
    .filter(([status]) => status !== 'default')
    .map(([status, response]): [string, Fact | null] => {
      const schema = valueAt(response, 'schema')
      return [status, schema === undefined ? null : factOf(schema, { ...place, name: `${place.name}.answer` })]
    })
  return {
    ...(body !== undefined && { takes: factOf(valueAt(body, 'schema'), { ...place, name: `${place.name}.request` }) }),
    answers: Object.fromEntries(answers),
  }
}

function factOf(schema: Json | undefined, place: Place): Fact {
  if (!isJsonObject(schema)) return 'any'
  const reference = textAt(schema, '$ref')
  if (reference !== undefined) {
    const target = referredTo(reference, place)
    return target === undefined ? 'any' : factOf(target.schema, { ...place, file: target.file, name: target.name })
  }
  const { type, items, enum: values, properties, allOf, additionalProperties } = schema
  if (Array.isArray(values)) return { enum: values }
  if (type === 'array') return [factOf(items, { ...place, name: `${place.name}.item` })]
  if (properties !== undefined || allOf !== undefined) return typeNamed(schema, place)
  if (isJsonObject(additionalProperties)) return { of: factOf(additionalProperties, place) }
  return typeof type === 'string' ? type : 'any'
}

function typeNamed(schema: JsonObject, place: Place): Fact {
  const { name, file, types, owners } = place
  const owner = owners.get(name)
  if (owner === undefined) {
    owners.set(name, file)
    const facts: TypeFacts = { properties: {} }
    // before its content, which can refer back to it
    types[name] = facts
    Object.assign(facts, typeFacts(schema, place))
  } else if (owner !== file) throw new Error(`${name} is a type of ${owner} and of ${file}`)
  return `#${name}`
}

/**
 * The properties of an object and of all parts of its `allOf`. An object with an unknown part can have any property.
 */
function typeFacts(schema: JsonObject, place: Place): TypeFacts {
  const { allOf, required, additionalProperties } = schema
  const parts = (Array.isArray(allOf) ? allOf : []).map((part): TypeFacts => {
    const target = referredTo(textAt(part, '$ref') ?? '', place)
    if (target === undefined) return { properties: {}, open: true }
    return typeFacts(target.schema, { ...place, file: target.file, name: target.name })
  })
  const own = entriesOf(schema['properties'])
  const facts = own.map(([name, of]): [string, Fact] => [name, factOf(of, { ...place, name: `${place.name}.${name}` })])
  const properties = sorted([...parts.flatMap((part) => Object.entries(part.properties)), ...facts])
  const requiredNames = [...parts.flatMap((part) => part.required ?? []), ...(Array.isArray(required) ? required : [])]
  const readOnly = [
    ...parts.flatMap((part) => part.readOnly ?? []),
    ...own.filter(([, of]) => valueAt(of, 'readOnly') === true).map(([name]) => name),
  ]
  const isOpen = additionalProperties !== undefined || parts.some(({ open }) => open)
  return {
    properties,
    ...(requiredNames.length > 0 && { required: requiredNames.map(String).toSorted() }),
    ...(readOnly.length > 0 && { readOnly: readOnly.toSorted() }),
    ...((isOpen || Object.keys(properties).length === 0) && { open: true }),
  }
}

function referredTo(
  reference: string,
  { file, files }: Place,
): { file: string; name: string; schema: JsonObject } | undefined {
  const [target = '', name = ''] = reference.split('#/definitions/')
  const found = target === '' ? file : fileNamed(target, files)
  const schema = found === undefined ? undefined : valueAt(files.get(found), 'definitions', name)
  return found === undefined || !isJsonObject(schema) ? undefined : { file: found, name, schema }
}

// `./diskRPCommon.json` is kept as `diskrp-2024-03-02-common.json` among those of the family.
function fileNamed(target: string, files: OpenApiFiles): string | undefined {
  const wanted = basename(target, '.json').toLowerCase()
  if (target.endsWith('common-types/v1/common.json')) return 'compute-common-types-v1.json'
  return [...files.keys()].find((name) =>
    wanted.endsWith('common') ? name.endsWith('-common.json') : name.toLowerCase().endsWith(`-${wanted}.json`),
  )
}

function entriesOf(value: Json | undefined): [string, Json | undefined][] {
  return isJsonObject(value) ? Object.entries(value) : []
}

function sorted<T>(entries: [string, T][]): Record<string, T> {
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
