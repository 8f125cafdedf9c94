import { apiVersions, parentResourceId, parseVersionId, type ResourceId } from '@portal/arm'
import { type CampaignItem, diskIdsOf } from '@portal/campaign'
import { compareVersionNames, locksAgainst, locksOn } from '@portal/gallery'
import { versionNumberOf } from '@portal/image-version'
import type { replaceVersion as endpoint, ImageVersion, RequestOf, ResponseOf } from '@portal/portal-api'
import { noChange, versionFingerprint } from '@portal/version-update'
import { PlainRefusal } from '../../refusals/refusal.ts'
import { ArmRefusal, NoClearAnswer } from '../arm/arm-reply.ts'
import { armUrl } from '../arm/arm-request.ts'
import type { Azure, AzureSession } from '../arm/clients.ts'
import { ifThere } from '../arm/sdk-answers.ts'
import { assertSecondPerson } from '../deployments/second-person.ts'
import type { KeyReader } from '../disk-encryption-sets/keys/key-reader.ts'
import { deleteGalleryResource } from '../galleries/gallery-deletions.ts'
import { readStoredVersion } from '../galleries/stored-version.ts'
import { getImageVersion, listImageVersions } from '../image-versions/image-versions.ts'
import { revokeImageVersion } from '../image-versions/revoke-image-version.ts'
import { updateImageVersion } from '../image-versions/update-image-version.ts'
import { parseCampaignId, readCampaign } from './campaign-deployments.ts'
import { locksOfGroup, proofOf } from './campaign-proofs.ts'
import { assertConfirmed } from './campaign-statement.ts'

/** The new version does not have the encryption that was asked for in every region: the old one stays as it is. */
class SuccessorNotProven extends PlainRefusal {
  constructor() {
    const message = 'The new version does not have the encryption that was asked for in every region yet'
    super(message, { code: 'SuccessorNotProven', status: 409 })
  }
}

type Asked = RequestOf<typeof endpoint>
type Replaced = ResponseOf<typeof endpoint>

/**
 * Replaces the old version of an item by its new one, one step at a time: the new one is included in *latest* if the
 * old one was, and only when Azure has done that, the old one is excluded, revoked or deleted. Which step is next is
 * read from Azure, so a repeated call does nothing twice. The disks that the new one was created from are deleted at
 * the end. Throws `SuccessorNotProven`, `CampaignChanged` if the campaign is not the one that the user confirmed,
 * `SecondPersonRequired` where the operator asks for one, and as `updateImageVersion` does.
 */
export async function replaceVersion(
  session: AzureSession,
  { id, item: index, action, confirmation, reason = '' }: Asked,
  { keys, deletionsNeedSecondPerson }: { keys: KeyReader; deletionsNeedSecondPerson: boolean },
): Promise<Replaced> {
  const { azure } = session
  const stated = await readCampaign(azure, parseCampaignId(id))
  await assertConfirmed(azure, stated, confirmation)
  if (action === 'delete' && deletionsNeedSecondPerson) await assertSecondPerson(session, stated.deployment)
  const { item, proof, successor } = await proofOf(azure, stated, index)
  // An update of the new one, for example the first of the two steps, is in progress.
  if (successor?.provisioningState === 'Updating') return { state: 'Waiting' }
  if (proof.state !== 'Proven' || successor === undefined) throw new SuccessorNotProven()
  const predecessorId = parseVersionId(item.predecessorId)
  const predecessor = await ifThere(getImageVersion(azure, predecessorId))
  if (predecessor !== undefined) {
    const locks = await locksOfGroup(azure, stated)
    const inTheWay = [
      ...locksAgainst(action === 'delete' ? 'deletion' : 'change', locksOn(item.predecessorId, locks)),
      ...locksAgainst('change', locksOn(successor.id, locks)),
    ]
    // Before the first of the two steps: otherwise both versions would be included.
    if (inTheWay.length > 0) return { state: 'Locked' }
  }
  if (predecessor !== undefined && (await isToBeIncluded(azure, item, { predecessor, successor }))) {
    await excluded(session, { id: parseVersionId(successor.id), excludeFromLatest: false }, keys)
    return { state: 'Waiting' }
  }
  if (predecessor !== undefined && action === 'delete') await deleteGalleryResource(azure, predecessorId)
  if (predecessor !== undefined && action === 'revoke')
    await revoked(session, { id: predecessorId, reason, replacementId: successor.id }, keys)
  if (predecessor !== undefined && action === 'exclude' && !predecessor.excludeFromLatest)
    await excluded(session, { id: predecessorId, excludeFromLatest: true }, keys)
  await Promise.all(diskIdsOf(stated.id, index, item).map((disk) => deleteDisk(azure, disk)))
  return { state: 'Done' }
}

/**
 * Whether the new version takes the old one's place among those that *latest* is chosen from. Not if another version
 * that counts has a number between the two: the new one would overtake it.
 */
async function isToBeIncluded(
  azure: Azure,
  item: CampaignItem,
  { predecessor, successor }: { predecessor: ImageVersion; successor: ImageVersion },
): Promise<boolean> {
  if (predecessor.excludeFromLatest || !successor.excludeFromLatest) return false
  const version = parseVersionId(item.predecessorId)
  const all = await listImageVersions(azure, parentResourceId(version) ?? version)
  const before = versionNumberOf(item.predecessorId)
  return !all.some(
    ({ name, excludeFromLatest }) =>
      !excludeFromLatest && compareVersionNames(name, before) > 0 && compareVersionNames(name, item.name) < 0,
  )
}

async function excluded(
  session: AzureSession,
  { id, excludeFromLatest }: { id: ResourceId; excludeFromLatest: boolean },
  keys: KeyReader,
): Promise<void> {
  const stored = await readStoredVersion(session.azure, id)
  const change = { ...noChange(), excludeFromLatest }
  await updateImageVersion(session, { id, change, fingerprint: await versionFingerprint(stored) }, keys)
}

async function revoked(
  session: AzureSession,
  { id, ...revocation }: { id: ResourceId; reason: string; replacementId: string },
  keys: KeyReader,
): Promise<void> {
  const fingerprint = await versionFingerprint(await readStoredVersion(session.azure, id))
  await revokeImageVersion(session, { id, fingerprint, revocation: { ...revocation, endOfLifeDate: '' } }, keys)
}

// What is left of the disks costs money and does no harm: a refusal does not undo what was done before.
async function deleteDisk(azure: Azure, id: string): Promise<void> {
  const url = armUrl(id, { 'api-version': apiVersions.disks.version })
  await azure.send({ method: 'DELETE', url }).catch((error: unknown) => {
    if (!(error instanceof ArmRefusal) && !(error instanceof NoClearAnswer)) throw error
  })
}
