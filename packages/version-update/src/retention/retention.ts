import { parseResourceId, resourceNameOf, sameRegion, sameResourceId } from '@portal/arm'
import { appliedLock, compareVersionNames, deletionGuards, locksAgainst, softDeletePolicy } from '@portal/gallery'
import { revocationOf, storedTags, definitionIdOf, versionNumberOf } from '@portal/image-version'
import * as z from 'zod/mini'
import { isExcludedIn, isUsableIn, latestIn, type LatestCandidate } from '../latest/latest-version.ts'
import { isBusyState } from '../update-issues.ts'
import { matchesPattern, type RetentionRule } from './retention-rule.ts'

/** What becomes of the versions that a rule lets go. */
export const retentionAction = z.enum(['exclude', 'include', 'revoke', 'delete', 'lock'])
export type RetentionAction = z.infer<typeof retentionAction>

/** What decides whether a version stays. */
export const retainedVersion = z.strictObject({
  id: z.string(),
  /** short name of its region */
  location: z.string(),
  provisioningState: z.string(),
  tags: storedTags,
  excludeFromLatest: z.boolean(),
  /** ISO 8601 */
  publishedDate: z.optional(z.string()),
  endOfLifeDate: z.optional(z.string()),
  blockDeletionBeforeEndOfLife: z.boolean(),
  isUnderPlatformKeys: z.boolean(),
  /** its target regions, by short name */
  regions: z.array(z.strictObject({ name: z.string(), excludeFromLatest: z.boolean(), replicas: z.number() })),
  /** of all its disks; absent if Azure does not say it */
  sizeInGB: z.optional(z.number()),
  /** IDs of machines, disks and scale sets that were made from it, or have instances of it */
  usedBy: z.array(z.string()),
  /** IDs of the versions and images of which it is the source */
  sourceOf: z.array(z.string()),
  /** whether a campaign is still at the version that replaces it */
  isInCampaign: z.boolean(),
  locks: z.array(appliedLock),
  /** where the user might not see everything that uses it; none: the view covers all */
  unseen: z.array(z.string()),
  /** of its gallery; absent if it never had soft delete */
  softDeletePolicy: z.optional(softDeletePolicy),
})
export type RetainedVersion = z.infer<typeof retainedVersion>

/** The versions of some definitions, all of each, as one user sees what depends on them. */
export interface RetentionFacts {
  versions: readonly RetainedVersion[]
  /** Azure's own time, ISO 8601 */
  now: string
}

/** Why a version stays. */
export const keepReason = z.strictObject({
  code: z.enum([
    // what the rule says
    'NotMeant',
    'Newest',
    'Young',
    'Tagged',
    // what must not go, whatever it says
    'Unseen',
    'Latest',
    'Used',
    'SourceOfOthers',
    'InCampaign',
    'Locked',
    'UnderWay',
    'BeforeEndOfLife',
    'FailedUnderSoftDelete',
    'Revoked',
    'NothingToChange',
    // what the clean-up is not about: it was created since
    'Newer',
  ]),
  /** what it is about: IDs of resources, regions, a date, a state */
  about: z.array(z.string()),
})
export type KeepReason = z.infer<typeof keepReason>

/** A version, and why it stays; it goes if there is no reason. */
export interface Decision {
  version: RetainedVersion
  reasons: KeepReason[]
}

/**
 * What a rule decides about each version, the lowest number first within its definition. Whatever the rule: no version
 * goes that something was made from, that is the latest of a region, or of which something isn't known. Pure, so that
 * the same decision is made for the preview and just before each request.
 */
export function decisions(rule: RetentionRule, action: RetentionAction, facts: RetentionFacts): Decision[] {
  const chosen = rule.versions && new Set(rule.versions.map((id) => id.toLowerCase()))
  const byDefinition = Map.groupBy(facts.versions, ({ id }) => definitionIdOf(id).toLowerCase())
  return [...byDefinition.values()].flatMap((versions) => {
    const ordered = versions.toSorted((one, other) =>
      compareVersionNames(versionNumberOf(one.id), versionNumberOf(other.id)),
    )
    const newest = new Set(
      ordered
        .filter((version) => version.provisioningState === 'Succeeded' && revocationOf(version) === undefined)
        .slice(-(rule.keepNewest ?? 0) || Infinity),
    )
    const latest = latestOf(ordered)
    return ordered.map((version) => ({
      version,
      reasons: [
        ...ruleReasons(rule, version, {
          now: facts.now,
          isNewest: newest.has(version),
          isChosen: chosen?.has(version.id.toLowerCase()) ?? true,
        }),
        ...guardReasons(version, action, { now: facts.now, latestRegions: latest.get(version.id) ?? [] }),
      ],
    }))
  })
}

// Why the rule itself does not mean a version.
function ruleReasons(
  { keepDays, keepTag, only = {} }: RetentionRule,
  version: RetainedVersion,
  { now, isNewest, isChosen }: { now: string; isNewest: boolean; isChosen: boolean },
): KeepReason[] {
  const { id, tags, publishedDate, endOfLifeDate, excludeFromLatest, isUnderPlatformKeys } = version
  const age = Date.parse(now) - Date.parse(publishedDate ?? '')
  const isTagged = Object.keys(tags).some((name) => name.toLowerCase() === keepTag.toLowerCase())
  const { definition, version: number, tag } = only
  const tagValue = Object.entries(tags).find(([name]) => name.toLowerCase() === tag?.name.toLowerCase())?.[1]
  const isMeant =
    isChosen &&
    (definition === undefined || matchesPattern(resourceNameOf(parseResourceId(definitionIdOf(id))), definition)) &&
    (number === undefined || matchesPattern(versionNumberOf(version.id), number)) &&
    (tag === undefined || tagValue === tag.value) &&
    (only.isPastEndOfLife === undefined || Date.parse(endOfLifeDate ?? '') <= Date.parse(now)) &&
    (only.isRevoked === undefined || revocationOf(version) !== undefined) &&
    (only.isExcluded === undefined || excludeFromLatest) &&
    (only.isUnderPlatformKeys === undefined || isUnderPlatformKeys)
  return reasonsThatHold([
    ['NotMeant', !isMeant],
    ['Newest', isNewest],
    // A version whose age isn't known could be of today.
    ['Young', keepDays !== undefined && !(age >= keepDays * day), publishedDate === undefined ? [] : [publishedDate]],
    ['Tagged', isTagged],
  ])
}

const day = 86_400_000

// Excluding or revoking takes nothing away from what was made from a version; deleting does.
function guardReasons(
  version: RetainedVersion,
  action: RetentionAction,
  { now, latestRegions }: { now: string; latestRegions: readonly string[] },
): KeepReason[] {
  const { provisioningState, unseen, usedBy, sourceOf, isInCampaign, endOfLifeDate, tags, id } = version
  // Nothing forbids a lock, which changes nothing of the version itself.
  if (action === 'lock') return reasonsThatHold([['NothingToChange', isLocked(version)]])
  const isDeletion = action === 'delete'
  const inTheWay = locksAgainst(isDeletion ? 'deletion' : 'change', version.locks)
  const guards = deletionGuards({
    ...version,
    childNames: [],
    deletedVersionNames: [],
    locksReplicatedLocations: false,
    now,
  })
  const isRevoked = revocationOf({ id, tags }) !== undefined
  const isDone =
    (action === 'exclude' && version.excludeFromLatest) ||
    (action === 'include' && !version.excludeFromLatest) ||
    (action === 'revoke' && isRevoked)
  return reasonsThatHold([
    ['Unseen', isDeletion && unseen.length > 0, unseen],
    ['Latest', latestRegions.length > 0, latestRegions],
    ['Used', isDeletion && usedBy.length > 0, usedBy],
    ['SourceOfOthers', isDeletion && sourceOf.length > 0, sourceOf],
    ['InCampaign', isInCampaign],
    ['Locked', inTheWay.length > 0, inTheWay.map(({ scope }) => scope)],
    ['UnderWay', guards.includes('UnderWay'), [provisioningState]],
    ['BeforeEndOfLife', isDeletion && guards.includes('BeforeEndOfLife'), [endOfLifeDate ?? '']],
    ['FailedUnderSoftDelete', isDeletion && guards.includes('FailedUnderSoftDelete')],
    ['Revoked', action === 'include' && isRevoked],
    ['NothingToChange', isDone],
  ])
}

/** Whether a lock on the version itself keeps it from being deleted. */
function isLocked({ id, locks }: RetainedVersion): boolean {
  return locks.some(({ scope }) => sameResourceId(scope, id))
}

function reasonsThatHold(all: [KeepReason['code'], boolean, (readonly string[])?][]): KeepReason[] {
  return all.filter(([, holds]) => holds).map(([code, , about = []]) => ({ code, about: [...about] }))
}

/**
 * The regions in which each version of a definition, lowest number first, is the latest, by ID. A version with an
 * operation in progress might have reached a region or not: with and without it, what is the latest there counts.
 */
function latestOf(versions: readonly RetainedVersion[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const regions = [...new Set(versions.flatMap((version) => version.regions.map(({ name }) => name)))].toSorted()
  for (const isReplicated of [true, false]) {
    const candidates = versions.map((version) => toCandidate(version, isReplicated))
    for (const region of regions) {
      const id = candidates.findLast((each) => isUsableIn(each, region) && !isExcludedIn(each, region))?.id
      const known = found.get(id ?? '') ?? []
      if (id !== undefined && !known.some((one) => sameRegion(one, region))) found.set(id, [...known, region])
    }
  }
  return found
}

function toCandidate(version: RetainedVersion, isReplicated: boolean): LatestCandidate {
  const { id, provisioningState, excludeFromLatest, regions } = version
  return {
    id,
    name: versionNumberOf(version.id),
    provisioningState,
    excludeFromLatest,
    isRevoked: false,
    regions: regions.map((region) => ({
      name: region.name,
      excludeFromLatest: region.excludeFromLatest,
      isReplicated: isReplicated || !isBusyState(provisioningState),
    })),
  }
}

/** What is freed where versions go: the replicas of each region, and their size as far as Azure says it. */
export function freedByRegion(
  gone: readonly Pick<RetainedVersion, 'regions' | 'sizeInGB'>[],
): { region: string; replicas: number; sizeInGB: number }[] {
  const freed = new Map<string, { replicas: number; sizeInGB: number }>()
  for (const { regions, sizeInGB = 0 } of gone)
    for (const { name, replicas } of regions) {
      const before = freed.get(name) ?? { replicas: 0, sizeInGB: 0 }
      freed.set(name, { replicas: before.replicas + replicas, sizeInGB: before.sizeInGB + replicas * sizeInGB })
    }
  return [...freed]
    .map(([region, sum]) => ({ region, ...sum }))
    .toSorted((one, other) => (one.region < other.region ? -1 : 1))
}

/** The version to use instead of those that a rule revokes: the latest in its region; undefined if there is none. */
export function successorOfRevoked(version: RetainedVersion, siblings: readonly RetainedVersion[]): string | undefined {
  const ofDefinition = siblings.filter(
    ({ id }) => definitionIdOf(id).toLowerCase() === definitionIdOf(version.id).toLowerCase(),
  )
  return latestIn(
    ofDefinition.filter((one) => revocationOf(one) === undefined).map((one) => toCandidate(one, false)),
    version.location,
  )?.id
}
