import {
  formatResourceId,
  parentResourceId,
  resourceNameOf,
  tryParseResourceId,
  type ResourceId,
  type Subscription,
} from '@portal/portal-api'

/** The resource group in an ID; '' if it is not one. */
export function resourceGroupOf(id: string): string {
  return tryParseResourceId(id)?.resourceGroupName ?? ''
}

/** The display name of the subscription in an ID; its GUID if it is not one of `subscriptions`. */
export function subscriptionNameOf(id: string, subscriptions: Subscription[]): string {
  const subscriptionId = tryParseResourceId(id)?.subscriptionId ?? ''
  const isIt = (one: Subscription) => one.subscriptionId.toLowerCase() === subscriptionId.toLowerCase()
  return subscriptions.find(isIt)?.displayName ?? subscriptionId
}

/** Id and name of the gallery that a definition or version is in. */
export function galleryOf(resource: ResourceId): { id: string; name: string } {
  const parent = parentResourceId(resource)
  return parent ? galleryOf(parent) : { id: formatResourceId(resource), name: resourceNameOf(resource) }
}

/** Id of the image definition that a version is of. */
export function definitionOf(versionId: string): { id: string } {
  const version = tryParseResourceId(versionId)
  const definition = version && parentResourceId(version)
  return { id: definition ? formatResourceId(definition) : '' }
}
