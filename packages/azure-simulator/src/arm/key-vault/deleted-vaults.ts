import { numberAt, type JsonObject } from '../../json.ts'
import { forgetNextKeyVersion } from '../../next-key-version.ts'
import type { StoredResource } from '../../store/store.ts'
import type { Tenant } from '../../world.ts'
import { page } from '../collections.ts'
import { ArmRefusal } from '../errors.ts'
import { parameter, operation, type ArmOperation, type ArmRequest } from '../request.ts'

const type = 'Microsoft.KeyVault/locations/deletedVaults'
const day = 86_400_000

function present({ id, name, properties }: StoredResource): JsonObject {
  return { id, name, type: 'Microsoft.KeyVault/deletedVaults', properties }
}

/** Deletes the vault with its keys, and keeps everything until its retention is over. */
export function softDelete({ tenant, clock }: ArmRequest, vault: StoredResource): void {
  const startedAt = clock.now()
  const endsAt = startedAt + (numberAt(vault.properties, 'softDeleteRetentionInDays') ?? 90) * day
  const recoverable = [vault, ...tenant.store.list(vault.id)]
  tenant.store.remove(vault.id)
  tenant.store.put({
    id: `/subscriptions/${vault.id.split('/')[2]}/providers/Microsoft.KeyVault/locations/${vault.location}/deletedVaults/${vault.name}`,
    type,
    name: vault.name,
    location: vault.location,
    properties: {
      vaultId: vault.id,
      location: vault.location,
      tags: vault.tags ?? {},
      deletionDate: new Date(startedAt).toISOString(),
      scheduledPurgeDate: new Date(endsAt).toISOString(),
      ...(vault.properties['enablePurgeProtection'] === true && { purgeProtectionEnabled: true }),
    },
    recoverable,
    change: { state: 'Deleting', startedAt, endsAt },
  })
}

/** Recovers a deleted vault and its keys; the vault, or undefined if there is no deleted vault with that name. */
export function recovered(tenant: Tenant, name: string): StoredResource | undefined {
  const deleted = deletedVault(tenant, name)
  if (deleted === undefined) return undefined
  tenant.store.remove(deleted.id)
  for (const resource of deleted.recoverable ?? []) tenant.store.put(resource)
  forgetNextKeyVersion(tenant.store)
  return deleted.recoverable?.[0]
}

/** The deleted vault with that name, in any subscription. */
export function deletedVault(tenant: Tenant, name: string): StoredResource | undefined {
  return tenant.subscriptions
    .flatMap(({ subscriptionId }) => tenant.store.list(`/subscriptions/${subscriptionId}`, type))
    .find((vault) => vault.name.toLowerCase() === name.toLowerCase())
}

function requested({ tenant, path }: ArmRequest): StoredResource {
  const found = tenant.store.get(path.replace(/\/purge$/i, ''))
  if (found) return found
  const name = path
    .replace(/\/purge$/i, '')
    .split('/')
    .at(-1)
  throw new ArmRefusal(404, { code: 'DeletedVaultNotFound', message: `The deleted vault '${name}' was not found.` })
}

const one = '/subscriptions/:subscriptionId/providers/Microsoft.KeyVault/locations/:location/deletedVaults/:name'

/** https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview */
export const deletedVaults: ArmOperation[] = [
  operation(
    'GET /subscriptions/:subscriptionId/providers/Microsoft.KeyVault/deletedVaults',
    'Microsoft.KeyVault/deletedVaults/read',
    (request) => {
      const scope = `/subscriptions/${parameter(request, 'subscriptionId')}`
      return page(request, request.tenant.store.list(scope, type).map(present))
    },
  ),
  operation(`GET ${one}`, `${type}/read`, (request) => ({ status: 200, body: present(requested(request)) })),
  operation(`POST ${one}/purge`, `${type}/purge/action`, (request) => {
    const vault = requested(request)
    if (vault.properties['purgeProtectionEnabled'] === true)
      throw new ArmRefusal(405, {
        code: 'MethodNotAllowed',
        message: "Operation 'DeletedVaultPurge' is not allowed.",
      })
    request.tenant.store.remove(vault.id)
    return { status: 200 }
  }),
]
