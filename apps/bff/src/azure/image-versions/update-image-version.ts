import { formatResourceId } from '@portal/arm'
import type { StoredVersion } from '@portal/image-version'
import {
  decodeUpdateError,
  isStoredAsSent,
  updatedVersion,
  type VersionBody,
  versionFingerprint,
} from '@portal/version-update'
import { ArmRefusal, NoClearAnswer } from '../arm/arm-reply.ts'
import type { Azure, AzureSession } from '../arm/clients.ts'
import { ResourceBusy, ImageVersionChanged, OutcomeUnknown, RefusedPlan } from '../arm/write-refusals.ts'
import type { KeyReader } from '../disk-encryption-sets/keys/key-reader.ts'
import { putStoredVersion, readStoredVersion } from '../galleries/stored-version.ts'
import { judgedVersion, type JudgedVersion, type WantedChange } from './judged-version.ts'

/**
 * Changes a version with one PUT and returns its ID as soon as Azure has accepted it. After an unclear response, Azure
 * is read again. Throws as `judgedVersion` does, `ResourceBusy`, `RefusedPlan` or `OutcomeUnknown`, besides Azure's
 * own.
 */
export async function updateImageVersion(
  session: AzureSession,
  wanted: WantedChange,
  keys: KeyReader,
): Promise<string> {
  const judged = await judgedVersion(session, wanted, keys)
  const body = updatedVersion(judged.stored, wanted.change)
  return sentUpdate(session.azure, { wanted, judged, body, isStored: isStoredAsSent })
}

/** A validated update, ready to be sent. */
export interface ReadyUpdate {
  wanted: WantedChange
  judged: JudgedVersion
  body: VersionBody
  /** whether Azure has what was sent */
  isStored: (sent: VersionBody, stored: StoredVersion) => boolean
}

/** Sends the one PUT of a validated update. Throws as `updateImageVersion` does after its validation. */
export async function sentUpdate(azure: Azure, { wanted, judged, body, isStored }: ReadyUpdate): Promise<string> {
  try {
    await putStoredVersion(azure, wanted.id, body)
  } catch (error) {
    if (error instanceof ArmRefusal) throw refusalOf(error, wanted, judged)
    if (!(error instanceof NoClearAnswer)) throw error
    if (!(await wasStored(azure, wanted, (now) => isStored(body, now)))) throw error
  }
  return formatResourceId(wanted.id)
}

/** The result for Azure's refusal of a change: busy, or the refusal's meaning. 401 concerns the caller. */
export function refusalOf(refusal: ArmRefusal, { change }: WantedChange, judged: JudgedVersion): Error {
  if (refusal.status === 401) return refusal
  if (refusal.status === 409 && refusal.arm.code === 'Conflict') return new ResourceBusy(refusal)
  return new RefusedPlan(refusal, decodeUpdateError(refusal.arm, { ...judged, change }))
}

// Throws ImageVersionChanged if the version is neither as before nor as sent: someone else has changed it.
async function wasStored(
  azure: Azure,
  { id, fingerprint }: WantedChange,
  isStored: (now: StoredVersion) => boolean,
): Promise<boolean> {
  const now: StoredVersion = await readStoredVersion(azure, id).catch((failure: unknown) => {
    throw new OutcomeUnknown({ cause: failure })
  })
  if (isStored(now)) return true
  if ((await versionFingerprint(now)) === fingerprint) return false
  throw new ImageVersionChanged()
}
