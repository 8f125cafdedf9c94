import { parseResourceIdOf } from '@portal/arm'
import { versionFingerprint } from '@portal/image-version'
import * as api from '@portal/portal-api'
import type { Asker, KeyReader } from '../azure/key-reader.ts'
import { oneAtATime } from '../azure/one-at-a-time.ts'
import { readStoredVersion } from '../azure/stored-version.ts'
import { updateImageVersion } from '../azure/update-image-version.ts'
import { route } from '../route.ts'

/** Changing image versions that exist, by one PUT or by steps that Azure takes. */
export function imageVersionUpdateRoutes(keys: KeyReader) {
  const inTurn = oneAtATime()
  const turnOf = ({ caller }: Asker, id: string) => `${caller.tid}:${id.toLowerCase()}`
  return [
    route(api.getStoredImageVersion, async ({ id }, { azure }) => {
      const version = await readStoredVersion(azure, parseVersionId(id))
      return { version, fingerprint: await versionFingerprint(version), asOf: azure.now() }
    }),
    route(api.updateImageVersion, async ({ id, ...wanted }, asker) => ({
      id: await inTurn(turnOf(asker, id), () => updateImageVersion(asker, { ...wanted, id: parseVersionId(id) }, keys)),
    })),
  ]
}

function parseVersionId(id: string) {
  return parseResourceIdOf('Microsoft.Compute/galleries/images/versions', id)
}
