import * as z from 'zod/mini'
import { objectAt } from '../directory/tenant-objects.ts'
import type { Group, User } from '../world.ts'
import { presentApplication } from './application/present-application.ts'
import { parsedBody } from './body.ts'
import { collectionReply, selected } from './collection.ts'
import { badRequest, resourceNotFound } from './errors.ts'
import { entityReply, keyAt, operation, type GraphOperation, type GraphRequest } from './request.ts'
import { presentPrincipal } from './service-principals.ts'

const idsBody = z.looseObject({ ids: z.array(z.string()), types: z.optional(z.array(z.string())) })

function presentUser({ id, displayName, jobTitle, userPrincipalName, home }: User): object {
  const [givenName = '', ...rest] = displayName.split(' ')
  return {
    businessPhones: [],
    displayName,
    givenName,
    jobTitle: jobTitle.en,
    mail: home?.userPrincipalName ?? userPrincipalName,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname: rest.join(' '),
    userPrincipalName,
    id,
    userType: home ? 'Guest' : 'Member',
  }
}

function presentGroup({ id, displayName }: Group): object {
  return { id, displayName, description: null, groupTypes: [], mailEnabled: false, securityEnabled: true }
}

/** An object of any kind, with its type. */
function presentObject(request: GraphRequest, id: string): { type: string; object: object } | undefined {
  const { tenant } = request
  const user = tenant.users.find((each) => each.id === id.toLowerCase())
  if (user) return { type: 'user', object: presentUser(user) }
  const group = tenant.groups?.find((each) => each.id === id.toLowerCase())
  if (group) return { type: 'group', object: presentGroup(group) }
  const principal = objectAt(tenant, id, 'servicePrincipal')
  if (principal) return { type: 'servicePrincipal', object: presentPrincipal(request, principal) }
  const application = objectAt(tenant, id, 'application')
  return application && { type: 'application', object: presentApplication(tenant, application) }
}

/** The users of the tenant, and the tenant itself. The users are those of the world: none is added or removed. */
export const people: GraphOperation[] = [
  operation('GET me', 'signed in', (request) => {
    const { tenant, caller, query } = request
    const user = tenant.users.find(({ id }) => id === caller.objectId)
    if (user === undefined) throw badRequest('/me request is only valid with delegated authentication flow.')
    return entityReply(request, 'users', selected(query, presentUser(user)))
  }),
  operation('GET organization', 'signed in', (request) => {
    const { tenantId, tenantName, domain } = request.tenant
    const verifiedDomain = { name: domain, type: 'Managed', isDefault: true, isInitial: true, capabilities: '' }
    const organization = {
      id: tenantId,
      displayName: tenantName,
      tenantType: 'AAD',
      verifiedDomains: [verifiedDomain],
    }
    return collectionReply(request, { entity: 'organization', type: 'organization' }, [organization])
  }),
  operation('GET users', 'reader of the directory', (request) =>
    collectionReply(request, { entity: 'users', type: 'user' }, request.tenant.users.map(presentUser)),
  ),
  operation('GET users/{}', 'reader of the directory', (request) => {
    const { value } = keyAt(request, 0)
    const user = request.tenant.users.find(({ id, userPrincipalName }) =>
      [id, userPrincipalName.toLowerCase()].includes(value.toLowerCase()),
    )
    if (user === undefined) throw resourceNotFound(value)
    return entityReply(request, 'users', selected(request.query, presentUser(user)))
  }),
  operation('GET groups', 'reader of the directory', (request) =>
    collectionReply(request, { entity: 'groups', type: 'group' }, (request.tenant.groups ?? []).map(presentGroup)),
  ),
  operation('POST directoryobjects/getbyids', 'reader of the directory', (request) => {
    const { ids, types } = parsedBody(idsBody, request.body, 'DirectoryObject')
    const value = ids.flatMap((id) => {
      const found = presentObject(request, id)
      return found && (types === undefined || types.includes(found.type))
        ? [{ '@odata.type': `#microsoft.graph.${found.type}`, ...found.object }]
        : []
    })
    return { status: 200, body: { '@odata.context': `${request.origin}/v1.0/$metadata#directoryObjects`, value } }
  }),
]
