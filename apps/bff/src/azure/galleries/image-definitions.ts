import { regionName, type ResourceId } from '@portal/arm'
import { type ImageDefinition, securityType, type SecurityType } from '@portal/gallery'
import * as z from 'zod/mini'
import type { Azure } from '../arm/clients.ts'
import { allOf, answered } from '../arm/sdk-answers.ts'
import { sdkPathOf } from '../arm/sdk-operations.ts'
import { defined } from '../arm/wire-facts.ts'
import { architecture, controllersOf, planFacts, purchasePlan } from './capabilities.ts'

export const armImageDefinition = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  osType: z.enum(['Linux', 'Windows']),
  osState: z.enum(['Generalized', 'Specialized']),
  hyperVGeneration: z.optional(z.enum(['V1', 'V2'])),
  identifier: z.object({ publisher: z.string(), offer: z.string(), sku: z.string() }),
  architecture,
  features: z.nullish(
    z.array(
      z.object({
        name: z.optional(z.string()),
        value: z.optional(z.string()),
        startsAtVersion: z.nullish(z.string()),
      }),
    ),
  ),
  purchasePlan,
})

/** The image definitions of a gallery, by name. */
export async function listImageDefinitions(azure: Azure, gallery: ResourceId): Promise<ImageDefinition[]> {
  const { galleryImages } = azure.compute(gallery.subscriptionId)
  const list = galleryImages.listByGallery(gallery.resourceGroupName, gallery.names[0] ?? '')
  const definitions = await allOf(armImageDefinition, list)
  return definitions.map(toImageDefinition).sort((one, other) => one.name.localeCompare(other.name))
}

/** One image definition. https://learn.microsoft.com/rest/api/compute/gallery-images/get */
export async function getImageDefinition(azure: Azure, id: ResourceId): Promise<ImageDefinition> {
  const [group, gallery, name] = sdkPathOf(id)
  const { galleryImages } = azure.compute(id.subscriptionId)
  return toImageDefinition(await answered(armImageDefinition, galleryImages.get(group, gallery, name)))
}

/** The definition in the portal's format. */
export function toImageDefinition(definition: z.output<typeof armImageDefinition>): ImageDefinition {
  const { id, name, location, osType, osState, hyperVGeneration, identifier } = definition
  const feature = (wanted: string) => definition.features?.find((one) => one.name === wanted)
  const controllers = feature('DiskControllerTypes')
  return {
    id,
    name,
    location: regionName(location),
    osType,
    osState,
    // ARM's own default, for definitions of before it wrote it out
    hyperVGeneration: hyperVGeneration ?? 'V1',
    architecture: definition.architecture ?? 'x64',
    securityType: securityTypeOf(feature('SecurityType')?.value),
    ...defined({
      diskControllerTypes: controllersOf(controllers?.value),
      diskControllersStartAt: controllers?.startsAtVersion,
      isAcceleratedNetworkSupported: yesOrNo(feature('IsAcceleratedNetworkSupported')?.value),
      isHibernateSupported: yesOrNo(feature('IsHibernateSupported')?.value),
      purchasePlan: planFacts(definition.purchasePlan),
    }),
    publisher: identifier.publisher,
    offer: identifier.offer,
    sku: identifier.sku,
  }
}

// ARM returns ConfidentialVM for ConfidentialVm, so the case has no meaning.
function securityTypeOf(value: string | undefined): SecurityType {
  return securityType.options.find((type) => type.toLowerCase() === value?.toLowerCase()) ?? 'Standard'
}

function yesOrNo(value: string | undefined): boolean | undefined {
  return value === undefined ? undefined : value.toLowerCase() === 'true'
}
