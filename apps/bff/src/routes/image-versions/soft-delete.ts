import { parseResourceIdOf } from '@portal/arm'
import * as api from '@portal/portal-api'
import { deletedVersionsNearSet } from '../../azure/galleries/soft-delete/deleted-versions-near-set.ts'
import {
  purgeDeletedVersion,
  recycleBinOf,
  restoreDeletedVersion,
} from '../../azure/galleries/soft-delete/deleted-versions.ts'
import { changeSoftDelete, softDeleteFacts } from '../../azure/galleries/soft-delete/soft-delete-policy.ts'
import { route } from '../route.ts'

const galleryAt = (id: string) => parseResourceIdOf('Microsoft.Compute/galleries', id)
const versionAt = (id: string) => parseResourceIdOf('Microsoft.Compute/galleries/images/versions', id)

/** Soft delete of galleries, and their deleted image versions. */
export const recycleBinRoutes = [
  route(api.getSoftDeleteFacts, ({ id }, { azure }) => softDeleteFacts(azure, galleryAt(id))),
  route(api.changeSoftDeletePolicy, async ({ id, policy }, { azure }) => {
    await changeSoftDelete(azure, galleryAt(id), policy)
    return {}
  }),
  route(api.listDeletedVersions, ({ imageDefinitionId }, { azure }) =>
    recycleBinOf(azure, parseResourceIdOf('Microsoft.Compute/galleries/images', imageDefinitionId)),
  ),
  route(api.restoreImageVersion, async ({ id }, { azure }) => {
    await restoreDeletedVersion(azure, versionAt(id))
    return {}
  }),
  route(api.purgeImageVersion, async ({ id }, { azure }) => {
    await purgeDeletedVersion(azure, versionAt(id))
    return {}
  }),
  route(api.listDeletedVersionsNearSet, ({ diskEncryptionSetId }, { azure }) =>
    deletedVersionsNearSet(azure, parseResourceIdOf('Microsoft.Compute/diskEncryptionSets', diskEncryptionSetId)),
  ),
]
