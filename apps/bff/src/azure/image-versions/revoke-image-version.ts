import { formatResourceId, resourceGroupId, tryParseResourceId } from '@portal/arm'
import { isBlocking, isImageVersionId, type Issue, revocationOf } from '@portal/image-version'
import {
  changeOfRevocation,
  isAlreadySo,
  isRevocationStored,
  noChange,
  type Replacement,
  restoredVersion,
  revocationIssues,
  revocationStep,
  revokedVersion,
  undoIssues,
  type VersionBody,
  type VersionChange,
  versionFingerprint,
  type WantedRevocation,
} from '@portal/version-update'
import { RequestRefused } from '../../refusals/request-refused.ts'
import { ArmRefusal } from '../arm/arm-reply.ts'
import type { Azure, AzureSession } from '../arm/clients.ts'
import { ImageVersionChanged, PlanRejected } from '../arm/write-refusals.ts'
import { sendDeployment } from '../deployments/start-deployment.ts'
import type { KeyReader } from '../disk-encryption-sets/keys/key-reader.ts'
import { readStoredVersion } from '../galleries/stored-version.ts'
import { versionToChange, type JudgedVersion, type WantedChange } from './judged-version.ts'
import { refusalOf, sentUpdate } from './update-image-version.ts'
import { isWorkUnderWay, refuseWhileWorkRuns, versionWorkBody, versionWorkId } from './version-work.ts'

type Asked = Pick<WantedChange, 'id' | 'fingerprint'>

/**
 * Revokes a version with one PUT, and returns its ID as soon as Azure has accepted it; if it is revoked in the same way
 * already, nothing is sent. With descendants, one deployment revokes it and then each of them. Throws as
 * `updateImageVersion` does.
 */
export async function revokeImageVersion(
  session: AzureSession,
  { revocation, descendants = [], ...asked }: Asked & { revocation: WantedRevocation; descendants?: Asked[] },
  keys: KeyReader,
): Promise<string> {
  if (descendants.length > 0) return revokedTogether(session, { asked: [asked, ...descendants], revocation }, keys)
  const [judged, replacement] = await Promise.all([
    versionToChange(session, { id: asked.id, change: noChange() }, keys),
    replacementIn(session.azure, revocation.replacementId),
  ])
  const { stored, inventory } = judged
  return sentRevocation(session.azure, {
    asked,
    judged,
    body: revokedVersion(stored, revocation, inventory.now),
    change: changeOfRevocation(stored, revocation),
    isDone: revocationOf(stored) !== undefined,
    issues: () => revocationIssues(stored, revocation, { inventory, replacement }),
  })
}

async function revokedTogether(
  session: AzureSession,
  { asked, revocation }: { asked: [Asked, ...Asked[]]; revocation: WantedRevocation },
  keys: KeyReader,
): Promise<string> {
  const { azure } = session
  const [first] = asked
  const group = resourceGroupId(first.id).toLowerCase()
  if (asked.some(({ id }) => resourceGroupId(id).toLowerCase() !== group))
    throw new RequestRefused('InvalidRequest', 'Not as expected: versions of several resource groups')
  const deploymentId = versionWorkId(first.id, { asked, revocation })
  if (await isWorkUnderWay(azure, deploymentId)) return formatResourceId(first.id)
  const replacement = await replacementIn(azure, revocation.replacementId)
  const judged = await Promise.all(
    asked.map(async ({ id, fingerprint }, index) => {
      // The replacement is that of the first one: those made from it have no version in common to use instead.
      const wanted = { ...revocation, ...(index > 0 && { replacementId: '' }) }
      const facts = await versionToChange(session, { id, change: noChange() }, keys)
      if ((await versionFingerprint(facts.stored)) !== fingerprint) throw new ImageVersionChanged()
      const { inventory } = facts
      const issues = revocationIssues(facts.stored, wanted, { inventory, ...(index === 0 && { replacement }) })
      if (issues.some(isBlocking)) throw new PlanRejected(issues)
      return { ...facts, wanted }
    }),
  )
  await refuseWhileWorkRuns(
    azure,
    asked.map(({ id }) => id),
  )
  const versions = judged.map(({ stored }) => stored)
  const [head] = judged
  if (head === undefined) throw new ImageVersionChanged()
  const { stored: version, inventory } = head
  const body = versionWorkBody(
    deploymentId,
    {
      kind: 'Revocation',
      imageVersionId: version.id,
      askedAt: azure.now(),
      steps: judged.map(({ stored, wanted }) => ({
        ...revocationStep(stored, wanted, inventory.now),
        latest: { versionId: stored.id, flag: 'revoke', regions: [] },
      })),
    },
    { version, versions },
  )
  try {
    await sendDeployment(azure, deploymentId, body)
  } catch (error) {
    if (!(error instanceof ArmRefusal)) throw error
    throw refusalOf(error, { ...first, change: noChange() }, { stored: version, inventory })
  }
  return formatResourceId(first.id)
}

/** Undoes a revocation likewise. */
export async function undoRevocation(session: AzureSession, asked: Asked, keys: KeyReader): Promise<string> {
  const judged = await versionToChange(session, { id: asked.id, change: noChange() }, keys)
  const { stored, inventory } = judged
  return sentRevocation(session.azure, {
    asked,
    judged,
    body: restoredVersion(stored, inventory.now),
    change: noChange(),
    isDone: revocationOf(stored) === undefined,
    issues: () => undoIssues(stored, inventory),
  })
}

interface Work {
  asked: Asked
  judged: JudgedVersion
  body: VersionBody
  change: VersionChange
  /** whether the version was revoked, or its revocation undone, before */
  isDone: boolean
  issues: () => Issue[]
}

async function sentRevocation(azure: Azure, { asked, judged, body, change, isDone, issues }: Work): Promise<string> {
  const { stored } = judged
  // Someone who asks again, because the first answer was lost, has the fingerprint of before.
  if ((await versionFingerprint(stored)) !== asked.fingerprint) {
    if (isDone && isAlreadySo(body, stored)) return formatResourceId(asked.id)
    throw new ImageVersionChanged()
  }
  const found = issues()
  if (found.some(isBlocking)) throw new PlanRejected(found)
  return sentUpdate(azure, { wanted: { ...asked, change }, judged, body, isStored: isRevocationStored })
}

// A replacement that can't be read, in another directory for example, might be there.
async function replacementIn(azure: Azure, id: string): Promise<Replacement | undefined> {
  const parsed = tryParseResourceId(id)
  if (parsed === undefined || !isImageVersionId(parsed)) return undefined
  try {
    return { id, version: await readStoredVersion(azure, parsed) }
  } catch (error) {
    return error instanceof ArmRefusal && error.status === 404 ? { id, version: undefined } : undefined
  }
}
