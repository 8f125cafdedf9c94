import { type ImageDefinition, purchasePlanLabel } from '@portal/gallery'
import type { BrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'

type Texts = BrowseTexts['ofGallery']

/** `SCSI and NVMe, from version 2.0.0`; a definition that states none supports SCSI. */
export function controllersText(definition: ImageDefinition, texts: Texts): string {
  const { diskControllerTypes = 'SCSI', diskControllersStartAt: start } = definition
  const controllers = texts.diskControllerTypes[diskControllerTypes]
  return start === undefined ? controllers : texts.startingAt(controllers, start)
}

/** `Accelerated networking, Hibernation`: what the images support besides. */
export function featuresText(definition: ImageDefinition, texts: Texts): string {
  const supported = [
    definition.isAcceleratedNetworkSupported === true ? texts.acceleratedNetworking : '',
    definition.isHibernateSupported === true ? texts.hibernation : '',
  ]
  return supported.filter((text) => text !== '').join(', ') || texts.none
}

/** Publisher, product and name of the purchase plan. */
export function planText({ purchasePlan: plan }: ImageDefinition, texts: Texts): string {
  return plan === undefined ? texts.none : purchasePlanLabel(plan)
}
