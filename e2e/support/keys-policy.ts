import { type AlertPolicies, policyResources } from '@portal/disk-encryption'
import { productionSubscriptionId, type Portal } from './portal.ts'

/** Policy that denies platform-managed keys, assigned at the group of the gallery and its machines. */
export function assignKeysPolicy(portal: Portal): void {
  const scope = `/subscriptions/${productionSubscriptionId(portal)}/resourceGroups/myResourceGroup`
  const type = 'Microsoft.Authorization/policyAssignments'
  portal.azure.world.store.put({
    id: `${scope}/providers/${type}/keys`,
    type,
    name: 'keys',
    location: '',
    properties: {
      displayName: 'Contoso keeps its keys',
      policyDefinitionId: '/providers/Microsoft.Authorization/policyDefinitions/702dd420-7fcc-42c5-afe8-4026edd20fe0',
      scope,
      notScopes: [],
      parameters: { effect: { value: 'Deny' } },
      enforcementMode: 'Default',
    },
  })
}

/** Policies as the portal assigns them to the subscription of the gallery. */
export function assignPolicies(portal: Portal, policies: AlertPolicies): void {
  const subscriptionId = productionSubscriptionId(portal)
  const scope = `/subscriptions/${subscriptionId}`
  for (const { type, name, properties } of policyResources(policies, subscriptionId))
    portal.azure.world.store.put({
      id: `${scope}/providers/${type}/${name}`,
      type,
      name,
      location: '',
      properties: { scope, notScopes: [], ...properties },
    })
}
