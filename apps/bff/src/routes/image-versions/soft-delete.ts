import { parseDefinitionId, parseGalleryId, parseSetId, parseVersionId } from '@portal/arm'
import * as api from '@portal/portal-api'
import { deletedVersionsNearSet } from '../../azure/galleries/soft-delete/deleted-versions-near-set.ts'
import {
  purgeDeletedVersion,
  recycleBinOf,
  restoreDeletedVersion,
} from '../../azure/galleries/soft-delete/deleted-versions.ts'
import { changeSoftDelete, softDeleteFacts } from '../../azure/galleries/soft-delete/soft-delete-policy.ts'
import { route } from '../route.ts'

/** Soft delete of galleries, and their deleted image versions. */
export const recycleBinRoutes = [
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
