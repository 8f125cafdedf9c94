import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import type { ApplicationObject, FederatedIdentityCredential } from '../../directory/objects.ts'
import { keepObject } from '../../directory/tenant-objects.ts'
import { isLoopback } from '../../origin.ts'
import { defined, parsedBody } from '../body.ts'
import { collectionReply, selected } from '../collection.ts'
import { badRequest, keyTaken, resourceNotFound } from '../errors.ts'
import {
  createdReply,
  entityReply,
  keyAt,
  operation,
  type GraphOperation,
  type GraphReply,
  type GraphRequest,
} from '../request.ts'
import { applicationAt } from './applications.ts'

const text = z.string().check(z.minLength(1), z.maxLength(600))
const change = z.strictObject({
  name: z.optional(z.string().check(z.regex(/^[A-Za-z\d][\w-]{2,119}$/))),
  issuer: z.optional(text),
  subject: z.optional(text),
  audiences: z.optional(z.array(text).check(z.length(1))),
  description: z.optional(z.nullable(z.string().check(z.maxLength(600)))),
})

const resource = 'FederatedIdentityCredential'
const most = 20

function create(request: GraphRequest, name?: string): GraphReply {
  const application = applicationAt(request)
  const parsed = { ...parsedBody(change, request.body, resource), ...(name !== undefined && { name }) }
  const { issuer, subject, audiences, description = null } = parsed
  if (parsed.name === undefined || issuer === undefined || subject === undefined || audiences === undefined)
    throw badRequest(`A ${resource} needs the properties name, issuer, subject and audiences.`)
  const { federatedIdentityCredentials: present } = application
  if (present.some((other) => other.name === parsed.name))
    throw keyTaken(`FederatedIdentityCredential with name ${parsed.name} already exists.`)
  if (present.length >= most) throw badRequest(`Federated identity credentials of an application are at most ${most}.`)
  const credential = { id: randomUUID(), name: parsed.name, issuer, subject, audiences, description }
  keep(request, application, [...present, credential])
  return createdReply(request, entityOf(application), credential)
}

function update(request: GraphRequest): GraphReply {
  const { property, value } = keyAt(request, 1)
  const present = find(request)
  if (present === undefined && request.createsIfMissing && property === 'name') return create(request, value)
  const credential = present ?? credentialAt(request)
  const application = applicationAt(request)
  const parsed = parsedBody(change, request.body, resource)
  if (parsed.name !== undefined && parsed.name !== credential.name)
    throw badRequest("Property 'name' is read-only and cannot be set.")
  const next = { ...credential, ...defined(parsed) }
  keep(
    request,
    application,
    application.federatedIdentityCredentials.map((other) => (other.id === credential.id ? next : other)),
  )
  return { status: 204 }
}

function keep({ tenant }: GraphRequest, application: ApplicationObject, all: FederatedIdentityCredential[]): void {
  for (const { issuer, subject } of all) {
    const url = URL.canParse(issuer) ? new URL(issuer) : undefined
    const isLocal = url?.protocol === 'http:' && isLoopback(url.hostname)
    if (url?.protocol !== 'https:' && !isLocal) throw badRequest(`The issuer '${issuer}' must be an https URL.`)
    const same = all.filter((other) => other.issuer === issuer && other.subject === subject)
    if (same.length > 1)
      throw badRequest(
        'FederatedIdentityCredential with the same issuer and subject already exists on this application.',
      )
  }
  keepObject(tenant, { ...application, federatedIdentityCredentials: all })
}

// az sends a name instead of an ID.
function find(request: GraphRequest): FederatedIdentityCredential | undefined {
  const { property, value } = keyAt(request, 1)
  return applicationAt(request).federatedIdentityCredentials.find(
    ({ id, name }) => name === value || (property === 'id' && id === value.toLowerCase()),
  )
}

function credentialAt(request: GraphRequest): FederatedIdentityCredential {
  const found = find(request)
  if (found) return found
  throw resourceNotFound(keyAt(request, 1).value)
}

function entityOf({ id }: ApplicationObject): string {
  return `applications('${id}')/federatedIdentityCredentials`
}

const all = 'applications/{}/federatedidentitycredentials'

/**
 * Tokens of others that an application is proved by:
 * https://learn.microsoft.com/graph/api/resources/federatedidentitycredential
 */
export const federatedIdentityCredentials: GraphOperation[] = [
  operation(`GET ${all}`, 'reader of the directory', (request) => {
    const application = applicationAt(request)
    const of = { entity: entityOf(application), type: 'federatedIdentityCredential' }
    return collectionReply(request, of, application.federatedIdentityCredentials)
  }),
  operation(`POST ${all}`, 'application administrator', (request) => create(request)),
  operation(`GET ${all}/{}`, 'reader of the directory', (request) =>
    entityReply(request, entityOf(applicationAt(request)), selected(request.query, credentialAt(request))),
  ),
  operation(`PATCH ${all}/{}`, 'application administrator', update),
  operation(`DELETE ${all}/{}`, 'application administrator', (request) => {
    const { id } = credentialAt(request)
    const application = applicationAt(request)
    const rest = application.federatedIdentityCredentials.filter((other) => other.id !== id)
    keep(request, application, rest)
    return { status: 204 }
  }),
]
