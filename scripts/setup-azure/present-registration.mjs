// What is there of the portal's registration, read with az.
import { azureCloudName, azureClouds, tokenExchangeAudience } from '@portal/arm'
import { azJson, AzRefusal, isNotFound } from './az.mjs'

/** @typedef {import('./arguments.mjs').Settings} Settings */
/** @typedef {import('./az.mjs').Az} Az */
/** @typedef {Awaited<ReturnType<typeof azureAtHand>>} Azure */

/**
 * @typedef {{ id: string, name: string, issuer: string, subject: string, audiences: string[] }} FederatedCredential
 * @typedef {{ id: string, clientId: string, resourceId: string, consentType: string, scope: string }} Grant
 * @typedef {{
 *   azure: Azure,
 *   azureServiceManagement: { appId: string, principalId: string, scopeId: string },
 *   api: any,
 *   portal: any,
 *   apiPrincipalId: string | undefined,
 *   portalPrincipalId: string | undefined,
 *   federatedCredentials: FederatedCredential[],
 *   grants: Grant[],
 *   identity: { clientId: string, principalId: string } | undefined
 * }} Present api, portal: applications as Microsoft Graph shows them, undefined where there is none; of those of
 * another
 *   tenant the `appId` only; principal ids: of
 *   service principals; identity: the managed identity that is to be trusted
 */

/**
 * Reads everything, and writes nothing.
 * @param {Settings} settings
 * @param {Az} az
 * @returns {Promise<Present>}
 * @throws {AzRefusal} also if a given application or identity, or Azure Service Management, does not exist
 */
export async function presentRegistration(settings, az) {
  const azure = await azureAtHand(az)
  const graph = graphReader(az, azure.graph)
  const [api, portal, azureServiceManagement, identity] = await Promise.all([
    settings.inOtherTenant
      ? { appId: settings.apiClientId }
      : application(graph, settings.apiClientId, `${settings.name}-api`),
    settings.inOtherTenant
      ? { appId: settings.portalClientId }
      : application(graph, settings.portalClientId, settings.name),
    azureServiceManagementIn(graph, azure.audience),
    settings.managedIdentityId === undefined ? undefined : identityAt(az, settings.managedIdentityId),
  ])
  const principalId = async (/** @type {any} */ of) =>
    of && (await graph(`servicePrincipals(appId='${of.appId}')?$select=id`))?.id
  const [apiPrincipalId, portalPrincipalId, credentials] = await Promise.all([
    principalId(api),
    principalId(portal),
    api && graph(`applications(appId='${api.appId}')/federatedIdentityCredentials`),
  ])
  const grants = await Promise.all(
    [apiPrincipalId, portalPrincipalId]
      .filter((id) => id !== undefined)
      .map((id) => graph(`oauth2PermissionGrants?$filter=${encodeURIComponent(`clientId eq '${id}'`)}`)),
  )
  return {
    azure,
    azureServiceManagement,
    api,
    portal,
    apiPrincipalId,
    portalPrincipalId,
    federatedCredentials: credentials?.value ?? [],
    grants: grants.flatMap((answer) => answer?.value ?? []),
    identity,
  }
}

/** The cloud that az is set to, and the tenant that it is signed in to. Addresses without a slash at the end. */
async function azureAtHand(/** @type {Az} */ az) {
  const [cloud, account] = await Promise.all([azJson(az, ['cloud', 'show']), azJson(az, ['account', 'show'])])
  const { resourceManager, activeDirectory, activeDirectoryResourceId, microsoftGraphResourceId } = cloud.endpoints
  const described = { resourceManager: bare(resourceManager) }
  const known = azureCloudName(described)
  return {
    cloud: /** @type {string} */ (cloud.name),
    /** as AZURE_CLOUD has it: one of Microsoft's clouds, or the address of another */
    azureCloud: known ?? described.resourceManager,
    /** the start of the token issuer, where az might have an alias */
    loginEndpoint: known ? azureClouds[known].loginEndpoint : bare(activeDirectory),
    graph: bare(microsoftGraphResourceId),
    /** whom tokens for Resource Manager are for */
    audience: /** @type {string} */ (activeDirectoryResourceId),
    /** the audience of tokens of managed identities that replace a secret */
    tokenExchangeAudience: tokenExchangeAudience(described),
    tenantId: /** @type {string} */ (account.tenantId).toLowerCase(),
  }
}

function bare(/** @type {string} */ url) {
  return url.replace(/\/+$/, '')
}

/** Reads a path of Graph; undefined if nothing is there. */
function graphReader(/** @type {Az} */ az, /** @type {string} */ graph) {
  return async (/** @type {string} */ path) => {
    const url = `${graph}/v1.0/${path}`
    const { ok, stdout, stderr } = await az([
      'rest',
      '--method',
      'GET',
      '--resource',
      graph,
      '--url',
      url,
      '--output',
      'json',
    ])
    if (ok) return JSON.parse(stdout)
    if (isNotFound(stderr)) return undefined
    throw new AzRefusal(`GET ${url}`, stderr)
  }
}

/** @typedef {ReturnType<typeof graphReader>} GraphReader */

async function application(/** @type {GraphReader} */ graph, /** @type {string | undefined} */ clientId, uniqueName) {
  if (clientId === undefined) return graph(`applications(uniqueName='${uniqueName}')`)
  const found = await graph(`applications(appId='${clientId}')`)
  if (found) return found
  throw new AzRefusal(
    `Application ${clientId} isn't registered in this tenant`,
    'to list applications, run az ad app list --show-mine',
  )
}

/** The Azure API in this tenant, by the name for which tokens are requested, and its permission to act as the user. */
async function azureServiceManagementIn(/** @type {GraphReader} */ graph, /** @type {string} */ audience) {
  for (const name of [audience, bare(audience)]) {
    const filter = encodeURIComponent(`servicePrincipalNames/any(n:n eq '${name}')`)
    const { value } = (await graph(`servicePrincipals?$filter=${filter}`)) ?? { value: [] }
    const scope = value[0]?.oauth2PermissionScopes.find(
      (/** @type {any} */ each) => each.value === 'user_impersonation',
    )
    if (scope) return { appId: value[0].appId, principalId: value[0].id, scopeId: scope.id }
  }
  throw new AzRefusal(
    `This tenant has no service principal named ${audience} with the permission user_impersonation`,
    'to add Azure Service Management, run az ad sp create --id 797f4846-ba00-4fd7-ba43-dac1f8f63013',
  )
}

async function identityAt(/** @type {Az} */ az, /** @type {string} */ id) {
  const { clientId, principalId } = await azJson(az, ['identity', 'show', '--ids', id])
  return { clientId, principalId }
}
