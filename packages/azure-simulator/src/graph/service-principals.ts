import * as z from 'zod/mini'
import { newServicePrincipal, type ServicePrincipalObject } from '../directory/objects.ts'
import { registrationFor, servicePrincipalNames } from '../directory/registrations.ts'
import { dropObject, keepObject, objectAt, objectsOf, servicePrincipalOf } from '../directory/tenant-objects.ts'
import type { Tenant } from '../world.ts'
import { defined, guid, parsedBody } from './body.ts'
import { collectionReply, selected } from './collection.ts'
import { badRequest, keyTaken, resourceNotFound } from './errors.ts'
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

const kept = z.optional(z.json())
const change = z.strictObject({
  appId: z.optional(guid),
  displayName: z.optional(z.string().check(z.minLength(1), z.maxLength(256))),
  accountEnabled: z.optional(z.boolean()),
  appRoleAssignmentRequired: kept,
  description: kept,
  homepage: kept,
  loginUrl: kept,
  logoutUrl: kept,
  notes: kept,
  notificationEmailAddresses: kept,
  preferredSingleSignOnMode: kept,
  servicePrincipalType: kept,
  tags: kept,
})

/** A service principal as Graph returns it: much of it comes from its application. */
export function presentPrincipal({ tenants, tenant }: GraphRequest, principal: ServicePrincipalObject): object {
  const { kind: _, more, ...rest } = principal
  const registration = registrationFor(tenants, tenant, principal.appId)
  const application = registration?.application
  return {
    deletedDateTime: null,
    alternativeNames: [],
    appDescription: null,
    appDisplayName: application?.displayName ?? null,
    appOwnerOrganizationId: registration?.homeTenantId ?? null,
    appRoleAssignmentRequired: false,
    appRoles: [],
    applicationTemplateId: null,
    description: null,
    homepage: null,
    keyCredentials: [],
    loginUrl: null,
    logoutUrl: null,
    notes: null,
    notificationEmailAddresses: [],
    passwordCredentials: [],
    preferredSingleSignOnMode: null,
    servicePrincipalType: 'Application',
    signInAudience: application?.signInAudience ?? null,
    tags: [],
    ...more,
    ...rest,
    oauth2PermissionScopes: application?.api.oauth2PermissionScopes ?? [],
    replyUrls: application ? [...application.web.redirectUris, ...application.spa.redirectUris] : [],
    servicePrincipalNames: application ? servicePrincipalNames(application) : [principal.appId],
  }
}

/** Deletes a service principal, with all grants to it and on it. */
export function removePrincipal(tenant: Tenant, { id }: ServicePrincipalObject): void {
  for (const grant of objectsOf(tenant, 'permissionGrant'))
    if (grant.clientId === id || grant.resourceId === id) dropObject(tenant, grant.id)
  dropObject(tenant, id)
}

function find(request: GraphRequest): ServicePrincipalObject | undefined {
  const { property, value } = keyAt(request, 0)
  if (property === 'id') return objectAt(request.tenant, value, 'servicePrincipal')
  if (property === 'appId') return servicePrincipalOf(request.tenant, value)
  throw badRequest(`Resource 'ServicePrincipal' has no key '${property}'.`)
}

function principalAt(request: GraphRequest): ServicePrincipalObject {
  const found = find(request)
  if (found) return found
  throw resourceNotFound(keyAt(request, 0).value)
}

function create(request: GraphRequest, of?: string): GraphReply {
  const { tenant, tenants, body } = request
  const { displayName, accountEnabled, appId = of, ...more } = parsedBody(change, body, 'ServicePrincipal')
  if (appId === undefined) throw badRequest("Property 'appId' of resource 'ServicePrincipal' is required.")
  const registration = registrationFor(tenants, tenant, appId)
  if (registration === undefined)
    throw badRequest(
      `The appId '${appId}' of the service principal does not reference a valid application object.`,
      'NoBackingApplicationObject',
    )
  if (servicePrincipalOf(tenant, appId))
    throw keyTaken(
      `The service principal cannot be created, updated, or restored because the service principal name ${appId} is already in use.`,
    )
  assertRoom(tenant)
  const principal = {
    ...newServicePrincipal(registration.application),
    ...defined({ displayName, accountEnabled }),
    more: defined(more),
  }
  keepObject(tenant, principal)
  return createdReply(request, 'servicePrincipals', presentPrincipal(request, principal))
}

function update(request: GraphRequest): GraphReply {
  const { property, value } = keyAt(request, 0)
  const present = find(request)
  if (present === undefined && request.createsIfMissing && property === 'appId') return create(request, value)
  const principal = present ?? principalAt(request)
  const { displayName, accountEnabled, appId, ...more } = parsedBody(change, request.body, 'ServicePrincipal')
  if (appId !== undefined && appId.toLowerCase() !== principal.appId)
    throw badRequest("Property 'appId' is read-only and cannot be set.")
  keepObject(request.tenant, {
    ...principal,
    ...defined({ displayName, accountEnabled }),
    more: { ...principal.more, ...defined(more) },
  })
  return { status: 204 }
}

/** Applications as this tenant uses them: https://learn.microsoft.com/graph/api/resources/serviceprincipal */
export const servicePrincipals: GraphOperation[] = [
  operation('GET serviceprincipals', 'reader of the directory', (request) =>
    collectionReply(
      request,
      { entity: 'servicePrincipals', type: 'servicePrincipal' },
      objectsOf(request.tenant, 'servicePrincipal').map((principal) => presentPrincipal(request, principal)),
    ),
  ),
  operation('POST serviceprincipals', 'application administrator', (request) => create(request)),
  operation('GET serviceprincipals/{}', 'reader of the directory', (request) =>
    entityReply(request, 'servicePrincipals', selected(request.query, presentPrincipal(request, principalAt(request)))),
  ),
  operation('PATCH serviceprincipals/{}', 'application administrator', update),
  operation('DELETE serviceprincipals/{}', 'application administrator', (request) => {
    removePrincipal(request.tenant, principalAt(request))
    return { status: 204 }
  }),
]
