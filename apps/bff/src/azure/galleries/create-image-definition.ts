import { apiVersions, childResourceId, formatResourceId, parseResourceIdOf } from '@portal/arm'
import { imageDefinitionIssues, type ImageDefinition, type NewImageDefinition } from '@portal/image-version'
import { RequestRefused } from '../../refusals/request-refused.ts'
import { ResourceExists } from '../../refusals/resource-exists.ts'
import { ifThere } from '../arm/answered.ts'
import { armUrl } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'
import { sentOnce } from '../arm/sent-once.ts'
import { getImageDefinition } from './image-definitions.ts'

/**
 * Creates an image definition with one PUT and returns its ID; a repeated call creates only one. Throws
 * `RequestRefused` for what Azure would refuse, `ResourceExists`, and as `sentOnce` does.
 * https://learn.microsoft.com/rest/api/compute/gallery-images/create-or-update
 */
export async function createImageDefinition(azure: Azure, definition: NewImageDefinition): Promise<string> {
  const [issue] = imageDefinitionIssues(definition, [])
  if (issue !== undefined) throw new RequestRefused('InvalidRequest', `Not as expected: ${issue.code}`)
  const { galleryId, name, location, osType, osState, hyperVGeneration, securityType } = definition
  const id = childResourceId(parseResourceIdOf('Microsoft.Compute/galleries', galleryId), 'images', name)
  const isThere = async () => {
    const found = await ifThere(getImageDefinition(azure, id))
    if (found !== undefined && !isSame(definition, found)) throw new ResourceExists()
    return found !== undefined
  }
  // A PUT would change an existing one.
  if (await isThere()) return formatResourceId(id)
  const { publisher, offer, sku } = definition
  const properties = {
    osType,
    osState,
    hyperVGeneration,
    architecture: 'x64',
    identifier: { publisher, offer, sku },
    // Set for Standard too: newer API versions default to trusted launch.
    features: [{ name: 'SecurityType', value: securityType }],
  }
  const url = armUrl(formatResourceId(id), { 'api-version': apiVersions.galleries.version })
  await sentOnce(azure, { method: 'PUT', url, body: { location, properties } }, isThere)
  return formatResourceId(id)
}

function isSame(wanted: NewImageDefinition, found: ImageDefinition): boolean {
  const fixed = ['osType', 'osState', 'hyperVGeneration', 'securityType', 'publisher', 'offer', 'sku'] as const
  return fixed.every((property) => wanted[property] === found[property])
}
