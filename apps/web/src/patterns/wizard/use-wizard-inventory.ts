import type { ImageVersionPlan, Inventory } from '@portal/image-version'
import { tryParseResourceId } from '@portal/portal-api'
import { keepPreviousData } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { inventoryQuery } from '../../api/gallery-reads.ts'
import { sourceResourceQuery, sourceResourcesQuery, subscriptionsQuery } from '../../api/subscription-reads.ts'
import { useRead } from '../../api/use-read.ts'
import { useSetsWithFacts } from '../key-health/use-sets-with-facts.ts'
import { usedSets } from '../key-health/used-sets.ts'

/** The subscription whose resources are offered as sources. */
export interface SourceSubscription {
  subscriptionId: string
  options: { subscriptionId: string; displayName: string }[]
  onChoose: (subscriptionId: string) => void
}

const nothing: Omit<Inventory, 'sources'> = {
  now: '',
  existingVersionNames: [],
  diskEncryptionSets: [],
  regions: [],
}

/** Everything the wizard needs from Azure for a plan, from the portal's server. */
export function useWizardInventory(plan: ImageVersionPlan) {
  const gallerySubscription = tryParseResourceId(plan.imageDefinitionId)?.subscriptionId ?? ''
  const [chosenSubscription, chooseSubscription] = useState('')
  const planSubscription = tryParseResourceId(sourceIdOf(plan))?.subscriptionId
  const sourceSubscriptionId =
    planSubscription ?? (chosenSubscription === '' ? gallerySubscription : chosenSubscription)
  const versionId = plan.source.type === 'ImageVersion' ? plan.source.id : ''

  const facts = useRead(
    inventoryQuery,
    { imageDefinitionId: plan.imageDefinitionId },
    { enabled: plan.imageDefinitionId !== '', placeholderData: keepPreviousData },
  )
  const sources = useRead(
    sourceResourcesQuery,
    { subscriptionId: sourceSubscriptionId },
    { enabled: sourceSubscriptionId !== '', placeholderData: keepPreviousData },
  )
  const version = useRead(sourceResourceQuery, { id: versionId }, { enabled: versionId !== '' })
  const subscriptions = useRead(subscriptionsQuery)

  const known = plan.imageDefinitionId === '' ? nothing : (facts.data ?? nothing)
  const sets = useSetsWithFacts(known, usedSets(plan, known))
  // The same object until Azure says something else: what is computed from it is kept as long.
  const inventory = useMemo(
    (): Inventory => ({
      ...known,
      ...sets,
      sources: [...(sources.data ?? []), ...(version.data === undefined ? [] : [version.data])],
    }),
    [known, sets, sources.data, version.data],
  )
  const sourceSubscription: SourceSubscription = {
    subscriptionId: sourceSubscriptionId,
    options: subscriptions.data ?? [],
    onChoose: chooseSubscription,
  }
  return {
    inventory,
    sourceSubscription,
    /** nothing to show yet */
    isLoading: facts.isLoading || sources.isLoading,
    /** what is shown belongs to the previous choice: it must not be validated or sent now */
    isStale:
      (plan.imageDefinitionId !== '' && facts.isPlaceholderData) || sources.isPlaceholderData || version.isLoading,
    error: facts.error ?? sources.error,
    /** an image definition is chosen and read, with its versions */
    hasFacts: plan.imageDefinitionId !== '' && facts.data !== undefined,
    /** Azure has not told it: nothing can be judged by it */
    isUnread: [facts, sources].some(({ data, error }) => data === undefined && error !== null),
    retry: () => void Promise.all([facts.refetch(), sources.refetch()]),
  }
}

function sourceIdOf(plan: ImageVersionPlan): string {
  switch (plan.source.type) {
    case 'ManagedImage':
    case 'VirtualMachine':
    case 'ImageVersion':
      return plan.source.id
    case 'DisksAndSnapshots':
      return plan.source.osDiskId
    case 'StorageBlobs':
      return plan.source.storageAccountId
  }
}
