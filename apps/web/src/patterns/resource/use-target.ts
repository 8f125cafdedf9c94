import { tryParseResourceId, formatResourceId, parentResourceId } from '@portal/portal-api'
import { useState } from 'react'
import { galleriesQuery, imageDefinitionsQuery } from '../../api/gallery-reads.ts'
import { subscriptionsQuery } from '../../api/subscription-reads.ts'
import { useRead } from '../../api/use-read.ts'

/** The target of the version: the options at each step, and the choice. The plan contains only the definition's ID. */
export function useTarget(imageDefinitionId: string) {
  const id = tryParseResourceId(imageDefinitionId)
  const gallery = id === undefined ? undefined : parentResourceId(id)
  // While no definition is chosen, the steps towards it are remembered here.
  const [pickedSubscription, pickSubscription] = useState('')
  const [pickedGallery, pickGallery] = useState('')
  const subscriptionId = id?.subscriptionId ?? pickedSubscription
  const galleryId = gallery === undefined ? pickedGallery : formatResourceId(gallery)

  const subscriptions = useRead(subscriptionsQuery)
  const galleries = useRead(galleriesQuery, { subscriptionId }, { enabled: subscriptionId !== '' })
  const definitions = useRead(imageDefinitionsQuery, { galleryId }, { enabled: galleryId !== '' })

  return {
    subscriptionId,
    galleryId,
    resourceGroupName: (id ?? tryParseResourceId(galleryId))?.resourceGroupName ?? '',
    subscriptionName:
      subscriptions.data?.find((subscription) => subscription.subscriptionId === subscriptionId)?.displayName ?? '',
    subscriptions: subscriptions.data ?? [],
    galleries: galleries.data ?? [],
    definitions: definitions.data ?? [],
    isLoading: galleries.isFetching || definitions.isFetching,
    chooseSubscription: (chosen: string) => {
      pickSubscription(chosen)
      pickGallery('')
    },
    chooseGallery: (chosen: string) => {
      pickSubscription(tryParseResourceId(chosen)?.subscriptionId ?? subscriptionId)
      pickGallery(chosen)
    },
  }
}

export type Target = ReturnType<typeof useTarget>
