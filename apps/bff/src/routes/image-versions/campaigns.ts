import * as api from '@portal/portal-api'
import type { AzureSession } from '../../azure/arm/clients.ts'
import { keyedMutex } from '../../azure/arm/mutex.ts'
import { recentReadings } from '../../azure/arm/recent-readings.ts'
import { startCampaign } from '../../azure/campaigns/campaign-deployments.ts'
import { campaignProofs } from '../../azure/campaigns/campaign-proofs.ts'
import { campaignStatement } from '../../azure/campaigns/campaign-statement.ts'
import { getCampaign, listCampaigns } from '../../azure/campaigns/get-campaign.ts'
import { replaceVersion } from '../../azure/campaigns/replace-version.ts'
import { startCampaignBatch } from '../../azure/campaigns/start-campaign-batch.ts'
import { surveyCampaign } from '../../azure/campaigns/survey-campaign.ts'
import {
  cleanUpVersion,
  getCleanUp,
  listCleanUps,
  previewCleanUp,
  startCleanUp,
} from '../../azure/clean-ups/clean-ups.ts'
import type { KeyReader } from '../../azure/disk-encryption-sets/keys/key-reader.ts'
import { route } from '../route.ts'

/** Versions under platform-managed keys, created again under one's own. */
export function campaignRoutes(keys: KeyReader, { deletionsNeedSecondPerson = false } = {}) {
  const turns = keyedMutex()
  // Two windows, or two people, that start or replace the same at once: the second one finds what the first did.
  const inTurn = <T>({ caller }: AzureSession, { id }: { id: string }, write: () => Promise<T>) =>
    turns(`${caller.tid}:${id.toLowerCase()}`, write)
  return [
    route(api.surveyCampaign, ({ imageVersionIds }, { azure }) => surveyCampaign(azure, imageVersionIds)),
    route(api.startCampaign, async (campaign, { azure }) => ({ id: await startCampaign(azure, campaign) })),
    route(api.startCampaignBatch, (asked, session) =>
      inTurn(session, asked, () => startCampaignBatch(session, asked, keys)),
    ),
    route(api.getCampaign, ({ id }, { azure }) => getCampaign(azure, id)),
    route(api.getCampaignStatement, ({ id }, session) =>
      campaignStatement(session, id, { needsSecondPerson: deletionsNeedSecondPerson }),
    ),
    route(api.getCampaignProofs, (asked, { azure }) => campaignProofs(azure, asked)),
    route(api.replaceVersion, (asked, session) =>
      inTurn(session, { id: `${asked.id} ${asked.item}` }, () =>
        replaceVersion(session, asked, { keys, deletionsNeedSecondPerson }),
      ),
    ),
    route(api.listCampaigns, (asked, { azure }) => listCampaigns(azure, asked)),
  ]
}

/** Which versions of a gallery stay by a rule, and what becomes of the others. */
export function cleanUpRoutes(keys: KeyReader, { deletionsNeedSecondPerson = false } = {}) {
  const turns = keyedMutex()
  const unseen = recentReadings<string[]>(() => performance.now())
  return [
    route(api.previewCleanUp, (asked, session) => previewCleanUp(session, asked, unseen)),
    route(api.startCleanUp, async (asked, { azure }) => ({ id: await startCleanUp(azure, asked) })),
    route(api.getCleanUp, ({ id }, session) => getCleanUp(session, id, { deletionsNeedSecondPerson })),
    route(api.listCleanUps, ({ galleryId }, { azure }) => listCleanUps(azure, galleryId)),
    // One version after the other, whoever asks: what the first one takes away, the second one's rule has to see.
    route(api.cleanUpVersion, (asked, session) =>
      turns(`${session.caller.tid}:${asked.id.toLowerCase()}`, () =>
        cleanUpVersion(session, asked, { keys, unseen, deletionsNeedSecondPerson }),
      ),
    ),
  ]
}
