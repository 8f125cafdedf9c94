import { randomUUID, X509Certificate } from 'node:crypto'
import { newApplication, type ApplicationObject, type KeyCredential } from '../../directory/objects.ts'
import {
  applicationOf,
  dropObject,
  keepObject,
  objectAt,
  objectsOf,
  servicePrincipalOf,
} from '../../directory/tenant-objects.ts'
import { defined, parsedBody } from '../body.ts'
import { collectionReply, selected } from '../collection.ts'
import { badRequest, resourceNotFound } from '../errors.ts'
import {
  createdReply,
  entityReply,
  isoSeconds,
  keyAt,
  operation,
  type GraphKey,
  type GraphOperation,
  type GraphReply,
  type GraphRequest,
} from '../request.ts'
import { assertRoom } from '../room.ts'
import { removePrincipal } from '../service-principals.ts'
import { applicationBody, type ApplicationBody, type KeyCredentialBody } from './application-body.ts'
import { assertFit } from './application-rules.ts'
import { presentApplication } from './present-application.ts'

/** The application in the path: by its `id`, its `appId` or its `uniqueName`. Throws 404. */
export function applicationAt(request: GraphRequest): ApplicationObject {
  const key = keyAt(request, 0)
  const found = findApplication(request, key)
  if (found) return found
  throw resourceNotFound(key.value)
}

function findApplication({ tenant }: GraphRequest, { property, value }: GraphKey): ApplicationObject | undefined {
  if (property === 'id') return objectAt(tenant, value, 'application')
  if (property === 'appId') return applicationOf(tenant, value)
  if (property === 'uniqueName') return objectsOf(tenant, 'application').find(({ uniqueName }) => uniqueName === value)
  throw badRequest(`Resource 'Application' has no key '${property}'.`)
}

function create(request: GraphRequest, uniqueName?: string): GraphReply {
  const { tenant, body, now } = request
  const parsed = parsedBody(applicationBody, body, 'Application')
  const { displayName } = parsed
  if (displayName === undefined) throw badRequest("Property 'displayName' of resource 'Application' is required.")
  assertRoom(tenant)
  const blank = newApplication({
    id: randomUUID(),
    appId: randomUUID(),
    displayName,
    createdDateTime: isoSeconds(now),
  })
  const { signInAudience = blank.signInAudience } = parsed
  // An application for personal accounts accepts tokens of version 2 only.
  const requestedAccessTokenVersion = signInAudience.includes('Personal') ? 2 : null
  const application = changed(
    { ...blank, api: { ...blank.api, requestedAccessTokenVersion } },
    { ...parsed, ...(uniqueName !== undefined && { uniqueName }) },
  )
  assertFit(tenant, application, undefined)
  keepObject(tenant, application)
  return createdReply(request, 'applications', presentApplication(tenant, application))
}

function update(request: GraphRequest): GraphReply {
  const { tenant, body } = request
  const key = keyAt(request, 0)
  const present = findApplication(request, key)
  if (present === undefined && request.createsIfMissing && key.property === 'uniqueName')
    return create(request, key.value)
  const application = present ?? applicationAt(request)
  const parsed = parsedBody(applicationBody, body, 'Application')
  if (parsed.uniqueName !== undefined && parsed.uniqueName !== application.uniqueName)
    throw badRequest("Property 'uniqueName' is read-only and cannot be set.")
  const next = changed(application, parsed)
  assertFit(tenant, next, application)
  keepObject(tenant, next)
  return { status: 204 }
}

/** The application with the sent values: omitted parts of `api`, `spa`, `web` stay. */
function changed(application: ApplicationObject, sent: ApplicationBody): ApplicationObject {
  const { displayName, uniqueName, signInAudience, identifierUris, api, spa, web, publicClient, ...rest } = sent
  const { requiredResourceAccess, keyCredentials, ...more } = rest
  return {
    ...application,
    ...defined({ displayName, uniqueName, signInAudience, identifierUris, requiredResourceAccess }),
    api: { ...application.api, ...defined(api ?? {}) },
    spa: { ...application.spa, ...defined(spa ?? {}) },
    web: { ...application.web, ...defined(web ?? {}) },
    publicClient: { ...application.publicClient, ...defined(publicClient ?? {}) },
    ...(keyCredentials && { keyCredentials: keyCredentialsFrom(keyCredentials, application.keyCredentials) }),
    more: { ...application.more, ...defined(more) },
  }
}

/** Registrations of the caller's tenant: https://learn.microsoft.com/graph/api/resources/application */
export const applications: GraphOperation[] = [
  operation('GET applications', 'reader of the directory', (request) =>
    collectionReply(
      request,
      { entity: 'applications', type: 'application' },
      objectsOf(request.tenant, 'application').map((application) => presentApplication(request.tenant, application)),
    ),
  ),
  operation('POST applications', 'application administrator', (request) => create(request)),
  operation('GET applications/{}', 'reader of the directory', (request) =>
    entityReply(
      request,
      'applications',
      selected(request.query, presentApplication(request.tenant, applicationAt(request))),
    ),
  ),
  operation('PATCH applications/{}', 'application administrator', update),
  operation('DELETE applications/{}', 'application administrator', (request) => {
    const { tenant } = request
    const { id, appId } = applicationAt(request)
    const principal = servicePrincipalOf(tenant, appId)
    if (principal) removePrincipal(tenant, principal)
    dropObject(tenant, id)
    return { status: 204 }
  }),
  // Owners are not stored: ownership gives no permissions here.
  operation('GET applications/{}/owners', 'reader of the directory', (request) => {
    applicationAt(request)
    return collectionReply(request, { entity: 'directoryObjects', type: 'directoryObject' }, [])
  }),
]

/**
 * The certificates of an application after a write. One that Graph had returned comes back without its key, and stays.
 * Throws 400 for an invalid certificate, and for one whose end is after its expiry.
 * https://learn.microsoft.com/graph/api/resources/keycredential
 */
function keyCredentialsFrom(sent: KeyCredentialBody[], present: KeyCredential[]): KeyCredential[] {
  return sent.map(({ keyId, key, type, usage, displayName, startDateTime, endDateTime }) => {
    const kept = present.find((credential) => credential.keyId === keyId?.toLowerCase())
    const held = key ?? kept?.key
    if (!held) throw badRequest("Key credential has no value for property 'key'.", 'KeyCredentialsInvalidKey')
    const certificate = certificateFrom(held)
    const end = endDateTime ?? kept?.endDateTime ?? isoOf(certificate.validTo)
    if (Date.parse(end) > Date.parse(certificate.validTo))
      throw badRequest('Key credential end date is invalid.', 'KeyCredentialsInvalidEndDate')
    return {
      keyId: keyId?.toLowerCase() ?? randomUUID(),
      displayName: displayName ?? kept?.displayName ?? certificate.subject,
      type,
      usage,
      key: certificate.raw.toString('base64'),
      customKeyIdentifier: certificate.fingerprint.replaceAll(':', ''),
      startDateTime: startDateTime ?? kept?.startDateTime ?? isoOf(certificate.validFrom),
      endDateTime: end,
    }
  })
}

// Graph accepts the certificate as DER or as the text of a PEM file, in base64.
function certificateFrom(key: string): X509Certificate {
  try {
    return new X509Certificate(Buffer.from(key, 'base64'))
  } catch {
    throw badRequest('Key credential value is not a valid certificate.', 'KeyCredentialsInvalidKey')
  }
}

function isoOf(date: string): string {
  return new Date(date).toISOString().replace(/\.\d+/, '')
}
