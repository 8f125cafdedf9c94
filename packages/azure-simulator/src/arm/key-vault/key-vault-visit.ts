import type { Request, Response } from 'express'
import { bodyText } from '../../intake/body-text.ts'
import { boundedJson } from '../../intake/bounded-json.ts'
import { isJsonObject, textAt, valueAt, type JsonObject } from '../../json.ts'
import type { StoredResource } from '../../store/store.ts'
import type { Tenant } from '../../world.ts'
import { holdsDataAction } from '../authorization/access.ts'
import { ArmRefusal } from '../errors.ts'
import { callerOf, type TokenTrust } from '../gateway/bearer.ts'
import type { Caller } from '../request.ts'
import { makeDueKeyVersions } from './keys/due-key-versions.ts'
import { vaultsOf } from './keys/key-location.ts'
import { hasKeyPolicy } from './keys/key-policy.ts'

const audiences = ['https://vault.azure.net', 'https://vault.azure.net/']

// The permissions on keys, as access policies name them, and the role's action for each.
// https://learn.microsoft.com/azure/role-based-access-control/permissions/security#microsoftkeyvault
const dataActions = {
  get: 'keys/read',
  list: 'keys/read',
  create: 'keys/create/action',
  update: 'keys/update/action',
  rotate: 'keys/rotate/action',
  delete: 'keys/delete',
  recover: 'keys/recover/action',
  purge: 'keys/purge/action',
  getrotationpolicy: 'keyrotationpolicies/read',
  setrotationpolicy: 'keyrotationpolicies/write',
}
export type KeyPermission = keyof typeof dataActions

/** One call to a vault's own API, with an authenticated caller. */
export interface KeyVaultVisit {
  tenant: Tenant
  caller: Caller
  vault: StoredResource
  /** parts of the path, '' if it has none */
  name: string
  version: string
  body: JsonObject
}

/** A request and the answer to it. */
export interface Exchange {
  request: Request
  response: Response
}

/**
 * Reads the call. The vault is the one of the host (`NAME.vault.azure.net`); at any other host, the most recently
 * created one. Throws 401 with the challenge that tells a client where to get a token, and for what.
 */
export async function keyVaultVisit({ request, response }: Exchange, trust: TokenTrust): Promise<KeyVaultVisit> {
  const { caller, tenant } = await callerOf(request.get('authorization'), trust, audiences).catch((error: unknown) => {
    if (!(error instanceof ArmRefusal)) throw error
    const authority = trust.authorizationEndpoint().replace(/\/oauth2\/.*$/, '')
    throw new ArmRefusal(
      401,
      { code: 'Unauthorized', message: 'AKV10000: Request is missing a Bearer or PoP token.' },
      { 'www-authenticate': `Bearer authorization="${authority}", resource="https://vault.azure.net"` },
    )
  })
  makeDueKeyVersions(tenant)
  const vault = vaultAt(tenant, request.hostname.toLowerCase())
  const body = bodyOf(await bodyText(request, response, 64 * 1024))
  const part = (name: string) => {
    const value = request.params[name]
    return typeof value === 'string' ? value : ''
  }
  return { tenant, caller, vault, name: part('name'), version: part('version'), body }
}

// In Azure the host of a vault that is not there has no address; here every host leads to the simulator.
function vaultAt(tenant: Tenant, host: string): StoredResource {
  const vaults = vaultsOf(tenant)
  const madeAt = ({ envelope }: StoredResource) => textAt(envelope, 'systemData', 'createdAt') ?? ''
  const vault = host.endsWith('.vault.azure.net')
    ? vaults.find(({ name }) => host === `${name.toLowerCase()}.vault.azure.net`)
    : vaults.toSorted((one, other) => madeAt(one).localeCompare(madeAt(other))).at(-1)
  if (vault) return vault
  const message = `There is no key vault at '${host}': Azure has no such host.`
  throw new ArmRefusal(404, { code: 'VaultNotFound', message })
}

function bodyOf(text: string): JsonObject {
  try {
    const body = text === '' ? {} : boundedJson(text)
    return isJsonObject(body) ? body : {}
  } catch {
    throw new ArmRefusal(400, { code: 'BadParameter', message: 'The request body is not valid JSON.' })
  }
}

/** Throws 403 unless a role, or an access policy if the vault uses these, gives the caller the permission. */
export function assertKeyPermission({ tenant, caller, vault, name }: KeyVaultVisit, permission: KeyPermission): void {
  const byRole = valueAt(vault.properties, 'enableRbacAuthorization') === true
  const allowed = byRole
    ? holdsDataAction(tenant, caller.objectId, {
        dataAction: `Microsoft.KeyVault/vaults/${dataActions[permission]}`,
        scope: name === '' ? vault.id : `${vault.id}/keys/${name}`,
      })
    : hasKeyPolicy(vault, caller.objectId, permission)
  if (allowed) return
  const message = `The user, group or application 'oid=${caller.objectId}' does not have keys ${permission} permission on key vault '${vault.name}'.`
  throw new ArmRefusal(403, { code: 'Forbidden', message })
}
