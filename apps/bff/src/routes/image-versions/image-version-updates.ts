import { parseVersionId, parseDefinitionId } from '@portal/arm'
import * as api from '@portal/portal-api'
import { versionFingerprint } from '@portal/version-update'
import type { AzureSession } from '../../azure/arm/clients.ts'
import { keyedMutex } from '../../azure/arm/mutex.ts'
import type { KeyReader } from '../../azure/disk-encryption-sets/keys/key-reader.ts'
import { readStoredVersion } from '../../azure/galleries/stored-version.ts'
import { changeLatest } from '../../azure/image-versions/latest/change-latest.ts'
import { latestFollowers } from '../../azure/image-versions/latest/latest-followers.ts'
import { latestVersions } from '../../azure/image-versions/latest/latest-versions.ts'
import { revokeImageVersion, undoRevocation } from '../../azure/image-versions/revoke-image-version.ts'
import { startRegionRepair, startRollout } from '../../azure/image-versions/start-version-work.ts'
import { updateImageVersion } from '../../azure/image-versions/update-image-version.ts'
import {
  cancelVersionWork,
  getVersionWork,
  listVersionWork,
  parseVersionWorkId,
  listLatestWork,
} from '../../azure/image-versions/version-work.ts'
import { route } from '../route.ts'

/** Changes of existing image versions, with one PUT or with steps that Azure runs. */
export function imageVersionUpdateRoutes(keys: KeyReader) {
  const turns = keyedMutex()
  const inTurn = ({ caller }: AzureSession, { id }: { id: string }, write: () => Promise<string>) =>
    turns(`${caller.tid}:${id.toLowerCase()}`, write)
  return [
    route(api.getStoredImageVersion, async ({ id }, { azure }) => {
      const version = await readStoredVersion(azure, parseVersionId(id))
      return { version, fingerprint: await versionFingerprint(version), asOf: azure.now() }
    }),
    route(api.updateImageVersion, async (wanted, session) => ({
      id: await inTurn(session, wanted, () => updateImageVersion(session, withParsedId(wanted), keys)),
    })),
    route(api.revokeImageVersion, async ({ descendants = [], ...asked }, session) => ({
      id: await inTurn(session, asked, () =>
        revokeImageVersion(session, { ...withParsedId(asked), descendants: descendants.map(withParsedId) }, keys),
      ),
    })),
    route(api.undoRevocation, async (asked, session) => ({
      id: await inTurn(session, asked, () => undoRevocation(session, withParsedId(asked), keys)),
    })),
    route(api.startRollout, async (wanted, session) => ({
      deploymentId: await inTurn(session, wanted, () => startRollout(session, withParsedId(wanted), keys)),
    })),
    route(api.startRegionRepair, async (wanted, session) => ({
      deploymentId: await inTurn(session, wanted, () => startRegionRepair(session, withParsedId(wanted), keys)),
    })),
    route(api.getVersionWork, ({ id }, { azure }) => getVersionWork(azure, parseVersionWorkId(id))),
    route(api.listVersionWork, ({ imageVersionId }, { azure }) =>
      listVersionWork(azure, parseVersionId(imageVersionId)),
    ),
    route(api.cancelVersionWork, ({ id }, { azure }) => cancelVersionWork(azure, parseVersionWorkId(id))),
  ]
}

function withParsedId<Wanted extends { id: string }>(wanted: Wanted) {
  return { ...wanted, id: parseVersionId(wanted.id) }
}

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
    route(api.changeLatest, async (asked, session) => {
      const definition = asked.imageVersionId.toLowerCase().split('/versions/')[0] ?? ''
      const change = () => changeLatest(session, asked, keys)
      return { deploymentId: await turns(`${session.caller.tid}:${definition}`, change) }
    }),
  ]
}
