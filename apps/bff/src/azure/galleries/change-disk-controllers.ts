import { apiVersions, formatResourceId, type ResourceId } from '@portal/arm'
import {
  controllerChangeIssues,
  storedDefinition,
  withControllers,
  type ControllerChange,
  type StoredDefinition,
} from '@portal/image-version'
import { RequestRefused } from '../../refusals/request-refused.ts'
import { parsed } from '../arm/answered.ts'
import { armUrl } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'
import { sentOnce } from '../arm/sent-once.ts'
import { withoutNulls } from '../versions/stored-version.ts'
import { getImageDefinition } from './image-definitions.ts'

const urlOf = (id: ResourceId) => armUrl(formatResourceId(id), { 'api-version': apiVersions.imageVersions.version })

/** The image definition with everything that ARM returns of it. */
export async function getStoredDefinition(azure: Azure, id: ResourceId): Promise<StoredDefinition> {
  return parsed(storedDefinition, withoutNulls(await azure.send({ method: 'GET', url: urlOf(id) })))
}

/**
 * Changes the disk controllers with one PUT of the current definition. Throws `RequestRefused` for what Azure would
 * refuse, and as `sentOnce` does. https://learn.microsoft.com/rest/api/compute/gallery-images/create-or-update
 */
export async function changeDiskControllers(azure: Azure, id: ResourceId, change: ControllerChange): Promise<void> {
  const [stored, definition] = await Promise.all([getStoredDefinition(azure, id), getImageDefinition(azure, id)])
  const [issue] = controllerChangeIssues(definition, change)
  if (issue !== undefined) throw new RequestRefused('InvalidRequest', `Not as expected: ${issue}`)
  await sentOnce(azure, { method: 'PUT', url: urlOf(id), body: withControllers(stored, change) }, async () => {
    const { diskControllerTypes, diskControllersStartAt } = await getImageDefinition(azure, id)
    return diskControllerTypes === change.diskControllerTypes && diskControllersStartAt === change.startsAtVersion
  })
}
