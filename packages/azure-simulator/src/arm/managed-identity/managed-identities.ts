import { credentialType, identityType as type } from '../../directory/managed-identities.ts'
import { valueAt } from '../../json.ts'
import { isLoopback } from '../../origin.ts'
import type { StoredResource } from '../../store/store.ts'
import { bodyReader } from '../body-reader.ts'
import {
  getOperation,
  listBySubscriptionOperation,
  listOperation,
  newResourceId,
  pathOf,
  requestedId,
} from '../collections.ts'
import { badRequest } from '../errors.ts'
import { guidOf } from '../guid.ts'
import { putOperation } from '../put-operation.ts'
import { operation, type ArmOperation, type ArmReply, type ArmRequest } from '../request.ts'
import { removeOperation, requestedProperties } from '../writing.ts'

// An identity is there at once, and has no provisioning state.
const identity = {
  type,
  present: ({ id, location, name, tags, properties }: StoredResource, { tenant }: ArmRequest) => ({
    location,
    tags: tags ?? {},
    id,
    name,
    type,
    properties: { tenantId: tenant.tenantId, ...properties },
  }),
}

/** User-assigned identities: https://learn.microsoft.com/rest/api/managedidentity/user-assigned-identities */
export const managedIdentities: ArmOperation[] = [
  getOperation(identity),
  listOperation(identity),
  listBySubscriptionOperation(identity),
  putOperation(type, ({ request, stored, named, startedAt }) => {
    const { id } = named
    const resource: StoredResource = {
      ...named,
      properties: {
        principalId: guidOf(`principal of ${id}`),
        clientId: guidOf(`client of ${id}`),
      },
      change: stored?.change ?? { state: 'Creating', startedAt, endsAt: startedAt },
    }
    request.tenant.store.put(resource)
    return {
      status: stored ? 200 : 201,
      body: identity.present(resource, request),
      headers: stored ? {} : { location: encodeURI(id) },
    }
  }),
  removeOperation(type),
]

const mostCredentials = 20

/**
 * The tokens of others that an identity is proved with: GET, list, PUT and DELETE.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
 */
export const identityCredentials: ArmOperation[] = [
  getOperation({ type: credentialType, present: presentCredential }),
  listOperation({ type: credentialType, present: presentCredential }),
  operation(`PUT ${pathOf(credentialType)}`, `${credentialType}/write`, putCredential),
  removeOperation(credentialType),
]

function presentCredential({ id, name, properties }: StoredResource) {
  return { id, name, type: credentialType, properties }
}

function putCredential(request: ArmRequest): ArmReply {
  const { store } = request.tenant
  const requested = requestedId(request, credentialType)
  const id = newResourceId(request, requested)
  const stored = store.get(id)
  const name = requested.names.at(-1) ?? ''
  if (!/^[A-Za-z\d][\w-]{2,119}$/.test(name))
    throw badRequest(`The federated identity credential name '${name}' is not valid.`)
  const sent = bodyReader(requestedProperties(request), 'properties')
  const [issuer = '', subject = ''] = [sent.text('issuer'), sent.text('subject')]
  const audiences = valueAt(requestedProperties(request), 'audiences')
  const audience = Array.isArray(audiences) && audiences.length === 1 ? audiences[0] : undefined
  if (typeof audience !== 'string' || audience === '')
    throw badRequest('Property audiences of a federated identity credential must have one value.')
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined
  if (url?.protocol !== 'https:' && !(url?.protocol === 'http:' && isLoopback(url.hostname)))
    throw badRequest(`The issuer '${issuer}' of a federated identity credential must be an https URL.`)
  if (subject === '' || [issuer, subject, audience].some(({ length }) => length > 600))
    throw badRequest('Issuer, subject and audience of a federated identity credential have 1 to 600 characters.')
  const others = store.list(id.slice(0, id.indexOf('/federatedIdentityCredentials/')), credentialType)
  const isOther = (other: StoredResource) => other.id.toLowerCase() !== id.toLowerCase()
  if (others.some((other) => isOther(other) && isSamePair(other, issuer, subject)))
    throw badRequest('Issuer and subject combination already exists for this Managed Identity.')
  if (stored === undefined && others.length >= mostCredentials)
    throw badRequest(`Too many federated identity credentials. A managed identity has at most ${mostCredentials}.`)
  const properties = { issuer, subject, audiences: [audience] }
  const resource: StoredResource = { id, type: credentialType, name: stored?.name ?? name, location: '', properties }
  store.put(resource)
  return { status: stored ? 200 : 201, body: presentCredential(resource) }
}

function isSamePair({ properties }: StoredResource, issuer: string, subject: string): boolean {
  return properties['issuer'] === issuer && properties['subject'] === subject
}
