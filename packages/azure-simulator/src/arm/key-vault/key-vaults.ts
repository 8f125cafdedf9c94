import { formatResourceId } from '@portal/arm'
import { isJsonObject, objectsAt, textAt, type JsonObject } from '../../json.ts'
import type { StoredResource } from '../../store/store.ts'
import { assertKeyPolicy } from '../authorization/policy/assert-key-policy.ts'
import { bodyReader } from '../body-reader.ts'
import {
  getOperation,
  listBySubscriptionOperation,
  listOperation,
  newResourceId,
  pathOf,
  requestedId,
  requestedResource,
} from '../collections.ts'
import { ArmRefusal, invalidParameter } from '../errors.ts'
import { patchOperation } from '../patch-operation.ts'
import { parameter, operation, type ArmOperation, type ArmReply, type ArmRequest } from '../request.ts'
import { requestedLocation, requestedProperties, requestedTags } from '../writing.ts'
import { deletedVaults, recovered, softDelete } from './deleted-vaults.ts'
import { keyType, keyVaultType, keyVersionType } from './keys/key-location.ts'
import { keyAttributesIn, newKeyVersion } from './keys/key-material.ts'
import { putKeyVersion, putRotationPolicy } from './keys/key-versions.ts'
import { armRotationPolicyOf, storedRotationPolicy } from './keys/rotation-policy.ts'
import { checkVaultName, assertNameFree, assertVaultName } from './vault-name.ts'

const type = keyVaultType
/** The default of a new vault: https://learn.microsoft.com/azure/key-vault/general/access-control-default */
const rolesByDefaultSince = '2026-02-01'

function presentVault(
  { id, name, location, tags, envelope, properties }: StoredResource,
  { tenant }: ArmRequest,
): JsonObject {
  return {
    id,
    name,
    type,
    location,
    tags: tags ?? {},
    ...envelope,
    properties: {
      ...properties,
      tenantId: tenant.tenantId,
      accessPolicies: objectsAt(properties, 'accessPolicies').map((policy) => ({
        tenantId: tenant.tenantId,
        ...policy,
      })),
      provisioningState: 'Succeeded',
    },
  }
}

const vault = { type, present: presentVault }
const key = { type: keyType, present: presentKey }
const keyVersion = { type: keyVersionType, present: presentKey }

// A key is there at once: it has no provisioning state.
function presentKey(stored: StoredResource): JsonObject {
  const { id, name, type: of, location, tags, properties } = stored
  const rotationPolicy = armRotationPolicyOf(stored)
  return {
    id,
    name,
    type: of,
    location,
    ...(tags && { tags }),
    properties: { ...properties, ...(rotationPolicy && { rotationPolicy }) },
  }
}

/** 200 at once, for a new vault and for a change of one; an access policy is set by sending the whole. */
function putVault(request: ArmRequest): ArmReply {
  const requested = requestedId(request, type)
  const stored = request.tenant.store.get(formatResourceId(requested))
  const name = stored?.name ?? requested.names[0] ?? ''
  assertVaultName(name)
  const sent = requestedProperties(request)
  if (sent['createMode'] === 'recover') {
    const vault = recovered(request.tenant, name)
    if (vault) return { status: 200, body: presentVault(vault, request) }
  }
  if (stored === undefined) assertNameFree(request.tenant, name)
  if (!isJsonObject(sent['sku'])) throw invalidParameter("Required parameter 'properties.sku' is missing.", 'sku')
  const now = new Date(request.clock.now()).toISOString()
  const by = { lastModifiedBy: request.caller.name, lastModifiedByType: 'Application', lastModifiedAt: now }
  const before = stored?.envelope?.['systemData']
  const systemData = isJsonObject(before)
    ? { ...before, ...by }
    : { createdBy: request.caller.name, createdByType: 'Application', createdAt: now, ...by }
  if (stored?.properties['enablePurgeProtection'] === true && sent['enablePurgeProtection'] === false)
    throw new ArmRefusal(400, {
      code: 'BadRequest',
      message:
        'The property "enablePurgeProtection" cannot be set to false. Enabling the purge protection for a vault is an irreversible action.',
    })
  const resource: StoredResource = {
    id: stored?.id ?? newResourceId(request, requested),
    type,
    name,
    location: requestedLocation(request, type, stored),
    ...requestedTags(request),
    envelope: { systemData },
    properties: {
      accessPolicies: [],
      enabledForDeployment: false,
      enableSoftDelete: true,
      softDeleteRetentionInDays: 90,
      publicNetworkAccess: 'Enabled',
      ...(stored === undefined && request.apiVersion >= rolesByDefaultSince && { enableRbacAuthorization: true }),
      ...stored?.properties,
      ...sent,
      vaultUri: `https://${name.toLowerCase()}.vault.azure.net/`,
    },
  }
  const shown = presentVault(resource, request)
  request.tenant.store.put(resource)
  if (stored) return { status: 200, body: shown }
  // A new vault has no DNS name yet, and its URI no slash.
  const vaultUri = textAt(resource.properties, 'vaultUri')?.replace(/\/$/, '')
  return {
    status: 200,
    body: { ...shown, properties: { ...resource.properties, vaultUri, provisioningState: 'RegisteringDns' } },
  }
}

/**
 * A new key; of one that exists ARM changes nothing, its policy of rotation neither, and answers with it.
 * https://learn.microsoft.com/rest/api/keyvault/keyvault/keys/create-if-not-exist
 */
function putKey(request: ArmRequest): ArmReply {
  const { tenant, clock } = request
  const { store } = tenant
  const id = formatResourceId(requestedId(request, keyType))
  if (store.get(id) === undefined) {
    const sent = requestedProperties(request)
    const within = bodyReader(sent, 'properties')
    const { rotationPolicy } = sent
    const policy = isJsonObject(rotationPolicy) && storedRotationPolicy(rotationPolicy, undefined, clock.now())
    const made = newKeyVersion(
      {
        vault: requestedResource({ ...request, path: '' }, type),
        name: parameter(request, 'name1'),
        kty: within.text('kty') ?? 'RSA',
        keySize: within.integer('keySize'),
        ...keyAttributesIn(within.object('attributes')),
      },
      clock.now(),
    )
    assertKeyPolicy(tenant, made)
    putKeyVersion(tenant, made)
    if (policy) putRotationPolicy(tenant, requestedResource(request, keyType), policy)
  }
  return { status: 200, body: presentKey(requestedResource(request, keyType)) }
}

/** https://learn.microsoft.com/rest/api/keyvault */
export const keyVaults: ArmOperation[] = [
  getOperation(vault),
  listOperation(vault),
  listBySubscriptionOperation(vault),
  operation(`PUT ${pathOf(type)}`, `${type}/write`, putVault),
  patchOperation(type, putVault),
  operation(`DELETE ${pathOf(type)}`, `${type}/delete`, (request) => {
    const found = request.tenant.store.get(formatResourceId(requestedId(request, type)))
    if (found === undefined) return { status: 204 }
    softDelete(request, found)
    return { status: 200 }
  }),
  ...deletedVaults,
  checkVaultName,
  getOperation(key),
  listOperation(key),
  getOperation(keyVersion),
  listOperation(keyVersion),
  operation(`PUT ${pathOf(keyType)}`, `${keyType}/write`, putKey),
  // There are none here, but clients that list vaults request these as well.
  ...['/resourceGroups/:resourceGroupName', ''].map((group): ArmOperation =>
    operation(`GET /subscriptions/:subscriptionId${group}/providers/Microsoft.KeyVault/managedHSMs`, undefined, () => ({
      status: 200,
      body: { value: [] },
    })),
  ),
]
