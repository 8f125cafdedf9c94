import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import type { PermissionGrant } from '../directory/objects.ts'
import { dropObject, keepObject, objectAt, objectsOf } from '../directory/tenant-objects.ts'
import { guid, parsedBody } from './body.ts'
import { collectionReply, selected } from './collection.ts'
import { badRequest, GraphRefusal, keyTaken, resourceNotFound } from './errors.ts'
import {
  createdReply,
  entityReply,
  keyAt,
  operation,
  type GraphOperation,
  type GraphReply,
  type GraphRequest,
} from './request.ts'
import { assertRoom } from './room.ts'

const addition = z.strictObject({
  clientId: guid,
  consentType: z.enum(['AllPrincipals', 'Principal']),
  principalId: z.optional(z.nullable(guid)),
  resourceId: guid,
  scope: z.optional(z.nullable(z.string())),
  // Required by older versions of Graph; they no longer have a meaning.
  startTime: z.optional(z.nullable(z.string())),
  expiryTime: z.optional(z.nullable(z.string())),
})
const change = z.strictObject({ scope: z.nullable(z.string()) })

function present({ kind: _, ...grant }: PermissionGrant): object {
  return grant
}

function grantAt({ tenant, ...request }: GraphRequest): PermissionGrant {
  const { value } = keyAt({ tenant, ...request }, 0)
  const found = objectAt(tenant, value, 'permissionGrant')
  if (found) return found
  throw resourceNotFound(value)
}

function create(request: GraphRequest): GraphReply {
  const { tenant, body } = request
  const sent = parsedBody(addition, body, 'OAuth2PermissionGrant')
  const { consentType } = sent
  const [clientId, resourceId] = [sent.clientId.toLowerCase(), sent.resourceId.toLowerCase()]
  for (const id of [clientId, resourceId])
    if (objectAt(tenant, id, 'servicePrincipal') === undefined)
      throw new GraphRefusal([404, 'Directory_ObjectNotFound'], `No service principal with the id '${id}' was found.`)
  const principalId = sent.principalId?.toLowerCase() ?? null
  if ((consentType === 'Principal') !== (principalId !== null))
    throw badRequest("Property 'principalId' is needed for the consent type Principal, and for no other.")
  if (principalId !== null && !tenant.users.some(({ id }) => id === principalId))
    throw new GraphRefusal([404, 'Directory_ObjectNotFound'], `No user with the id '${principalId}' was found.`)
  const isThere = objectsOf(tenant, 'permissionGrant').some(
    (grant) => grant.clientId === clientId && grant.resourceId === resourceId && grant.principalId === principalId,
  )
  if (isThere) throw keyTaken('Permission entry already exists.')
  assertRoom(tenant)
  const grant: PermissionGrant = {
    kind: 'permissionGrant',
    id: randomUUID(),
    clientId,
    consentType,
    principalId,
    resourceId,
    scope: tidy(sent.scope ?? ''),
  }
  keepObject(tenant, grant)
  return createdReply(request, 'oauth2PermissionGrants', present(grant))
}

function tidy(scope: string): string {
  return scope.split(/\s+/).filter(Boolean).join(' ')
}

/** Consents: https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant */
export const permissionGrants: GraphOperation[] = [
  operation('GET oauth2permissiongrants', 'reader of the directory', (request) =>
    collectionReply(
      request,
      { entity: 'oauth2PermissionGrants', type: 'oAuth2PermissionGrant' },
      objectsOf(request.tenant, 'permissionGrant').map(present),
    ),
  ),
  operation('POST oauth2permissiongrants', 'application administrator', create),
  operation('GET oauth2permissiongrants/{}', 'reader of the directory', (request) =>
    entityReply(request, 'oauth2PermissionGrants', selected(request.query, present(grantAt(request)))),
  ),
  operation('PATCH oauth2permissiongrants/{}', 'application administrator', (request) => {
    const grant = grantAt(request)
    const { scope } = parsedBody(change, request.body, 'OAuth2PermissionGrant')
    keepObject(request.tenant, { ...grant, scope: tidy(scope ?? '') })
    return { status: 204 }
  }),
  operation('DELETE oauth2permissiongrants/{}', 'application administrator', (request) => {
    dropObject(request.tenant, grantAt(request).id)
    return { status: 204 }
  }),
]
