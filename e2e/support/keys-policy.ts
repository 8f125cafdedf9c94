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
