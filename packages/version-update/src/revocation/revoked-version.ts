import {
  endOfLifeInstant,
  replacementTag,
  revocationOf,
  revocationTags,
  stateBeforeRevocation,
  type StateBeforeRevocation,
  type StoredVersion,
  tagsWithoutRevocation,
} from '@portal/image-version'
import * as z from 'zod/mini'
import { stepOf, type VersionStep } from '../rollout/version-step.ts'
import { updatedVersion, type VersionBody } from '../updated-version.ts'
import { noChange, type VersionChange } from '../version-change.ts'
import { isStoredAsSent, versionDifferences } from '../version-differences.ts'

/** A revocation as a user asks for it. */
export const wantedRevocation = z.strictObject({
  reason: z.string().check(z.maxLength(1024)),
  /** ID of the version to use instead; '' if there is none */
  replacementId: z.string().check(z.maxLength(1024)),
  /** YYYY-MM-DD; '' leaves the date as it is. An earlier date of the version stays in any case. */
  endOfLifeDate: z.string().check(z.maxLength(32)),
})
export type WantedRevocation = z.infer<typeof wantedRevocation>

/**
 * The earliest end of life that Azure accepts on the day of `now` (ISO 8601), as YYYY-MM-DD: the date must be in the
 * future. https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
 *
 */
export function earliestEndOfLife(now: string): string {
  return new Date(Date.parse(now) + 86_400_000).toISOString().slice(0, 10)
}

/**
 * The change of a revocation besides its tags. The flag of the whole version excludes it everywhere, also in regions
 * that are added later; those of the regions stay as they are. An end of life is never postponed.
 * https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update
 */
export function changeOfRevocation(stored: StoredVersion, { endOfLifeDate }: WantedRevocation): VersionChange {
  const isKept = endOfLifeDate === '' || endsEarlier(stored, endOfLifeDate)
  return { ...noChange(), excludeFromLatest: true, endOfLifeDate: isKept ? null : endOfLifeDate }
}

/** Whether the version has an end of life that is not later than that date (YYYY-MM-DD). */
export function endsEarlier({ properties }: StoredVersion, date: string): boolean {
  const { endOfLifeDate } = properties.publishingProfile
  return endOfLifeDate !== undefined && Date.parse(endOfLifeDate) <= Date.parse(endOfLifeInstant(date))
}

/**
 * The body of the PUT that revokes the version that ARM returned: everything else goes back unchanged, as in
 * `updatedVersion`. For a version that is revoked already, the date and what undoes it stay those of the first time.
 * `now` is Azure's time, ISO 8601.
 */
export function revokedVersion(stored: StoredVersion, wanted: WantedRevocation, now: string): VersionBody {
  const body = updatedVersion(stored, changeOfRevocation(stored, wanted))
  const known = revocationOf(stored)
  const before = known === undefined ? stateOf(stored) : stateBeforeRevocation(stored.tags)
  return {
    ...body,
    tags: {
      ...tagsWithoutRevocation(stored.tags),
      [revocationTags.date]: known?.date ?? now,
      [revocationTags.reason]: wanted.reason.trim(),
      ...(wanted.replacementId !== '' && {
        [revocationTags.replacement]: replacementTag(stored.id, wanted.replacementId),
      }),
      ...(before !== undefined && { [revocationTags.before]: JSON.stringify(before) }),
    },
  }
}

/** The step that revokes the version in a deployment: what `revokedVersion` changes, and nothing else. */
export function revocationStep(stored: StoredVersion, wanted: WantedRevocation, now: string): VersionStep {
  const names = new Set<string>(Object.values(revocationTags))
  const tags = Object.entries(revokedVersion(stored, wanted, now).tags ?? {}).filter(([name]) => names.has(name))
  return { ...stepOf(stored, changeOfRevocation(stored, wanted)), tags: Object.fromEntries(tags) }
}

/**
 * The body of the PUT that undoes a revocation: the version as it was before. An earlier end of life that has passed
 * meanwhile can't be set again, so the date then stays. `now` is Azure's time, ISO 8601.
 */
export function restoredVersion(stored: StoredVersion, now: string): VersionBody {
  const before = stateBeforeRevocation(stored.tags)
  const body = updatedVersion(stored, noChange())
  const tags = tagsWithoutRevocation(stored.tags)
  if (before === undefined) return { ...body, tags }
  const { endOfLifeDate: date, ...publishingProfile } = body.properties.publishingProfile
  const restored = isRestorable(before, now) ? before.endOfLifeDate : date
  return {
    ...body,
    tags,
    properties: {
      ...body.properties,
      publishingProfile: {
        ...publishingProfile,
        excludeFromLatest: before.excludeFromLatest,
        ...(restored !== undefined && { endOfLifeDate: restored }),
      },
    },
  }
}

/** Whether Azure would accept the end of life from before, or its removal. */
export function isRestorable({ endOfLifeDate }: StateBeforeRevocation, now: string): boolean {
  return endOfLifeDate === undefined || Date.parse(endOfLifeDate) > Date.parse(now)
}

/** Whether Azure has what a revocation or its undoing sent, the absence of a revocation's tags included. */
export function isRevocationStored(sent: VersionBody, stored: StoredVersion): boolean {
  const isRevoked = (version: VersionBody) => revocationOf({ id: stored.id, tags: version.tags }) !== undefined
  return isStoredAsSent(sent, stored) && isRevoked(sent) === isRevoked(stored)
}

/** Whether the version already is what the body says: nothing is to be sent. */
export function isAlreadySo(sent: VersionBody, stored: StoredVersion): boolean {
  return versionDifferences(stored, sent).length === 0
}

function stateOf({ properties }: StoredVersion): StateBeforeRevocation {
  const { excludeFromLatest = false, endOfLifeDate } = properties.publishingProfile
  return { excludeFromLatest, ...(endOfLifeDate !== undefined && { endOfLifeDate }) }
}
