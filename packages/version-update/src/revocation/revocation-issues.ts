import { resourceNameOf, sameResourceId, tryParseResourceId } from '@portal/arm'
import {
  errorAt,
  type Inventory,
  isBlocking,
  isImageVersionId,
  type Issue,
  replacementTag,
  revocationOf,
  stateBeforeRevocation,
  type StoredVersion,
  unreadable,
  warningAt,
} from '@portal/image-version'
import { isBusyState, updateIssues } from '../update-issues.ts'
import { noChange } from '../version-change.ts'
import {
  changeOfRevocation,
  endsEarlier,
  isAlreadySo,
  isRestorable,
  restoredVersion,
  revokedVersion,
  type WantedRevocation,
} from './revoked-version.ts'

// The limits of tags: https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources
const longestValue = 256
const maxTags = 50

/** What Azure says about the chosen replacement; undefined if it can't be read. */
export interface Replacement {
  id: string
  /** absent if Azure does not have it */
  version?: Pick<StoredVersion, 'id' | 'tags'> | undefined
}

/**
 * Everything wrong with a revocation of the version that ARM returned. Paths lead into `WantedRevocation`; empty for
 * the version as a whole.
 */
export function revocationIssues(
  stored: StoredVersion,
  wanted: WantedRevocation,
  { inventory, replacement }: { inventory: Inventory; replacement?: Replacement | undefined },
): Issue[] {
  const change = changeOfRevocation(stored, wanted)
  const body = revokedVersion(stored, wanted, inventory.now)
  const issues = [
    ...withoutNothing(updateIssues(stored, change, inventory)),
    ...reasonIssues(wanted),
    ...replacementIssues(stored, wanted, replacement),
    ...endOfLifeIssues(stored, wanted),
    ...tagCountIssues(body.tags ?? {}),
  ]
  if (issues.some(isBlocking) || !isAlreadySo(body, stored)) return issues
  return [...issues, errorAt([], 'NothingToChange', {})]
}

/** Everything that stands in the way of undoing a revocation, and what it can't bring back. */
export function undoIssues(stored: StoredVersion, inventory: Inventory): Issue[] {
  const state = stored.properties.provisioningState ?? ''
  if (isBusyState(state)) return [errorAt([], 'VersionBusy', { state })]
  if (revocationOf(stored) === undefined) return [errorAt([], 'VersionNotRevoked', {})]
  // A set that is gone is in the way of every update.
  const body = restoredVersion(stored, inventory.now)
  const { excludeFromLatest = false } = body.properties.publishingProfile
  const issues = withoutNothing(updateIssues(stored, { ...noChange(), excludeFromLatest }, inventory))
  const before = stateBeforeRevocation(stored.tags)
  if (before === undefined) return [...issues, warningAt([], 'StateBeforeUnknown', {})]
  return isRestorable(before, inventory.now)
    ? issues
    : [...issues, warningAt([], 'EndOfLifeNotRestorable', { date: before.endOfLifeDate ?? '' })]
}

// The flags can be as they were, and the tags alone change: the rules of updates don't see those.
function withoutNothing(issues: Issue[]): Issue[] {
  return issues.filter(({ code }) => code !== 'NothingToChange')
}

function reasonIssues({ reason }: WantedRevocation): Issue[] {
  const text = reason.trim()
  if (text === '') return [errorAt(['reason'], 'RevocationReasonRequired', {})]
  if (unreadable.test(text)) return [errorAt(['reason'], 'RevocationReasonUnreadable', {})]
  return text.length > longestValue
    ? [errorAt(['reason'], 'RevocationReasonTooLong', { length: text.length, max: longestValue })]
    : []
}

function replacementIssues(
  stored: StoredVersion,
  { replacementId: id }: WantedRevocation,
  replacement: Replacement | undefined,
): Issue[] {
  if (id === '') return []
  const path = ['replacementId']
  const parsed = tryParseResourceId(id)
  if (parsed === undefined || !isImageVersionId(parsed)) return [errorAt(path, 'ReplacementInvalid', {})]
  if (sameResourceId(id, stored.id)) return [errorAt(path, 'ReplacementIsTheVersion', {})]
  if (replacementTag(stored.id, id).length > longestValue)
    return [errorAt(path, 'ReplacementTooLong', { length: id.length, max: longestValue })]
  const name = resourceNameOf(parsed)
  if (replacement === undefined || !sameResourceId(replacement.id, id)) return []
  if (replacement.version === undefined) return [errorAt(path, 'ReplacementNotFound', { name })]
  return revocationOf(replacement.version) ? [errorAt(path, 'ReplacementRevoked', { name })] : []
}

function endOfLifeIssues(stored: StoredVersion, { endOfLifeDate: wanted }: WantedRevocation): Issue[] {
  const { endOfLifeDate = '' } = stored.properties.publishingProfile
  const path = ['endOfLifeDate']
  if (wanted !== '' && endsEarlier(stored, wanted))
    return [warningAt(path, 'EarlierEndOfLifeStays', { date: endOfLifeDate })]
  const isGuarded = stored.properties.safetyProfile?.blockDeletionBeforeEndOfLife === true
  return wanted !== '' && isGuarded ? [warningAt(path, 'DeletionLockEnds', { date: wanted })] : []
}

function tagCountIssues(tags: Record<string, string>): Issue[] {
  const count = Object.keys(tags).length
  return count > maxTags ? [errorAt([], 'RevocationNeedsTags', { count, max: maxTags })] : []
}
