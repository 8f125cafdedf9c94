import { tryParseResourceId } from '@portal/arm'
import type { ImageVersionPlan } from '../../plan.ts'

/** What tools name apart that ARM has in one id. */
export interface VersionNames {
  subscriptionId: string
  resourceGroup: string
  gallery: string
  imageDefinition: string
  version: string
}

/** The parts of the version's id, also of one with placeholders in it, which is no id of Azure's. */
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
