/**
 * An Azure resource ID in parts. `types` and `names` have the same length: `galleries/images` with
 * `contosoGallery/ubuntu-web`. Read it with `parseResourceId`, write it with `formatResourceId`; IDs are never
 * concatenated from strings, so a name like `..` can't change the path.
 */
export interface ResourceId {
  subscriptionId: string
  resourceGroupName: string
  /** `Microsoft.Compute` */
  provider: string
  /** `['galleries', 'images']` */
  types: string[]
  /** `['contosoGallery', 'ubuntu-web']` */
  names: string[]
}

/** A text that is not the ID of an Azure resource; `value` is the text. */
export class InvalidResourceId extends Error {
  readonly code = 'InvalidResourceId'
  readonly value: string
  constructor(value: string, reason: string) {
    super(`Not the id of an Azure resource: ${reason}.`)
    this.name = 'InvalidResourceId'
    this.value = value
  }
}

/** A GUID as Azure writes it, in any case: of a subscription, a tenant, a principal. */
export const guidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
// Resource group names can contain letters of any script, digits and -_().; they must not end with a period.
// https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
// Without the letters that only lower case makes another one, such as the Kelvin sign and k: IDs are compared in lower
// case, and to Azure those are not the same.
const resourceGroupName = /^(?!.*[\u03F4\u2126\u212A\u212B])[-\p{L}\p{N}_().]{1,90}$/u
// The names of the resource types used here: letters, digits, - _ . inside, and never dots alone.
const resourceName = /^(?!\.+$)(?!.*[\u03F4\u2126\u212A\u212B])[\p{L}\p{N}_][-\p{L}\p{N}_.]{0,127}$/u
const typeSegment = /^[A-Za-z][A-Za-z0-9]{0,63}$/
const providerNamespace = /^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)+$/

/**
 * Parses the ID of a resource in a resource group, with the case as written. Throws `InvalidResourceId` for everything
 * else: other formats, dot segments, encoded or foreign characters.
 * https://learn.microsoft.com/rest/api/resources/#resource-ids
 */
export function parseResourceId(id: string): ResourceId {
  const fail = (reason: string): never => {
    throw new InvalidResourceId(id, reason)
  }
  if (id.length > 1024) return fail('it is longer than 1024 characters')
  const segments = id.split('/')
  if (segments[0] !== '') return fail('it does not start with /subscriptions/')
  const [, subscriptions, subscriptionId, groups, group, providers, provider, ...rest] = segments
  if (subscriptions?.toLowerCase() !== 'subscriptions' || !subscriptionId || !guidPattern.test(subscriptionId))
    return fail('it does not start with /subscriptions/ and a GUID')
  if (groups?.toLowerCase() !== 'resourcegroups' || !group || !resourceGroupName.test(group) || group.endsWith('.'))
    return fail('its resource group is missing or has a character that Azure does not allow')
  if (providers?.toLowerCase() !== 'providers' || !provider || !providerNamespace.test(provider))
    return fail('its resource provider is missing')
  if (rest.length === 0 || rest.length % 2 !== 0) return fail('types and names do not come in pairs')
  const types = rest.filter((_, index) => index % 2 === 0)
  const names = rest.filter((_, index) => index % 2 === 1)
  if (!types.every((type) => typeSegment.test(type)))
    return fail('a resource type has a character that Azure does not allow')
  if (!names.every((name) => resourceName.test(name) && !name.endsWith('.')))
    return fail('a resource name has a character that Azure does not allow')
  return { subscriptionId, resourceGroupName: group, provider, types, names }
}

/**
 * As `parseResourceId`, but throws `InvalidResourceId` unless the type is `type`, for example
 * `Microsoft.Compute/galleries/images`.
 */
export function parseResourceIdOf(type: string, id: string): ResourceId {
  const parsed = parseResourceId(id)
  if (resourceType(parsed).toLowerCase() !== type.toLowerCase())
    throw new InvalidResourceId(id, `it is the id of a ${resourceType(parsed)}, not of a ${type}`)
  return parsed
}

/** As `parseResourceIdOf`, for the types that the portal is about. */
export const parseGalleryId = parserOf('Microsoft.Compute/galleries')
export const parseDefinitionId = parserOf('Microsoft.Compute/galleries/images')
export const parseVersionId = parserOf('Microsoft.Compute/galleries/images/versions')
export const parseSetId = parserOf('Microsoft.Compute/diskEncryptionSets')
export const parseMachineId = parserOf('Microsoft.Compute/virtualMachines')

function parserOf(type: string): (id: string) => ResourceId {
  return (id) => parseResourceIdOf(type, id)
}

/** The parts of an ID, or undefined if `parseResourceId` would throw. */
export function tryParseResourceId(id: string): ResourceId | undefined {
  try {
    return parseResourceId(id)
  } catch {
    return undefined
  }
}

/** The ID from its parts in ARM's own spelling. Throws `InvalidResourceId` if a part is not allowed. */
export function formatResourceId(id: ResourceId): string {
  const path = id.types.map((type, index) => `${type}/${id.names[index] ?? ''}`).join('/')
  const text = `/subscriptions/${id.subscriptionId}/resourceGroups/${id.resourceGroupName}/providers/${id.provider}/${path}`
  // A part with a slash could form another valid ID, so the result must have the same parts.
  const { types, names } = parseResourceId(text)
  if (types.join('/') !== id.types.join('/') || names.length !== id.names.length)
    throw new InvalidResourceId(text, 'a part of it holds a slash')
  return text
}

/** The ID from its parts, or undefined if `formatResourceId` would throw: for parts that others wrote. */
export function tryFormatResourceId(id: ResourceId): string | undefined {
  try {
    return formatResourceId(id)
  } catch {
    return undefined
  }
}

type ResourceGroup = Pick<ResourceId, 'subscriptionId' | 'resourceGroupName'>

/** Whether `resourceGroupId` has an ID for the group: for names that others wrote. */
export function isResourceGroup({ subscriptionId, resourceGroupName: name }: ResourceGroup): boolean {
  return guidPattern.test(subscriptionId) && resourceGroupName.test(name) && !name.endsWith('.')
}

/** The id of a resource group. Throws `InvalidResourceId` if a part is not allowed. */
export function resourceGroupId(group: ResourceGroup): string {
  const text = `/subscriptions/${group.subscriptionId}/resourceGroups/${group.resourceGroupName}`
  if (!isResourceGroup(group))
    throw new InvalidResourceId(
      text,
      'the subscription is no GUID, or its group has a character that Azure does not allow',
    )
  return text
}

/** `Microsoft.Compute/galleries/images` */
export function resourceType(id: ResourceId): string {
  return [id.provider, ...id.types].join('/')
}

/** Whether a text is the ID of a resource of that type, for example `Microsoft.Compute/galleries/images`. */
export function isIdOf(type: string, id: string): boolean {
  const parsed = tryParseResourceId(id)
  return parsed !== undefined && resourceType(parsed).toLowerCase() === type.toLowerCase()
}

/** The last name of an id: that of the resource itself. An id always has one. */
export function resourceNameOf(id: ResourceId): string {
  return id.names.at(-1) ?? ''
}

/** The ID one level up, for example the gallery of an image definition; undefined at the top. */
export function parentResourceId(id: ResourceId): ResourceId | undefined {
  if (id.names.length < 2) return undefined
  return { ...id, types: id.types.slice(0, -1), names: id.names.slice(0, -1) }
}

/** The id of a resource below `parent`: `childResourceId(gallery, 'images', 'ubuntu-web')`. */
export function childResourceId(parent: ResourceId, type: string, name: string): ResourceId {
  return { ...parent, types: [...parent.types, type], names: [...parent.names, name] }
}

/** ARM compares ids without regard to case (and returns some with the resource group in capitals). */
export function sameResourceId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** The subscription of a resource, in lower case. Throws `InvalidResourceId` if `id` is not the id of a resource. */
export function subscriptionIdOf(id: string): string {
  return parseResourceId(id).subscriptionId.toLowerCase()
}
