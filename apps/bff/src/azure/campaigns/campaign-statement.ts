import { campaignConfirmation, type KeyOfSet, setIdsOfCampaign } from '@portal/campaign'
import type { CampaignStatement } from '@portal/portal-api'
import { PlainRefusal } from '../../refusals/refusal.ts'
import type { Azure, AzureSession } from '../arm/clients.ts'
import { statementWrites } from '../deployments/second-person.ts'
import { listDiskEncryptionSets } from '../disk-encryption-sets/disk-encryption-sets.ts'
import { parseCampaignId, readCampaign, type StatedCampaign } from './campaign-deployments.ts'

/** The campaign, or the key behind one of its sets, is not what the user confirmed. */
class CampaignChanged extends PlainRefusal {
  constructor() {
    const event = { level: 'warn', event: 'campaign-changed' } as const
    super('The campaign is not what was confirmed', { code: 'CampaignChanged', status: 409, event })
  }
}

/** What a user sees before they continue a campaign; `needsSecondPerson` is the portal's own setting. */
export async function campaignStatement(
  session: AzureSession,
  id: string,
  { needsSecondPerson }: { needsSecondPerson: boolean },
): Promise<CampaignStatement> {
  const { azure } = session
  const stated = await readCampaign(azure, parseCampaignId(id))
  const [sets, writes] = await Promise.all([keysOfSets(azure, stated), statementWrites(session, stated.deployment)])
  return { sets, needsSecondPerson, ...(writes && { writes }) }
}

/** Throws `CampaignChanged` unless the campaign that is about to be carried out is the one that the user has seen. */
export async function assertConfirmed(azure: Azure, stated: StatedCampaign, confirmation: string): Promise<void> {
  const expected = await campaignConfirmation(stated.campaign, await keysOfSets(azure, stated))
  if (confirmation !== expected) throw new CampaignChanged()
}

async function keysOfSets(azure: Azure, { campaign, deployment }: StatedCampaign): Promise<KeyOfSet[]> {
  const named = new Set(setIdsOfCampaign(campaign).map((id) => id.toLowerCase()))
  const all = await listDiskEncryptionSets(azure, deployment.subscriptionId)
  return all
    .filter(({ id }) => named.has(id.toLowerCase()))
    .map(({ id, keyVaultName, keyName }) => ({ id, keyVaultName, keyName }))
}
