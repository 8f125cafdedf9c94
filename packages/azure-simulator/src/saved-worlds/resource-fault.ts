import { objectsAt, textAt } from '../json.ts'
import type { StoredResource } from '../store/store.ts'

// A group, or what a provider has in a subscription, in a group or at another resource.
const resourceId = /^\/subscriptions\/([0-9a-f-]{36})(?:\/resourceGroups\/[^/]{1,90})?(?:\/.+)?$/i
const strayPart = /(^|\/)(\.{0,2})(\/|$)|[?#\\%]/

// What the simulator reads of a resource without asking whether it is there.
const hasRequiredProperties: Record<string, (resource: StoredResource) => boolean> = {
  'microsoft.compute/galleries/images/versions': ({ properties }) =>
    objectsAt(properties, 'publishingProfile', 'targetRegions').every((region) => textAt(region, 'name') !== undefined),
  'microsoft.compute/diskencryptionsets': ({ properties }) => textAt(properties, 'activeKey', 'keyUrl') !== undefined,
}

/**
 * Why a resource of a file can't be one of a tenant with those subscriptions (IDs in lower case), in a few words;
 * undefined: it can.
 */
export function resourceFault(resource: StoredResource, subscriptions: ReadonlySet<string>): string | undefined {
  const { id, type, name, recoverable = [] } = resource
  const subscription = resourceId.exec(id)?.[1]
  if (subscription === undefined || strayPart.test(id.slice(1))) return 'no resource ID'
  if (!subscriptions.has(subscription.toLowerCase())) return 'a subscription that is not of this world'
  const told = typeAndName(id)
  if (!isNameOf(told, name)) return 'a name that differs from its ID'
  if (told.type.toLowerCase() !== type.toLowerCase()) return 'a type that differs from its ID'
  if (hasRequiredProperties[told.type.toLowerCase()]?.(resource) === false)
    return 'properties that its type does not have'
  return recoverable.map((inside) => resourceFault(inside, subscriptions)).find((fault) => fault !== undefined)
}

// An instance of a uniform scale set is `web_0`, and its ID ends with `0`.
function isNameOf(told: { type: string; name: string }, name: string): boolean {
  if (told.name.toLowerCase() === name.toLowerCase()) return true
  return /\/virtualMachineScaleSets\/virtualMachines$/i.test(told.type) && name.endsWith(`_${told.name}`)
}

/** The type that a resource ID names, in its spelling, and the name of the resource. */
export function typeAndName(id: string): { type: string; name: string } {
  const parts = id.split('/').slice(1)
  const name = parts.at(-1) ?? ''
  const at = parts.findLastIndex((part) => part.toLowerCase() === 'providers')
  if (at === -1) return { type: 'Microsoft.Resources/resourceGroups', name }
  const [provider = '', ...rest] = parts.slice(at + 1)
  return { type: [provider, ...rest.filter((_, index) => index % 2 === 0)].join('/'), name }
}
