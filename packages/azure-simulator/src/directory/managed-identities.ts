import { textAt } from '../json.ts'
import type { StoredResource } from '../store/store.ts'
import type { Tenant } from '../world.ts'
import { newApplication, newServicePrincipal, type ApplicationObject, type ServicePrincipalObject } from './objects.ts'

export const identityType = 'Microsoft.ManagedIdentity/userAssignedIdentities'
export const credentialType = `${identityType}/federatedIdentityCredentials`

/**
 * A user-assigned identity as Entra ID knows it: an application without secrets, with the federated credentials that
 * ARM stores below the identity, and its service principal. Undefined if no identity of the tenant has that client ID.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust-user-assigned-managed-identity
 */
export function managedIdentityClient(
  tenant: Tenant,
  clientId: string,
): { application: ApplicationObject; principal: ServicePrincipalObject } | undefined {
  const found = identities(tenant).find(({ properties }) => textAt(properties, 'clientId') === clientId.toLowerCase())
  if (found === undefined) return undefined
  const id = textAt(found.properties, 'principalId') ?? ''
  const application = newApplication({
    id,
    appId: clientId.toLowerCase(),
    displayName: found.name,
    signInAudience: 'AzureADMyOrg',
    federatedIdentityCredentials: tenant.store.list(found.id, credentialType).map((credential) => ({
      id: credential.id,
      name: credential.name,
      issuer: textAt(credential.properties, 'issuer') ?? '',
      subject: textAt(credential.properties, 'subject') ?? '',
      audiences: [textAt(credential.properties, 'audiences', 0) ?? ''],
      description: null,
    })),
  })
  return { application, principal: { ...newServicePrincipal(application), id } }
}

/** Whether the object ID is that of a user-assigned identity of the tenant. */
export function isManagedIdentity(tenant: Tenant, objectId: string): boolean {
  return identities(tenant).some(({ properties }) => textAt(properties, 'principalId') === objectId)
}

function identities({ store, subscriptions }: Tenant): StoredResource[] {
  return subscriptions.flatMap(({ subscriptionId }) => store.list(`/subscriptions/${subscriptionId}`, identityType))
}
