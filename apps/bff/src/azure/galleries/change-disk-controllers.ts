import { apiVersions, formatResourceId, type ResourceId } from '@portal/arm'
import {
  type ControllerChange,
  controllerChangeIssues,
  storedDefinition,
  type StoredDefinition,
  withControllers,
} from '@portal/version-rules'
import { RequestRefused } from '../../refusals/request-refused.ts'
import { atMostOnce } from '../arm/at-most-once.ts'
import type { Azure } from '../arm/clients.ts'
import { parsed } from '../arm/sdk-answers.ts'
import { armJson, sdkPathOf, sendBySdk } from '../arm/sdk-operations.ts'
import { armImageDefinition, getImageDefinition, toImageDefinition } from './image-definitions.ts'
import { withoutNulls } from './stored-version.ts'

const apiVersion = apiVersions.imageVersions.version

/** The image definition with everything that ARM returns of it. */
export async function getStoredDefinition(azure: Azure, id: ResourceId): Promise<StoredDefinition> {
  const [group, gallery, image] = sdkPathOf(id)
  const { galleryImages } = azure.compute(id.subscriptionId, apiVersion)
  const json = await armJson((options) => galleryImages.get(group, gallery, image, options))
  return parsed(storedDefinition, withoutNulls(json))
}

/**
 * Changes the disk controllers with one PUT of the current definition. Throws `RequestRefused` for what Azure would
 * refuse, and as `atMostOnce` does. https://learn.microsoft.com/rest/api/compute/gallery-images/create-or-update
 */
export async function changeDiskControllers(azure: Azure, id: ResourceId, change: ControllerChange): Promise<void> {
  const [group, gallery, image] = sdkPathOf(id)
  const stored = await getStoredDefinition(azure, id)
  const flat = { ...stored.properties, location: stored.location, id: formatResourceId(id), name: image }
  const [issue] = controllerChangeIssues(toImageDefinition(parsed(armImageDefinition, flat)), change)
  if (issue !== undefined) throw new RequestRefused('InvalidRequest', `Not as expected: ${issue}`)
  const body = withControllers(stored, change)
  const { endOfLifeDate, ...properties } = body.properties
  const model = {
    ...properties,
    location: body.location,
    ...(body.tags && { tags: body.tags }),
    ...(typeof endOfLifeDate === 'string' && { endOfLifeDate: new Date(endOfLifeDate) }),
  }
  const sending = sendBySdk(azure, { method: 'PUT', id, apiVersion, body }, ({ galleryImages }, options) =>
    galleryImages.createOrUpdate(group, gallery, image, model, options).submitted(),
  )
  await atMostOnce(sending, async () => {
    const { diskControllerTypes, diskControllersStartAt } = await getImageDefinition(azure, id)
    return diskControllerTypes === change.diskControllerTypes && diskControllersStartAt === change.startsAtVersion
  })
}
