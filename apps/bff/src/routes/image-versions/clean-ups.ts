import * as api from '@portal/portal-api'
import { oneAtATime } from '../../azure/arm/one-at-a-time.ts'
import { recentReadings } from '../../azure/arm/recent-readings.ts'
import type { KeyReader } from '../../azure/keys/key-reader.ts'
import {
  cleanUpVersion,
  getCleanUp,
  listCleanUps,
  previewCleanUp,
  startCleanUp,
} from '../../azure/versions/clean-up/clean-ups.ts'
import { route } from '../route.ts'

/** Which versions of a gallery stay by a rule, and what becomes of the others. */
export function cleanUpRoutes(keys: KeyReader, { deletionsNeedSecondPerson = false } = {}) {
  const turns = oneAtATime()
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
