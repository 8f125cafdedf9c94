import type { ResourceId } from '@portal/arm'
import { campaignConfirmation, type KeyOfSet, setIdsOfCampaign } from '@portal/campaign'
import type { CampaignStatement, StatementWrite } from '@portal/portal-api'
import type { Caller } from '../../auth/caller.ts'
import { PlainRefusal } from '../../refusals/refusal.ts'
import type { Azure, AzureSession } from '../arm/clients.ts'
import { deploymentWrites } from '../deployments/deployment-writes.ts'
import { listDiskEncryptionSets } from '../disk-encryption-sets/disk-encryption-sets.ts'
import { parseCampaignId, readCampaign, type StatedCampaign } from './campaign-deployments.ts'

/** The campaign, or the key behind one of its sets, is not what the user confirmed. */
class CampaignChanged extends PlainRefusal {
  constructor() {
    const event = { level: 'warn', event: 'campaign-changed' } as const
    super('The campaign is not what was confirmed', { code: 'CampaignChanged', status: 409, event })
  }
}

/** The user stated the campaign themselves, or Azure doesn't say who did. */
class SecondPersonRequired extends PlainRefusal {
  constructor() {
    const event = { level: 'warn', event: 'second-person-required' } as const
    const message = 'Someone else than the person who stated the campaign has to delete its old versions'
    super(message, { code: 'SecondPersonRequired', status: 403, event })
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

/** Who stated something, and changed it since, the earliest first. Undefined if the caller may not read the log. */
export async function statementWrites(
  { azure, caller }: AzureSession,
  statement: ResourceId,
): Promise<StatementWrite[] | undefined> {
  const writes = await deploymentWrites(azure, statement)
  return writes?.map(({ time, by, isUser, objectId }) => ({ time, by, isUser, isYou: isSame(objectId, caller) }))
}

/** Throws `CampaignChanged` unless the campaign that is about to be carried out is the one that the user has seen. */
export async function assertConfirmed(azure: Azure, stated: StatedCampaign, confirmation: string): Promise<void> {
  const expected = await campaignConfirmation(stated.campaign, await keysOfSets(azure, stated))
  if (confirmation !== expected) throw new CampaignChanged()
}

/** Throws `SecondPersonRequired` unless `isStatedByOthers`. */
export async function assertSecondPerson(session: AzureSession, statement: ResourceId): Promise<void> {
  if (!isStatedByOthers(await statementWrites(session, statement))) throw new SecondPersonRequired()
}

/** Whether Azure has a record of who wrote a statement, at first and since, and the caller is not among them. */
export function isStatedByOthers(writes: readonly StatementWrite[] = []): boolean {
  return writes.length > 0 && !writes.some(({ isYou }) => isYou)
}

// A record without the object ID could be of anyone.
function isSame(objectId: string | undefined, caller: Caller): boolean {
  return objectId === undefined || objectId.toLowerCase() === caller.oid.toLowerCase()
}

async function keysOfSets(azure: Azure, { campaign, deployment }: StatedCampaign): Promise<KeyOfSet[]> {
  const named = new Set(setIdsOfCampaign(campaign).map((id) => id.toLowerCase()))
  const all = await listDiskEncryptionSets(azure, deployment.subscriptionId)
  return all
    .filter(({ id }) => named.has(id.toLowerCase()))
    .map(({ id, keyVaultName, keyName }) => ({ id, keyVaultName, keyName }))
}
