import { randomUUID } from 'node:crypto'
import type { PermissionGrant } from './objects.ts'
import type { Api } from './registrations.ts'
import { keepObject, objectsOf, type DirectoryHolder } from './tenant-objects.ts'

/** Somebody who acts towards an API by way of a client. */
export interface Delegation {
  client: { appId: string; servicePrincipalId: string | undefined }
  userId: string
}

/**
 * The scopes of the API that the client has for the user: by user consent, by admin consent, or because the API's own
 * registration preauthorizes the client. A scope that the API no longer offers does not count.
 * https://learn.microsoft.com/entra/identity-platform/permissions-consent-overview#preauthorization
 */
export function consentedScopes(tenant: DirectoryHolder, { client, userId }: Delegation, api: Api): string[] {
  const { oauth2PermissionScopes, preAuthorizedApplications } = api.application.api
  const granted = new Set(
    objectsOf(tenant, 'permissionGrant')
      .filter(
        ({ clientId, resourceId }) => clientId === client.servicePrincipalId && resourceId === api.servicePrincipal.id,
      )
      .filter(({ consentType, principalId }) => consentType === 'AllPrincipals' || principalId === userId)
      .flatMap(({ scope }) => scope.split(' ')),
  )
  const trusted = new Set(
    preAuthorizedApplications
      .filter(({ appId }) => appId === client.appId)
      .flatMap(({ delegatedPermissionIds }) => delegatedPermissionIds),
  )
  return oauth2PermissionScopes
    .filter(({ id, value, isEnabled }) => isEnabled && (granted.has(value) || trusted.has(id)))
    .map(({ value }) => value)
}

/** Grants consent to `scopes`, in addition to earlier consent; `userId` undefined: for all users. */
export function consent(
  tenant: DirectoryHolder,
  between: { clientId: string; resourceId: string; userId: string | undefined },
  scopes: string[],
): void {
  const { clientId, resourceId, userId } = between
  const principalId = userId ?? null
  const found = objectsOf(tenant, 'permissionGrant').find(
    (grant) => grant.clientId === clientId && grant.resourceId === resourceId && grant.principalId === principalId,
  )
  const grant: PermissionGrant = found ?? {
    kind: 'permissionGrant',
    id: randomUUID(),
    clientId,
    consentType: userId === undefined ? 'AllPrincipals' : 'Principal',
    principalId,
    resourceId,
    scope: '',
  }
  const all = new Set([...grant.scope.split(' ').filter((value) => value !== ''), ...scopes])
  keepObject(tenant, { ...grant, scope: [...all].join(' ') })
}
