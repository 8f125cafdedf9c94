import {
  parseDefinitionId,
  parseResourceId,
  parseVersionId,
  resourceType,
  parseGalleryId,
  parseSetId,
} from '@portal/arm'
import * as api from '@portal/portal-api'
import { accessOf, giveAccess, takeAccessBack } from '../azure/galleries/access.ts'
import { changeDiskControllers, getStoredDefinition } from '../azure/galleries/change-disk-controllers.ts'
import { createGallery, galleryOptions } from '../azure/galleries/create-gallery.ts'
import { createImageDefinition } from '../azure/galleries/create-image-definition.ts'
import { getGallery, listGalleries } from '../azure/galleries/galleries.ts'
import { deleteGalleryResource, getDeletion, parseGalleryResourceId } from '../azure/galleries/gallery-deletions.ts'
import { listImageDefinitions } from '../azure/galleries/image-definitions.ts'
import { deletedVersionsNearSet } from '../azure/galleries/soft-delete/deleted-versions-near-set.ts'
import {
  purgeDeletedVersion,
  recycleBinOf,
  restoreDeletedVersion,
} from '../azure/galleries/soft-delete/deleted-versions.ts'
import { changeSoftDelete, softDeleteFacts } from '../azure/galleries/soft-delete/soft-delete-policy.ts'
import { createVersionEvents, deleteVersionEvents, versionEventsOf } from '../azure/galleries/version-events.ts'
import { locksOf, removeLock, setLock } from '../azure/subscriptions/locks.ts'
import { parseSubscriptionId } from '../azure/subscriptions/subscription-id.ts'
import { route } from './route.ts'

const setType = 'Microsoft.Compute/diskEncryptionSets'
/** A version or a disk encryption set; throws `InvalidResourceId` for anything else. */
function lockableAt(id: string) {
  const parsed = parseResourceId(id)
  return resourceType(parsed).toLowerCase() === setType.toLowerCase() ? parsed : parseVersionId(id)
}

/** Galleries, image definitions and deleted versions: reading, making, deleting; locks, also of sets; access to all. */
export const galleryRoutes = [
  route(api.listGalleries, ({ subscriptionId }, { azure }) =>
    listGalleries(azure, parseSubscriptionId(subscriptionId)),
  ),
  route(api.getGallery, ({ id }, { azure }) => getGallery(azure, parseGalleryId(id))),
  route(api.listImageDefinitions, ({ galleryId }, { azure }) => listImageDefinitions(azure, parseGalleryId(galleryId))),
  route(api.getGalleryOptions, ({ subscriptionId }, { azure }) =>
    galleryOptions(azure, parseSubscriptionId(subscriptionId)),
  ),
  route(api.createGallery, async (gallery, { azure }) => ({ id: await createGallery(azure, gallery) })),
  route(api.createImageDefinition, async (definition, { azure }) => ({
    id: await createImageDefinition(azure, definition),
  })),
  route(api.getStoredDefinition, ({ id }, { azure }) => getStoredDefinition(azure, parseDefinitionId(id))),
  route(api.changeDiskControllers, ({ id, change }, { azure }) =>
    changeDiskControllers(azure, parseDefinitionId(id), change),
  ),
  route(api.getDeletion, ({ id }, { azure }) => getDeletion(azure, parseGalleryResourceId(id))),
  route(api.deleteGalleryResource, ({ id }, { azure }) => deleteGalleryResource(azure, parseGalleryResourceId(id))),
  route(api.listResourceLocks, ({ id }, { azure }) => locksOf(azure, lockableAt(id))),
  route(api.setResourceLock, ({ id, ...lock }, { azure }) => setLock(azure, lockableAt(id), lock)),
  route(api.removeResourceLock, ({ id, name }, { azure }) => removeLock(azure, lockableAt(id), name)),
  route(api.getVersionEvents, ({ imageDefinitionId }, { azure }) =>
    versionEventsOf(azure, parseDefinitionId(imageDefinitionId)),
  ),
  route(api.createVersionEvents, (asked, { azure }) =>
    createVersionEvents(azure, parseDefinitionId(asked.events.imageDefinitionId), asked),
  ),
  route(api.deleteVersionEvents, ({ imageDefinitionId, name }, { azure }) =>
    deleteVersionEvents(azure, parseDefinitionId(imageDefinitionId), name),
  ),
  route(api.getAccess, (asked, { azure }) => accessOf(azure, asked)),
  route(api.giveAccess, async (asked, { azure }) => ({ outcomes: await giveAccess(azure, asked) })),
  route(api.takeAccessBack, async (asked, { azure }) => ({ outcomes: await takeAccessBack(azure, asked) })),
  route(api.getSoftDeleteFacts, ({ id }, { azure }) => softDeleteFacts(azure, parseGalleryId(id))),
  route(api.changeSoftDeletePolicy, ({ id, policy }, { azure }) => changeSoftDelete(azure, parseGalleryId(id), policy)),
  route(api.listDeletedVersions, ({ imageDefinitionId }, { azure }) =>
    recycleBinOf(azure, parseDefinitionId(imageDefinitionId)),
  ),
  route(api.restoreImageVersion, ({ id }, { azure }) => restoreDeletedVersion(azure, parseVersionId(id))),
  route(api.purgeImageVersion, ({ id }, { azure }) => purgeDeletedVersion(azure, parseVersionId(id))),
  route(api.listDeletedVersionsNearSet, ({ diskEncryptionSetId }, { azure }) =>
    deletedVersionsNearSet(azure, parseSetId(diskEncryptionSetId)),
  ),
]
