import express from 'express'
import type { ErrorRequestHandler, Request, Response, Router } from 'express'
import { isJsonObject, textAt, valueAt } from '../json.ts'
import type { JsonObject } from '../json.ts'
import type { StoredResource } from '../store.ts'
import type { Tenant } from '../world.ts'
import { isAllowed } from './access.ts'
import { callerOf } from './bearer.ts'
import type { TokenTrust } from './bearer.ts'
import { bodyReader } from './body-reader.ts'
import { ArmRefusal } from './errors.ts'
import { jsonWebKeyOf, newKey } from './key-material.ts'
import { hasKeyPolicy } from './key-vaults.ts'
import type { Caller } from './request.ts'

const audiences = ['https://vault.azure.net', 'https://vault.azure.net/']

interface Visit {
  tenant: Tenant
  caller: Caller
  vault: StoredResource
  name: string
  body: JsonObject
}

/**
 * What a vault itself answers, for its keys: https://learn.microsoft.com/rest/api/keyvault/keys/operation-groups
 * The vault is the one of the request's host (`NAME.vault.azure.net`); at any other host, the one made last.
 */
export function keyVaultRouter(trust: TokenTrust): Router {
  const router = express.Router({ caseSensitive: false })
  const json = express.json({ type: () => true })
  const serve =
    (permission: 'create' | 'get', answer: (visit: Visit) => JsonObject) =>
    (request: Request, response: Response, next: (error: unknown) => void) => {
      const handle = async () => {
        const visit = await visitOf(request, trust)
        demandPermission(visit, permission)
        response.json(answer(visit))
      }
      handle().catch(next)
    }
  router.post(
    '/keys/:name/create',
    json,
    serve('create', ({ tenant, vault, name, body }) => {
      const sent = bodyReader(body)
      const enabled = sent.object('attributes')?.boolean('enabled')
      const order = { vault, name, kty: sent.text('kty') ?? 'RSA', keySize: sent.integer('key_size'), enabled }
      const made = newKey(order, tenant.clock.now())
      tenant.store.put(made)
      return present(made)
    }),
  )
  router.get(
    ['/keys/:name', '/keys/:name/:version'],
    serve('get', ({ tenant, vault, name }) => {
      const found = tenant.store.get(`${vault.id}/keys/${name}`)
      if (found) return present(found)
      const message = `A key with (name/id) ${name} was not found in this key vault.`
      throw new ArmRefusal(404, { code: 'KeyNotFound', message })
    }),
  )
  // oxlint-disable-next-line max-params -- Express knows an error handler by its four parameters
  const onError: ErrorRequestHandler = (error, _request, response, next) => {
    if (!(error instanceof ArmRefusal)) return next(error)
    response.status(error.status).set(error.headers).json(error.body())
  }
  router.use(onError)
  return router
}

async function visitOf(request: Request, trust: TokenTrust): Promise<Visit> {
  const { caller, tenant } = await callerOf(request.get('authorization'), trust, audiences).catch((error: unknown) => {
    if (!(error instanceof ArmRefusal)) throw error
    // A client learns from this where to get a token, and for what.
    const authority = trust.authorizationEndpoint.replace(/\/oauth2\/.*$/, '')
    throw new ArmRefusal(
      401,
      { code: 'Unauthorized', message: 'AKV10000: Request is missing a Bearer or PoP token.' },
      { 'www-authenticate': `Bearer authorization="${authority}", resource="https://vault.azure.net"` },
    )
  })
  const vaults = tenant.subscriptions.flatMap(({ subscriptionId }) =>
    tenant.store.list(`/subscriptions/${subscriptionId}`, 'Microsoft.KeyVault/vaults'),
  )
  const madeAt = ({ envelope }: StoredResource) => textAt(envelope, 'systemData', 'createdAt') ?? ''
  const named = request.hostname.toLowerCase()
  const vault =
    vaults.find(({ name }) => named === `${name.toLowerCase()}.vault.azure.net`) ??
    vaults.reduce<StoredResource | undefined>(
      (last, next) => (last === undefined || madeAt(next) >= madeAt(last) ? next : last),
      undefined,
    )
  if (vault === undefined) throw new ArmRefusal(404, { code: 'VaultNotFound', message: 'There is no key vault.' })
  const { name } = request.params
  const body: unknown = request.body
  return { tenant, caller, vault, name: typeof name === 'string' ? name : '', body: isJsonObject(body) ? body : {} }
}

function demandPermission({ tenant, caller, vault }: Visit, permission: 'create' | 'get'): void {
  const byRole = valueAt(vault.properties, 'enableRbacAuthorization') === true
  const allowed = byRole
    ? isAllowed(tenant, caller, { action: `Microsoft.KeyVault/vaults/keys/${permission}`, scope: vault.id })
    : hasKeyPolicy(vault, caller.objectId, permission)
  if (allowed) return
  const message = `The user, group or application 'oid=${caller.objectId}' does not have keys ${permission} permission on key vault '${vault.name}'.`
  throw new ArmRefusal(403, { code: 'Forbidden', message })
}

function present(key: StoredResource): JsonObject {
  return { key: jsonWebKeyOf(key), attributes: key.properties['attributes'] }
}
