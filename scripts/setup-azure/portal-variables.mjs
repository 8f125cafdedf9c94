/**
 * The portal's variables, without its credential if that is a file of its platform.
 * @param {import('./arguments.mjs').Settings} settings
 * @param {import('./present-registration.mjs').Present} present
 * @param {{ apiClientId: string, portalClientId: string }} ids
 * @returns {string[]} lines `NAME=value`
 */
export function portalVariables({ origin, tenantIds }, { azure, identity }, { apiClientId, portalClientId }) {
  return [
    'AUTH_MODE=entra',
    ...(azure.azureCloud === 'AzureCloud' ? [] : [`AZURE_CLOUD=${azure.azureCloud}`]),
    `AZURE_TENANT_IDS=${[...new Set([azure.tenantId, ...tenantIds])].join(',')}`,
    `PORTAL_CLIENT_ID=${portalClientId}`,
    `API_CLIENT_ID=${apiClientId}`,
    ...(identity ? [`API_MANAGED_IDENTITY_CLIENT_ID=${identity.clientId}`] : []),
    `PUBLIC_ORIGIN=${origin}`,
  ]
}
