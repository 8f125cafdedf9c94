import { storedTags } from '@portal/image-version'
import * as portalApi from '@portal/portal-api'
import type { Endpoint } from '@portal/portal-api'
import { Router } from 'express'
import * as z from 'zod/mini'
import server from '../../package.json' with { type: 'json' }
import type { Registration } from '../auth/registration.ts'
import type { Cloud } from '../cloud.ts'
import { traceOf } from '../telemetry/trace.ts'
import type { Route } from './route.ts'

type AnyEndpoint = Endpoint<z.ZodMiniType, z.ZodMiniType>
type JsonSchema = z.core.JSONSchema.BaseSchema

const path = '/api/openapi.json'

interface Described {
  routes: readonly Pick<Route, 'endpoint'>[]
  cloud: Pick<Cloud, 'signIn'>
  registration: Pick<Registration, 'api'>
}

/** Serves the description of the portal's own API to anybody; it holds nothing of a user or tenant. */
export function openApi(described: Described): Router {
  const router = Router({ caseSensitive: true, strict: true })
  let body: string | undefined
  router.get(path, (_request, response) => {
    traceOf(response).route = path
    body ??= JSON.stringify(openApiDocument(described))
    response.setHeader('Cache-Control', 'public, max-age=3600')
    response.type('application/json').end(body)
  })
  return router
}

/**
 * The OpenAPI 3.1 document of `routes`, made from the schemas that parse their requests and answers: what it says of a
 * call is what the server accepts. Schemas and operations have the names of their exports in `@portal/portal-api`.
 * https://spec.openapis.org/oas/v3.1.1.html
 */
function openApiDocument({ routes, cloud, registration }: Described) {
  const { scope } = registration.api
  const sent = schemasOf('input')
  const paths = Object.groupBy(routes, ({ endpoint }) => endpoint.path)
  return {
    openapi: '3.1.1',
    info: { title: 'Gallery Encryption Portal', version: server.version },
    servers: [{ url: '/' }],
    security: [{ entraId: [scope] }],
    paths: Object.fromEntries(
      Object.entries(paths).map(([at, here = []]) => [
        at,
        Object.fromEntries(here.map(({ endpoint }) => [endpoint.method.toLowerCase(), operationOf(endpoint, sent)])),
      ]),
    ),
    components: {
      schemas: componentSchemas(sent),
      securitySchemes: {
        entraId: {
          type: 'oauth2',
          flows: {
            authorizationCode: {
              authorizationUrl: `${cloud.signIn.authority}/oauth2/v2.0/authorize`,
              tokenUrl: `${cloud.signIn.authority}/oauth2/v2.0/token`,
              scopes: { [scope]: 'Act in Azure as the signed-in user' },
            },
          },
        },
      },
    },
  }
}

const named = Object.entries(portalApi)
const endpointNames: ReadonlyMap<AnyEndpoint, string> = new Map(
  named.flatMap(([name, value]) => (isEndpoint(value) ? [[value, name] as const] : [])),
)

function operationOf(endpoint: AnyEndpoint, sent: Schemas) {
  const operationId = endpointNames.get(endpoint) ?? endpoint.path
  return {
    operationId,
    summary: sentenceOf(operationId),
    ...(endpoint.forAnybody === true && { security: [{}] }),
    ...requestOf(endpoint, sent),
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: componentOf(endpoint.response) } } },
      default: {
        description: 'A problem: its code says which',
        content: { 'application/problem+json': { schema: componentOf(portalApi.problem) } },
      },
    },
  }
}

function requestOf({ method, request }: AnyEndpoint, sent: Schemas) {
  if (method !== 'GET')
    return { requestBody: { required: true, content: { 'application/json': { schema: componentOf(request) } } } }
  const { properties = {}, required = [] } = sent[nameOf(request)] ?? {}
  const parameters = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
  return { parameters }
}

/** `listImageVersions` as `List image versions`. */
function sentenceOf(operationId: string): string {
  const words = operationId.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** Every exported schema, and the requests and answers that have no name of their own. */
const components = z.registry<{ id: string }>()
for (const [id, value] of named) if (isSchema(value) && !components.has(value)) components.add(value, { id })
for (const [endpoint, name] of endpointNames) {
  if (!components.has(endpoint.request)) components.add(endpoint.request, { id: `${name}Request` })
  if (!components.has(endpoint.response)) components.add(endpoint.response, { id: `${name}Response` })
}

function nameOf(schema: z.ZodMiniType): string {
  return components.get(schema)?.id ?? ''
}

function componentOf(schema: z.ZodMiniType) {
  return { $ref: `#/components/schemas/${nameOf(schema)}` }
}

// A request is described as it is sent; an answer as it is received, with the defaults that the server fills in.
function componentSchemas(sent: Schemas) {
  const received = schemasOf('output')
  const requests = new Set([...endpointNames.keys()].map(({ request }) => nameOf(request)))
  return Object.fromEntries(
    Object.entries(received).map(([name, schema]) => [name, requests.has(name) ? sent[name] : schema]),
  )
}

type Schemas = ReturnType<typeof schemasOf>

function schemasOf(io: 'input' | 'output') {
  const { schemas } = z.toJSONSchema(components, {
    io,
    uri: (id) => `#/components/schemas/${id}`,
    // What only code can check is a record of tags, or one of the codes that the portal has a text for.
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema === storedTags)
        Object.assign(jsonSchema, { type: 'object', additionalProperties: { type: 'string' } } satisfies JsonSchema)
      else if (zodSchema instanceof z.core.$ZodCustom) jsonSchema.type = 'string'
    },
  })
  // JSON values, which contain themselves, are kept apart by zod: here they are a component like the others.
  const { __shared: apart, ...rest } = withRefs(schemas)
  return Object.fromEntries(
    Object.entries({ ...rest, ...apart?.$defs }).map(([name, { $schema: _version, $id: _address, ...schema }]) => [
      name,
      schema,
    ]),
  )
}

function withRefs<Schemas>(schemas: Schemas): Schemas {
  // oxlint-disable-next-line typescript/no-unsafe-assignment -- the same but for its references
  const mended: Schemas = JSON.parse(JSON.stringify(schemas).replaceAll('__shared#/$defs/', ''))
  return mended
}

function isSchema(value: unknown): value is z.ZodMiniType {
  return value instanceof z.ZodMiniType
}

function isEndpoint(value: unknown): value is AnyEndpoint {
  return typeof value === 'object' && value !== null && 'request' in value && 'response' in value && 'path' in value
}
