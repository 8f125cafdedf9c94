import { apiVersions } from '@portal/arm'
import { appliedLock, type AppliedLock } from '@portal/version-update'
import * as z from 'zod/mini'
import { allOf } from '../arm/answered.ts'
import { armUrl, listAt } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'

const armLock = z.object({ id: z.string(), properties: z.object({ level: z.string() }) })

/**
 * The locks at a resource, above and below it, with their scopes.
 * https://learn.microsoft.com/rest/api/resources/management-locks/list-by-scope
 */
export async function listLocks(azure: Azure, scope: string): Promise<AppliedLock[]> {
  const url = armUrl(`${scope}/providers/Microsoft.Authorization/locks`, { 'api-version': apiVersions.locks.version })
  const locks = await allOf(armLock, listAt(azure, url))
  return locks.flatMap(({ id, properties }) => {
    const at = id.replace(/\/providers\/Microsoft\.Authorization\/locks\/[^/]+$/i, '')
    const lock = z.safeParse(appliedLock, { scope: at, level: properties.level })
    return lock.success ? [lock.data] : []
  })
}
