import { parseResourceIdOf } from '@portal/arm'
import { versionFingerprint } from '@portal/image-version'
import * as api from '@portal/portal-api'
import type { WantedChange } from '../azure/judged-version.ts'
import type { Asker, KeyReader } from '../azure/key-reader.ts'
import { oneAtATime } from '../azure/one-at-a-time.ts'
import { startRegionRepair, startRollout } from '../azure/start-version-work.ts'
import { readStoredVersion } from '../azure/stored-version.ts'
import { updateImageVersion } from '../azure/update-image-version.ts'
import { cancelVersionWork, getVersionWork, listVersionWork, parseVersionWorkId } from '../azure/version-work.ts'
import { route } from '../route.ts'

/** Changing image versions that exist, by one PUT or by steps that Azure takes. */
export function imageVersionUpdateRoutes(keys: KeyReader) {
  const turns = oneAtATime()
  const inTurn = <Wanted extends { id: string }>(
    { id, ...wanted }: Wanted,
    asker: Asker,
    write: Write<Omit<Wanted, 'id'> & Pick<WantedChange, 'id'>>,
  ) => turns(`${asker.caller.tid}:${id.toLowerCase()}`, () => write(asker, { ...wanted, id: parseVersionId(id) }, keys))
  return [
    route(api.getStoredImageVersion, async ({ id }, { azure }) => {
      const version = await readStoredVersion(azure, parseVersionId(id))
      return { version, fingerprint: await versionFingerprint(version), asOf: azure.now() }
    }),
    route(api.updateImageVersion, async (wanted, asker) => ({ id: await inTurn(wanted, asker, updateImageVersion) })),
    route(api.startRollout, async (wanted, asker) => ({ deploymentId: await inTurn(wanted, asker, startRollout) })),
    route(api.startRegionRepair, async (wanted, asker) => ({
      deploymentId: await inTurn(wanted, asker, startRegionRepair),
    })),
    route(api.getVersionWork, ({ id }, { azure }) => getVersionWork(azure, parseVersionWorkId(id))),
    route(api.listVersionWork, ({ imageVersionId }, { azure }) =>
      listVersionWork(azure, parseVersionId(imageVersionId)),
    ),
    route(api.cancelVersionWork, async ({ id }, { azure }) => {
      await cancelVersionWork(azure, parseVersionWorkId(id))
      return {}
    }),
  ]
}

type Write<Wanted> = (asker: Asker, wanted: Wanted, keys: KeyReader) => Promise<string>

function parseVersionId(id: string) {
  return parseResourceIdOf('Microsoft.Compute/galleries/images/versions', id)
}
