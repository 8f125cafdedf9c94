import { resourceNameOf, tryParseResourceId } from '@portal/portal-api'

/**
 * The name at the end of a resource ID, or the text itself if it is not an ID; an image version with its definition,
 * and an instance with its scale set, because a number alone says little.
 */
export function resourceLabel(id: string): string {
  const parsed = tryParseResourceId(id)
  if (parsed === undefined) return id
  const [type, ofType] = [parsed.types.at(-1)?.toLowerCase(), parsed.types.at(-2)?.toLowerCase()]
  if (type === 'versions') return parsed.names.slice(-2).join(' ')
  return ofType === 'virtualmachinescalesets' ? parsed.names.slice(-2).join('_') : resourceNameOf(parsed)
}

/** The label of an image version with its gallery: definitions of two galleries can have the same name. */
export function labelWithGallery(id: string): string {
  const gallery = tryParseResourceId(id)?.names[0]
  return gallery === undefined ? id : `${gallery} / ${resourceLabel(id)}`
}

/** The label of an image version as seen from another one: with gallery and resource group where these differ. */
export function labelSeenFrom(id: string, ownId: string): string {
  const isOwn = isSame(tryParseResourceId(id)?.names[0], tryParseResourceId(ownId)?.names[0])
  return labelWithGroup(id, ownId, isOwn && !isOfOtherGroup(id, ownId) ? resourceLabel(id) : labelWithGallery(id))
}

/**
 * The label of a resource, and in parentheses its group if that is not the group of the resource with `ownId`: such as
 * `myImage (devResourceGroup)`. A group of another subscription is followed by that subscription's ID.
 */
export function labelWithGroup(id: string, ownId: string, label: string = resourceLabel(id)): string {
  return isOfOtherGroup(id, ownId) ? `${label} (${groupSeenFrom(id, ownId)})` : label
}

/** Whether the resources with two IDs are in different resource groups; false for a text that is not an ID. */
export function isOfOtherGroup(id: string, ownId: string): boolean {
  const [one, own] = [tryParseResourceId(id), tryParseResourceId(ownId)]
  return (
    one !== undefined &&
    !(isSame(one.subscriptionId, own?.subscriptionId) && isSame(one.resourceGroupName, own?.resourceGroupName))
  )
}

// Groups of two subscriptions can have the same name.
function groupSeenFrom(id: string, ownId: string): string {
  const { subscriptionId, resourceGroupName = '' } = tryParseResourceId(id) ?? {}
  const own = tryParseResourceId(ownId)
  return own === undefined || isSame(subscriptionId, own.subscriptionId)
    ? resourceGroupName
    : `${resourceGroupName}, ${subscriptionId}`
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one?.toLowerCase() === other?.toLowerCase()
}
