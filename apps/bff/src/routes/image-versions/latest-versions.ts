import { parseDefinitionId } from '@portal/arm'
import * as api from '@portal/portal-api'
import { keyedMutex } from '../../azure/arm/mutex.ts'
import type { KeyReader } from '../../azure/disk-encryption-sets/keys/key-reader.ts'
import { changeLatest } from '../../azure/image-versions/latest/change-latest.ts'
import { latestFollowers } from '../../azure/image-versions/latest/latest-followers.ts'
import { latestVersions } from '../../azure/image-versions/latest/latest-versions.ts'
import { listLatestWork } from '../../azure/image-versions/version-work.ts'
import { route } from '../route.ts'

/** What a definition's latest gives, and the change of it. */
export function latestVersionRoutes(keys: KeyReader) {
  const turns = keyedMutex()
  return [
    route(api.getLatestVersions, ({ imageDefinitionId }, { azure }) =>
      latestVersions(azure, parseDefinitionId(imageDefinitionId)),
    ),
    route(api.listLatestWork, ({ imageDefinitionId }, { azure }) =>
      listLatestWork(azure, parseDefinitionId(imageDefinitionId)),
    ),
    route(api.listLatestFollowers, ({ imageDefinitionId }, { azure }) =>
      latestFollowers(azure, parseDefinitionId(imageDefinitionId)),
    ),
    route(api.changeLatest, async (asked, asker) => {
      const definition = asked.imageVersionId.toLowerCase().split('/versions/')[0] ?? ''
      const change = () => changeLatest(asker, asked, keys)
      return { deploymentId: await turns(`${asker.caller.tid}:${definition}`, change) }
    }),
  ]
}
