import { randomUUID } from 'node:crypto'
import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express'
import { isJsonObject, textAt, type JsonObject } from '../../json.ts'
import type { StoredResource } from '../../store/store.ts'
import { assertKeyPolicy } from '../authorization/policy/assert-key-policy.ts'
import { bodyReader } from '../body-reader.ts'
import { changeActor, clientTypeOf } from '../changes/client-type.ts'
import { recordingChanges } from '../changes/recorded-changes.ts'
import { watchedVault } from '../compute/virtual-machine/lost-keys/watch-keys.ts'
import { ArmRefusal } from '../errors.ts'
import type { TokenTrust, TrustAt } from '../gateway/bearer.ts'
import {
  assertKeyPermission,
  keyVaultVisit,
  type Exchange,
  type KeyPermission,
  type KeyVaultVisit,
} from './key-vault-visit.ts'
import {
  deleteKey,
  assertKeyNameFree,
  getDeletedKey,
  listDeletedKeys,
  purgeKey,
  recoverKey,
} from './keys/deleted-keys.ts'
import { keyBundle, keyItem, unversionedUrlOf } from './keys/key-bundle.ts'
import { keyType } from './keys/key-location.ts'
import { keyAttributesIn, newKeyVersion, orderLike } from './keys/key-material.ts'
import { putKeyVersion, putRotationPolicy, versionsOf } from './keys/key-versions.ts'
import { expiryByPolicy, storedRotationPolicy, rotationPolicyOf } from './keys/rotation-policy.ts'

// What can take a key away from the sets that use it, or give it back.
const watched = new Set<KeyPermission>(['update', 'delete', 'recover', 'purge'])

/** What a vault itself answers, for its keys: https://learn.microsoft.com/rest/api/keyvault/keys/operation-groups */
export function keyVaultRouter(trust: TrustAt): Router {
  const router = express.Router({ caseSensitive: false })
  const serve =
    (permission: KeyPermission, answer: (visit: KeyVaultVisit) => JsonObject | undefined) =>
    (request: Request, response: Response, next: (error: unknown) => void) => {
      const handle = async () => {
        const visit = await keyVaultVisit({ request, response }, trust(request))
        assertKeyPermission(visit, permission)
        const actor = changeActor(visit.tenant, visit.caller, {
          clientType: clientTypeOf(request.get('user-agent')),
          correlationId: randomUUID(),
          action: undefined,
        })
        const answerRecorded = () => recordingChanges(visit.tenant, { actor }, () => answer(visit))
        const answered = watched.has(permission)
          ? watchedVault(visit.tenant, visit.vault.name, answerRecorded)
          : answerRecorded()
        if (answered === undefined) response.sendStatus(204)
        else response.json(answered)
      }
      handle().catch(next)
    }
  router.get('/keys', serve('list', listKeys))
  router.post('/keys/:name/create', serve('create', createKey))
  router.post('/keys/:name/rotate', serve('rotate', rotateKey))
  router.get('/keys/:name/versions', serve('list', listVersions))
  router.get('/keys/:name/rotationpolicy', serve('getrotationpolicy', rotationPolicy))
  router.put('/keys/:name/rotationpolicy', serve('setrotationpolicy', setRotationPolicy))
  router.patch(['/keys/:name', '/keys/:name/:version'], serve('update', updateKey))
  router.get(
    ['/keys/:name', '/keys/:name/:version'],
    serve('get', (visit) => keyBundle(requestedVersion(visit), visit.vault)),
  )
  router.delete(
    '/keys/:name',
    serve('delete', (visit) => deleteKey(visit, requestedKey(visit))),
  )
  router.get('/deletedkeys', serve('list', listDeletedKeys))
  router.get('/deletedkeys/:name', serve('get', getDeletedKey))
  router.post('/deletedkeys/:name/recover', serve('recover', recoverKey))
  router.delete('/deletedkeys/:name', serve('purge', purgeKey))
  router.use(['/keys', '/deletedkeys', '/secrets', '/deletedsecrets', '/certificates'], (request, response, next) => {
    refuseUnserved({ request, response }, trust(request)).catch(next)
  })
  // oxlint-disable-next-line max-params -- Express knows an error handler by its four parameters
  const onError: ErrorRequestHandler = (error, _request, response, next) => {
    if (!(error instanceof ArmRefusal)) return next(error)
    response.status(error.status).set(error.headers).json(error.body())
  }
  router.use(onError)
  return router
}

/** Unauthenticated callers do not even learn what is not served. */
async function refuseUnserved(exchange: Exchange, trust: TokenTrust): Promise<never> {
  await keyVaultVisit(exchange, trust)
  const { method, originalUrl } = exchange.request
  const message = `The simulator has no ${method} of '${originalUrl.replace(/\?.*/, '')}' in a key vault.`
  throw new ArmRefusal(501, { code: 'NotImplemented', message })
}

function createKey(visit: KeyVaultVisit): JsonObject {
  const { tenant, vault, name, body } = visit
  const sent = bodyReader(body)
  assertKeyNameFree(visit)
  const made = newKeyVersion(
    {
      vault,
      name,
      kty: sent.text('kty') ?? 'RSA',
      keySize: sent.integer('key_size'),
      tags: tagsIn(body),
      ...keyAttributesIn(sent.object('attributes')),
    },
    tenant.clock.now(),
  )
  assertKeyPolicy(tenant, made)
  putKeyVersion(tenant, made)
  return keyBundle(made, vault)
}

/** A new version of the same type, with the expiry from the key's policy. */
function rotateKey(visit: KeyVaultVisit): JsonObject {
  const { tenant, vault } = visit
  const key = requestedKey(visit)
  const now = tenant.clock.now()
  const exp = expiryByPolicy(key.properties['rotationPolicy'], now)
  const made = newKeyVersion({ ...orderLike(key, vault), exp }, now)
  putKeyVersion(tenant, made)
  return keyBundle(made, vault)
}

/** Enables or disables a version, sets its validity period, or its tags. */
function updateKey(visit: KeyVaultVisit): JsonObject {
  const version = requestedVersion(visit)
  const before = version.properties['attributes']
  const { attributes } = visit.body
  const tags = tagsIn(visit.body)
  const updated = Math.floor(visit.tenant.clock.now() / 1000)
  const changed: StoredResource = {
    ...version,
    ...(tags && { tags }),
    properties: {
      ...version.properties,
      attributes: { ...(isJsonObject(before) && before), ...(isJsonObject(attributes) && attributes), updated },
    },
  }
  putKeyVersion(visit.tenant, changed)
  return keyBundle(changed, visit.vault)
}

function listKeys({ tenant, vault }: KeyVaultVisit): JsonObject {
  const value = tenant.store.list(vault.id, keyType).map((key) => keyItem(key, vault, unversionedUrlOf(key)))
  return { value, nextLink: null }
}

function listVersions(visit: KeyVaultVisit): JsonObject {
  const value = versionsOf(visit.tenant, requestedKey(visit).id).map((version) => keyItem(version, visit.vault))
  return { value, nextLink: null }
}

function rotationPolicy(visit: KeyVaultVisit): JsonObject {
  const key = requestedKey(visit)
  return { id: `${unversionedUrlOf(key)}/rotationpolicy`, ...rotationPolicyOf(key) }
}

function setRotationPolicy(visit: KeyVaultVisit): JsonObject {
  const { tenant, body } = visit
  const key = requestedKey(visit)
  putRotationPolicy(tenant, key, storedRotationPolicy(body, key.properties['rotationPolicy'], tenant.clock.now()))
  return rotationPolicy(visit)
}

function requestedKey({ tenant, vault, name }: KeyVaultVisit): StoredResource {
  const found = tenant.store.get(`${vault.id}/keys/${name}`)
  if (found) return found
  const message = `A key with (name/id) ${name} was not found in this key vault.`
  throw new ArmRefusal(404, { code: 'KeyNotFound', message })
}

/** The version in the path; the newest one if there is none. */
function requestedVersion(visit: KeyVaultVisit): StoredResource {
  const { tenant, name, version } = visit
  const key = requestedKey(visit)
  const wanted = version === '' ? textAt(key.properties, 'keyUriWithVersion')?.split('/').at(-1) : version
  const found = tenant.store.get(`${key.id}/versions/${wanted}`)
  if (found) return found
  const message = `A key with (name/id) ${name}/${version} was not found in this key vault.`
  throw new ArmRefusal(404, { code: 'KeyNotFound', message })
}

function tagsIn({ tags }: JsonObject): JsonObject | undefined {
  return isJsonObject(tags) ? tags : undefined
}
