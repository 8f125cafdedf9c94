import { blankPlan, type ImageVersionPlan } from '@portal/image-version'
import { tryParseResourceId } from '@portal/portal-api'
import { imageVersionDraft, startedPreparation } from './image-version-drafts.ts'
import { machineDraft } from './machine-draft.ts'
import { recentResources } from './recent-resources.ts'
import type { StoredDraft } from './stored-draft.ts'
import { updateDraft } from './update-draft.ts'

/** A draft that an account can go on with. */
export interface AccountDraft {
  /** of its storage and of its lock */
  key: string
  kind: 'imageVersion' | 'virtualMachine' | 'update'
  /** what the form was opened with: the ID of an image definition ('' if none) or of an image version */
  openedWith: string
  /** ID of the definition, or of the version, that it is about; '' if none is chosen */
  aboutId: string
  /** of the new version or machine; '' if it has none yet */
  name: string
  /** ISO 8601, by the browser's clock */
  changedAt: string
  /** removes it and all that belongs to it */
  remove: () => void
}

/** The drafts of an account in this browser, the latest first; without those in which it has entered nothing. */
export function accountDrafts(accountKey: string): AccountDraft[] {
  const versions = imageVersionDraft.all(accountKey).flatMap(({ resourceId, kept }) => {
    const plan = kept.load()?.plan
    if (plan === undefined || isUntouched(plan)) return []
    const isSame = plan.imageDefinitionId.toLowerCase() === resourceId
    return listed(kept, {
      kind: 'imageVersion',
      openedWith: isSame ? plan.imageDefinitionId : resourceId,
      aboutId: plan.imageDefinitionId,
      name: plan.name,
      remove() {
        kept.remove()
        startedPreparation(accountKey, resourceId).remove()
      },
    })
  })
  const machines = machineDraft.all(accountKey).flatMap(({ kept }) => {
    const plan = kept.load()
    if (plan === undefined || plan.name === '') return []
    return listed(kept, {
      kind: 'virtualMachine',
      openedWith: plan.imageVersionId,
      aboutId: plan.imageVersionId,
      name: plan.name,
      remove: kept.remove,
    })
  })
  const updates = updateDraft.all(accountKey).flatMap(({ kept }) => {
    const id = kept.load()?.base.version.id
    if (id === undefined) return []
    return listed(kept, { kind: 'update', openedWith: id, aboutId: id, name: '', remove: kept.remove })
  })
  return [...versions, ...machines, ...updates].sort(
    (one, other) => other.changedAt.localeCompare(one.changedAt) || one.aboutId.localeCompare(other.aboutId),
  )
}

function listed(
  { key, changedAt }: StoredDraft<unknown>,
  draft: Omit<AccountDraft, 'key' | 'changedAt'>,
): AccountDraft[] {
  const time = changedAt()
  return time === undefined ? [] : [{ ...draft, key, changedAt: time }]
}

// The wizard itself enters the definition and the region of its source.
function isUntouched(plan: ImageVersionPlan): boolean {
  const { imageDefinitionId, location, targetRegions } = plan
  const blank = { ...blankPlan(imageDefinitionId), location, targetRegions }
  return targetRegions.length <= 1 && JSON.stringify(plan) === JSON.stringify(blank)
}

/**
 * Discards a draft, unless another tab is working on it: that tab would store it again. Returns whether it is gone.
 * https://developer.mozilla.org/docs/Web/API/Web_Locks_API
 */
export function discardedUnlessOpen({ key, remove }: AccountDraft): Promise<boolean> {
  return navigator.locks.request(key, { ifAvailable: true }, (lock) => {
    if (lock !== null) remove()
    return lock !== null
  })
}

/** The subscription of what an account opened last or, if it has opened nothing here, of its latest draft. */
export function lastSubscription(accountKey: string): string | undefined {
  const id = recentResources(accountKey)[0] ?? accountDrafts(accountKey)[0]?.aboutId ?? ''
  return tryParseResourceId(id)?.subscriptionId
}
