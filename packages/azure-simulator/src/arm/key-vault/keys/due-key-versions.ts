import { createHash } from 'node:crypto'
import { numberAt } from '../../../json.ts'
import { nextKeyVersionAt, rememberNextKeyVersion } from '../../../next-key-version.ts'
import type { StoredResource } from '../../../store/store.ts'
import type { Tenant } from '../../../world.ts'
import { keyType, keyVaultType } from './key-location.ts'
import { newKeyVersion, orderLike } from './key-material.ts'
import { rotateSetsOf } from './key-rotation.ts'
import { keepKeyVersion } from './key-versions.ts'
import { expiryByPolicy, nextRotation } from './rotation-policy.ts'

interface Due {
  key: StoredResource
  at: number
}

/**
 * Creates the versions that the policies of a tenant's keys have created by now, each with its own time, and starts the
 * rotation of the sets that follow them. The versions are the same however often this is called.
 * https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation
 */
export function makeDueKeyVersions(tenant: Tenant): void {
  const now = tenant.clock.now()
  const known = nextKeyVersionAt(tenant.store)
  if (known !== undefined && now < known) return
  for (;;) {
    const due = allDue(tenant)
    const first = due.reduce((least, { at }) => Math.min(least, at), Infinity)
    if (first > now) return rememberNextKeyVersion(tenant.store, first)
    const made = due.filter(({ at }) => at === first).map((one) => makeVersion(tenant, one))
    rotateSetsOf(tenant, made, first)
  }
}

function allDue(tenant: Tenant): Due[] {
  return tenant.store.list('', keyType).flatMap((key) => {
    const at = dueAt(key, tenant)
    return at === undefined ? [] : [{ key, at }]
  })
}

/** A policy set after its time is over applies at once; for the keys of a world, nothing is due from before it. */
function dueAt(key: StoredResource, { createdAt }: Tenant): number | undefined {
  const policy = key.properties['rotationPolicy']
  if (policy === undefined) return undefined
  const at = nextRotation(policy, key)
  if (at === undefined) return undefined
  const since = numberAt(policy, 'attributes', 'updated')
  if (since !== undefined) return Math.max(at, since * 1000)
  return at <= createdAt ? firstAfter(createdAt, key) : at
}

// As if it had been done each time until then.
function firstAfter(start: number, key: StoredResource): number | undefined {
  const created = numberAt(key.properties, 'attributes', 'created') ?? 0
  const policy = key.properties['rotationPolicy']
  const at = nextRotation(policy, key) ?? Infinity
  const period = at - created * 1000
  return period > 0 ? at + Math.ceil((start + 1 - at) / period) * period : undefined
}

function makeVersion(tenant: Tenant, { key, at }: Due): StoredResource {
  const vault = tenant.store.get(key.id.replace(/\/keys\/[^/]+$/, ''))
  if (vault?.type !== keyVaultType) throw new Error(`The key ${key.id} has no vault`)
  const exp = expiryByPolicy(key.properties['rotationPolicy'], at)
  const version = createHash('sha256').update(`${key.id.toLowerCase()} ${at}`).digest('hex').slice(0, 32)
  return keepKeyVersion(tenant, newKeyVersion({ ...orderLike(key, vault), exp, version }, at))
}
