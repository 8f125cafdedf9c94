import { apiVersions, formatResourceId, sameResourceId, type ResourceId } from '@portal/arm'
import { portalLockName, resourceLock, type LockLevel, type ResourceLock } from '@portal/gallery'
import type { ResourceLocks } from '@portal/portal-api'
import * as z from 'zod/mini'
import { armUrl, listAt } from '../arm/arm-request.ts'
import { atMostOnce } from '../arm/at-most-once.ts'
import type { Azure } from '../arm/clients.ts'
import { allOf, ifThere, unlessHidden } from '../arm/sdk-answers.ts'
import { permissionsAt } from './permissions.ts'

// https://learn.microsoft.com/rest/api/resources/management-locks

const type = 'Microsoft.Authorization/locks'

const armLock = z.object({
  id: z.string(),
  name: z.string(),
  properties: z.object({ level: z.string(), notes: z.nullish(z.string()) }),
})

function urlOf(scope: string, name?: string): string {
  const path = `${scope}/providers/${type}${name === undefined ? '' : `/${name}`}`
  return armUrl(path, { 'api-version': apiVersions.locks.version })
}

/** The locks at a resource, above and below it, with their scopes. */
export async function listLocks(azure: Azure, scope: string): Promise<ResourceLock[]> {
  const locks = await allOf(armLock, listAt(azure, urlOf(scope)))
  return locks.flatMap(({ id, name, properties: { level, notes } }) => {
    const at = id.replace(/\/providers\/Microsoft\.Authorization\/locks\/[^/]+$/i, '')
    const lock = z.safeParse(resourceLock, { scope: at, level, name, ...(notes && { notes }) })
    return lock.success ? [lock.data] : []
  })
}

/** The locks that apply to a resource, and whether the caller can set one there and remove it. */
export async function locksOf(azure: Azure, id: ResourceId): Promise<ResourceLocks> {
  const scope = formatResourceId(id)
  const [locks, permissionFor] = await Promise.all([unlessHidden(listLocks(azure, scope)), permissionsAt(azure, scope)])
  return { ...(locks && { locks }), set: permissionFor(`${type}/write`), remove: permissionFor(`${type}/delete`) }
}

/** Sets the portal's lock of a level on a resource, with notes; one that is there gets the notes. */
export async function setLock(
  azure: Azure,
  id: ResourceId,
  { level, notes }: { level: LockLevel; notes: string },
): Promise<void> {
  const scope = formatResourceId(id)
  const body = { properties: { level, ...(notes !== '' && { notes }) } }
  const isSet = async () =>
    (await listLocks(azure, scope)).some((lock) => sameResourceId(lock.scope, scope) && lock.level === level)
  await atMostOnce(azure.send({ method: 'PUT', url: urlOf(scope, portalLockName(level)), body }), isSet)
}

/** Removes a lock from the resource on which it is set. */
export async function removeLock(azure: Azure, id: ResourceId, name: string): Promise<void> {
  const url = urlOf(formatResourceId(id), name)
  await atMostOnce(azure.send({ method: 'DELETE', url }), async () => {
    return (await ifThere(azure.send({ method: 'GET', url }))) === undefined
  })
}
