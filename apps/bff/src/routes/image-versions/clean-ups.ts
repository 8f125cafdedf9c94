import * as api from '@portal/portal-api'
import { keyedMutex } from '../../azure/arm/mutex.ts'
import { recentReadings } from '../../azure/arm/recent-readings.ts'
import {
  cleanUpVersion,
  getCleanUp,
  listCleanUps,
  previewCleanUp,
  startCleanUp,
} from '../../azure/clean-ups/clean-ups.ts'
import type { KeyReader } from '../../azure/disk-encryption-sets/keys/key-reader.ts'
import { route } from '../route.ts'

/** Which versions of a gallery stay by a rule, and what becomes of the others. */
export function cleanUpRoutes(keys: KeyReader, { deletionsNeedSecondPerson = false } = {}) {
  const turns = keyedMutex()
  const unseen = recentReadings<string[]>(() => performance.now())
  return [
    route(api.previewCleanUp, (asked, asker) => previewCleanUp(asker, asked, unseen)),
    route(api.startCleanUp, async (asked, { azure }) => ({ id: await startCleanUp(azure, asked) })),
    route(api.getCleanUp, ({ id }, asker) => getCleanUp(asker, id, { deletionsNeedSecondPerson })),
    route(api.listCleanUps, ({ galleryId }, { azure }) => listCleanUps(azure, galleryId)),
    // One version after the other, whoever asks: what the first one takes away, the second one's rule has to see.
    route(api.cleanUpVersion, (asked, asker) =>
      turns(`${asker.caller.tid}:${asked.id.toLowerCase()}`, () =>
        cleanUpVersion(asker, asked, { keys, unseen, deletionsNeedSecondPerson }),
      ),
    ),
  ]
}
