import { parseDefinitionId, parseVersionId } from '@portal/arm'
import * as api from '@portal/portal-api'
import { regionsBesidesHome } from '@portal/version-update'
import type { KeyReader } from '../../azure/disk-encryption-sets/keys/key-reader.ts'
import { imageVersionCreator } from '../../azure/image-versions/create-image-version.ts'
import { readEncryptionProof } from '../../azure/image-versions/encryption-proof.ts'
import { imageVersionPermissions } from '../../azure/image-versions/image-version-permissions.ts'
import { getImageVersion, listImageVersions } from '../../azure/image-versions/image-versions.ts'
import { refuseOtherBatches } from '../../azure/image-versions/refuse-other-batches.ts'
import { route } from '../route.ts'

/** Listing, reading and creating image versions. */
export function imageVersionRoutes(keys: KeyReader) {
  const create = imageVersionCreator(keys)
  return [
    route(api.listImageVersions, ({ imageDefinitionId }, { azure }) =>
      listImageVersions(azure, parseDefinitionId(imageDefinitionId)),
    ),
    route(api.getImageVersion, ({ id }, { azure }) => getImageVersion(azure, parseVersionId(id))),
    route(api.getImageVersionProof, ({ id }, context) => readEncryptionProof(context, parseVersionId(id))),
    route(api.listImageVersionPermissions, ({ id }, { azure }) => imageVersionPermissions(azure, parseVersionId(id))),
    route(api.createImageVersion, async (plan, asker) => ({ id: await create(asker, { plan, batches: [] }) })),
    route(api.createImageVersionInBatches, async (asked, asker) => {
      refuseOtherBatches(asked.batches, regionsBesidesHome(asked.plan))
      return { id: await create(asker, asked) }
    }),
  ]
}
