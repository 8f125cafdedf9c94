import { formatResourceId, tryParseResourceId } from '@portal/arm'
import { isBlocking, isImageVersionId, type Issue, revocationOf } from '@portal/image-version'
import {
  changeOfRevocation,
  isAlreadySo,
  isRevocationStored,
  noChange,
  type Replacement,
  restoredVersion,
  revocationIssues,
  revokedVersion,
  undoIssues,
  type VersionBody,
  type VersionChange,
  versionFingerprint,
  type WantedRevocation,
} from '@portal/version-update'
import { ArmRefusal } from '../arm/arm-reply.ts'
import type { Azure } from '../arm/clients.ts'
import { ImageVersionChanged, PlanRejected } from '../arm/write-refusals.ts'
import type { Asker, KeyReader } from '../disk-encryption-sets/keys/key-reader.ts'
import { readStoredVersion } from '../galleries/stored-version.ts'
import { versionToChange, type JudgedVersion, type WantedChange } from './judged-version.ts'
import { sentUpdate } from './update-image-version.ts'

type Asked = Pick<WantedChange, 'id' | 'fingerprint'>

/**
 * Revokes a version with one PUT, and returns its ID as soon as Azure has accepted it; if it is revoked in the same way
 * already, nothing is sent. Throws as `updateImageVersion` does.
 */
export async function revokeImageVersion(
  asker: Asker,
  { revocation, ...asked }: Asked & { revocation: WantedRevocation },
  keys: KeyReader,
): Promise<string> {
  const [judged, replacement] = await Promise.all([
    versionToChange(asker, { id: asked.id, change: noChange() }, keys),
    replacementIn(asker.azure, revocation.replacementId),
  ])
  const { stored, inventory } = judged
  return sentRevocation(asker.azure, {
    asked,
    judged,
    body: revokedVersion(stored, revocation, inventory.now),
    change: changeOfRevocation(stored, revocation),
    isDone: revocationOf(stored) !== undefined,
    issues: () => revocationIssues(stored, revocation, { inventory, replacement }),
  })
}

/** Undoes a revocation likewise. */
export async function undoRevocation(asker: Asker, asked: Asked, keys: KeyReader): Promise<string> {
  const judged = await versionToChange(asker, { id: asked.id, change: noChange() }, keys)
  const { stored, inventory } = judged
  return sentRevocation(asker.azure, {
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
