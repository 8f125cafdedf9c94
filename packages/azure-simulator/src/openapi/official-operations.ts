import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Ajv } from 'ajv'
import { isJsonObject, textAt, valueAt } from '../json.ts'
import type { Json, JsonObject } from '../json.ts'

/** An operation as the OpenAPI files of Azure/azure-rest-api-specs describe it. */
export interface OfficialOperation {
  method: string
  /** matches paths of requests, without the query */
  path: RegExp
  statuses: string[]
  /** what is wrong with a body of an answer of that status, a sentence each */
  faultsOf(status: number, body: unknown): string[]
}

/** Reads every operation of the files in `folder`. Types of files that are not there are taken to allow anything. */
export function officialOperations(folder: string): OfficialOperation[] {
  // The newest first, so that it is the one that an operation is found in.
  const names = readdirSync(folder).toSorted().reverse()
  const files = new Map(
    names.map((name): [string, JsonObject] => [name, parsed(readFileSync(join(folder, name), 'utf8'))]),
  )
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true })
  ajv.addSchema({ $id: 'official', $defs: definitionsOf(files) })
  return [...files].flatMap(([file, document]) =>
    // These are of any resource, and tell nothing of it.
    entriesOf(document['paths'])
      .filter(([path]) => !/\{(resourceId|parentResourcePath)\}/.test(path))
      .flatMap(([path, methods]) =>
        entriesOf(methods).flatMap(([method, operation]): OfficialOperation[] => {
          const responses =
            isJsonObject(operation) && isJsonObject(operation['responses']) ? operation['responses'] : {}
          return [
            {
              method: method.toUpperCase(),
              path: patternOf(path),
              statuses: Object.keys(responses),
              faultsOf(status, body) {
                const response = responses[status.toString()]
                const schema = isJsonObject(response) ? response['schema'] : undefined
                if (schema === undefined) return []
                const validate = ajv.compile(converted(schema, { file, files }))
                validate(body)
                return (validate.errors ?? []).map(
                  ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
                )
              },
            },
          ]
        }),
      ),
  )
}

/** Where a schema stands, so that what it refers to can be found. */
interface Place {
  file: string
  files: Map<string, JsonObject>
}

function definitionsOf(files: Map<string, JsonObject>): JsonObject {
  return Object.fromEntries(
    [...files].flatMap(([file, document]) =>
      entriesOf(document['definitions']).map(([name, schema]): [string, Json] => [
        keyOf(file, name),
        converted(schema, { file, files }),
      ]),
    ),
  )
}

/** JSON Schema that holds an object to the properties that are declared: a property nobody declares is a fault. */
function converted(schema: Json | undefined, place: Place): JsonObject {
  if (!isJsonObject(schema)) return {}
  const reference = textAt(schema, '$ref')
  if (reference !== undefined) {
    const target = referredTo(reference, place)
    return target === undefined ? {} : { $ref: `official#/$defs/${keyOf(target.file, target.name)}` }
  }
  const { type, items, enum: values } = schema
  const { properties, required, isClosed } = objectOf(schema, place)
  return {
    ...(type !== undefined && { type }),
    ...(values !== undefined && { enum: values }),
    ...(items !== undefined && { items: converted(items, place) }),
    properties,
    required,
    ...(isClosed && Object.keys(properties).length > 0 && { additionalProperties: false }),
  }
}

/** The properties of an object and of all that it is made of (`allOf`). Whatever is made of something unknown may hold anything. */
function objectOf(schema: JsonObject, place: Place): { properties: JsonObject; required: Json[]; isClosed: boolean } {
  const { allOf, required } = schema
  const parts = (Array.isArray(allOf) ? allOf : []).map((part) => {
    const target = referredTo(textAt(part, '$ref') ?? '', place)
    return target && objectOf(target.schema, { ...place, file: target.file })
  })
  const own = entriesOf(schema['properties']).map(([name, of]): [string, Json] => [name, converted(of, place)])
  return {
    properties: Object.fromEntries([...parts.flatMap((part) => entriesOf(part?.properties)), ...own]),
    required: [...parts.flatMap((part) => part?.required ?? []), ...(Array.isArray(required) ? required : [])],
    isClosed: schema['additionalProperties'] === undefined && parts.every((part) => part?.isClosed === true),
  }
}

function referredTo(
  reference: string,
  { file, files }: Place,
): { file: string; name: string; schema: JsonObject } | undefined {
  const [target = '', name = ''] = reference.split('#/definitions/')
  const found = target === '' ? file : fileNamed(target, file, files)
  const schema = found === undefined ? undefined : valueAt(files.get(found), 'definitions', name)
  return found === undefined || !isJsonObject(schema) ? undefined : { file: found, name, schema }
}

// `./diskRPCommon.json` stands beside this folder's `diskrp-2024-03-02-disk.json` as `diskrp-2024-03-02-common.json`.
function fileNamed(target: string, from: string, files: Map<string, JsonObject>): string | undefined {
  const wanted = basename(target, '.json').toLowerCase()
  if (target.endsWith('common-types/v1/common.json')) return 'compute-common-types-v1.json'
  const [family = ''] = /^[a-z]+-[\d-]+\d/.exec(from) ?? []
  return [...files.keys()].find(
    (name) =>
      name.startsWith(family) &&
      (wanted.endsWith('common') ? name.endsWith('-common.json') : name.toLowerCase().endsWith(`-${wanted}.json`)),
  )
}

function keyOf(file: string, name: string): string {
  return `${file}-${name}`.replaceAll(/[^\w.-]/g, '_')
}

function patternOf(path: string): RegExp {
  const escaped = path.replaceAll('.', String.raw`\.`).replaceAll(/\{[^}]+\}/g, '[^/]+')
  return new RegExp(`^${escaped}$`, 'i')
}

function entriesOf(value: Json | undefined): [string, Json | undefined][] {
  return isJsonObject(value) ? Object.entries(value) : []
}

function parsed(text: string): JsonObject {
  const value: unknown = JSON.parse(text)
  return isJsonObject(value) ? value : {}
}
