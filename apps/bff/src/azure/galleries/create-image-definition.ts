import { isDeepStrictEqual } from 'node:util'
import { childResourceId, formatResourceId, parseGalleryId } from '@portal/arm'
import { type ImageDefinition, imageDefinitionIssues, type NewImageDefinition } from '@portal/gallery'
import { RequestRefused } from '../../refusals/request-refused.ts'
import { atMostOnce } from '../arm/at-most-once.ts'
import type { Azure } from '../arm/clients.ts'
import { ifThere } from '../arm/sdk-answers.ts'
import { armJson, sdkPathOf } from '../arm/sdk-operations.ts'
import { ResourceExists } from '../arm/write-refusals.ts'
import { getImageDefinition } from './image-definitions.ts'

/**
 * Creates an image definition with one PUT and returns its ID; a repeated call creates only one. Throws
 * `RequestRefused` for what Azure would refuse, `ResourceExists`, and as `atMostOnce` does.
 * https://learn.microsoft.com/rest/api/compute/gallery-images/create-or-update
 */
export async function createImageDefinition(azure: Azure, definition: NewImageDefinition): Promise<string> {
  const [issue] = imageDefinitionIssues(definition, [])
  if (issue !== undefined) throw new RequestRefused('InvalidRequest', `Not as expected: ${issue.code}`)
  const { galleryId, name, location, osType, osState, hyperVGeneration, architecture } = definition
  const id = childResourceId(parseGalleryId(galleryId), 'images', name)
  const isThere = async () => {
    const found = await ifThere(getImageDefinition(azure, id))
    if (found !== undefined && !isSame(definition, found)) throw new ResourceExists()
    return found !== undefined
  }
  // A PUT would change an existing one.
  if (await isThere()) return formatResourceId(id)
  const { publisher, offer, sku, purchasePlan } = definition
  const sent = {
    location,
    osType,
    osState,
    hyperVGeneration,
    architecture,
    identifier: { publisher, offer, sku },
    features: featuresOf(definition),
    ...(purchasePlan && { purchasePlan }),
  }
  const { galleryImages } = azure.compute(id.subscriptionId)
  const [group, gallery] = sdkPathOf(id)
  const sending = armJson((options) => galleryImages.createOrUpdate(group, gallery, name, sent, options).submitted())
  await atMostOnce(sending, isThere)
  return formatResourceId(id)
}

// https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries#image-definitions
function featuresOf(definition: NewImageDefinition): { name: string; value: string }[] {
  const { diskControllerTypes, isAcceleratedNetworkSupported, isHibernateSupported } = definition
  const yesOrNo = (value: boolean | undefined) => (value === undefined ? undefined : value ? 'True' : 'False')
  const features = {
    // Set for Standard too: newer API versions default to trusted launch.
    SecurityType: definition.securityType,
    DiskControllerTypes: diskControllerTypes,
    IsAcceleratedNetworkSupported: yesOrNo(isAcceleratedNetworkSupported),
    IsHibernateSupported: yesOrNo(isHibernateSupported),
  }
  return Object.entries(features).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]))
}

const fixed = [
  'osType',
  'osState',
  'hyperVGeneration',
  'architecture',
  'securityType',
  'diskControllerTypes',
  'isAcceleratedNetworkSupported',
  'isHibernateSupported',
  'purchasePlan',
  'publisher',
  'offer',
  'sku',
] as const

function isSame(wanted: NewImageDefinition, found: ImageDefinition): boolean {
  return fixed.every((property) => isDeepStrictEqual(wanted[property], found[property]))
}
