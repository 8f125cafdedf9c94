import { tryParseResourceId } from '@portal/arm'
import type { ImageVersionPlan } from '@portal/image-version'

/** What tools name apart that ARM has in one id. */
export interface VersionNames {
  subscriptionId: string
  resourceGroup: string
  gallery: string
  imageDefinition: string
  version: string
}

/** The parts of the version's ID, also of one with placeholders, which is not a valid ID. */
export function versionNames(plan: ImageVersionPlan): VersionNames {
  const id = tryParseResourceId(plan.imageDefinitionId)
  const [gallery = '<gallery>', imageDefinition = '<image definition>'] = id?.names ?? []
  return {
    subscriptionId: id?.subscriptionId ?? '<subscription>',
    resourceGroup: id?.resourceGroupName ?? '<resource group>',
    gallery,
    imageDefinition,
    version: plan.name,
  }
}
