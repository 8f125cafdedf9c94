import { tryParseResourceId, formatResourceId, parentResourceId } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { galleriesQuery, imageDefinitionsQuery } from '../../api/gallery-reads.ts'
import { subscriptionsQuery } from '../../api/subscription-reads.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'

/** The target of the version: the options at each step, and the choice. The plan contains only the definition's ID. */
export function useTarget(imageDefinitionId: string) {
  const user = useSignedIn()
  const id = tryParseResourceId(imageDefinitionId)
  const gallery = id === undefined ? undefined : parentResourceId(id)
  // While no definition is chosen, the steps towards it are remembered here.
  const [pickedSubscription, pickSubscription] = useState('')
  const [pickedGallery, pickGallery] = useState('')
  const subscriptionId = id?.subscriptionId ?? pickedSubscription
  const galleryId = gallery === undefined ? pickedGallery : formatResourceId(gallery)

  const subscriptions = useQuery(subscriptionsQuery(user))
  const galleries = useQuery({ ...galleriesQuery(user, { subscriptionId }), enabled: subscriptionId !== '' })
  const definitions = useQuery({ ...imageDefinitionsQuery(user, { galleryId }), enabled: galleryId !== '' })

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
