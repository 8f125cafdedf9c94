import { Ajv } from 'ajv'
import { isJsonObject, type Json, type JsonObject } from '../../json.ts'
import { patternOf, readFacts, type ApiFacts, type Fact, type TypeFacts } from './facts.ts'

/** An operation as the OpenAPI files of Azure/azure-rest-api-specs describe it. */
export interface OfficialOperation {
  method: string
  /** matches paths of requests, without the query */
  path: RegExp
  statuses: string[]
  /** what is wrong with a request body, one sentence each */
  requestFaultsOf(body: unknown): string[]
  /** what is wrong with a response body of that status, one sentence each */
  faultsOf(status: number, body: unknown): string[]
  /** a body of a request with `mark` in each text that only the service writes */
  marked(body: Json, mark: string): Json
}

/** Every operation that there are facts of. */
export function officialOperations(): OfficialOperation[] {
  return [...readFacts()].flatMap(([api, facts]) => operationsOf(api, facts))
}

function operationsOf(api: string, { operations, types }: ApiFacts): OfficialOperation[] {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true })
  const $defs = Object.fromEntries(Object.entries(types).map(([name, type]) => [name, schemaOfType(type)]))
  ajv.addSchema({ $id: api, $defs })
  const faultsOf = (fact: Fact | null | undefined, body: unknown) => {
    if (fact === undefined || fact === null) return []
    const validate = ajv.compile(schemaOf(fact, api))
    validate(body)
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    )
  }
  return Object.entries(operations).map(([operation, { takes, answers }]): OfficialOperation => {
    const [method = '', path = ''] = operation.split(' ')
    return {
      method,
      path: patternOf(path),
      statuses: Object.keys(answers),
      requestFaultsOf: (body) => faultsOf(takes, body),
      faultsOf: (status, body) => faultsOf(answers[status], body),
      marked: (body, mark) => (takes === undefined ? body : markedAs(takes, { body, mark, types })),
    }
  })
}

/** JSON Schema that limits an object to the declared properties: an undeclared property is a fault. */
function schemaOfType({ properties, required = [], open }: TypeFacts): JsonObject {
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(properties).map(([name, fact]) => [name, schemaOf(fact)])),
    required,
    ...(!open && { additionalProperties: false }),
  }
}

function schemaOf(fact: Fact, api = ''): JsonObject {
  if (Array.isArray(fact)) return { type: 'array', items: schemaOf(fact[0], api) }
  if (typeof fact === 'object')
    return 'enum' in fact ? { enum: fact.enum } : { type: 'object', additionalProperties: schemaOf(fact.of, api) }
  if (fact.startsWith('#')) return { $ref: `${api}#/$defs/${fact.slice(1)}` }
  return fact === 'any' ? {} : { type: fact }
}

interface Marking {
  body: Json
  mark: string
  types: ApiFacts['types']
}

// Only in objects that the body already has: omitted ones stay omitted.
function markedAs(fact: Fact, { body, mark, types }: Marking): Json {
  if (Array.isArray(fact))
    return Array.isArray(body) ? body.map((item) => markedAs(fact[0], { body: item, mark, types })) : body
  const type = typeof fact === 'string' ? types[fact.slice(1)] : undefined
  if (type === undefined || !isJsonObject(body)) return body
  const { properties, readOnly = [] } = type
  const inside = Object.entries(body).map(([name, value = null]): [string, Json] => {
    const of = properties[name]
    return [name, of === undefined ? value : markedAs(of, { body: value, mark, types })]
  })
  const added = readOnly.filter((name) => properties[name] === 'string').map((name): [string, Json] => [name, mark])
  return Object.fromEntries([...inside, ...added])
}
