import * as z from 'zod/mini'
import { imageDefinition, type ImageDefinition } from './gallery.ts'

/** An image definition to be created; it gets the region of its gallery. */
export const newImageDefinition = z.extend(
  z.pick(imageDefinition, {
    name: true,
    location: true,
    osType: true,
    osState: true,
    hyperVGeneration: true,
    architecture: true,
    securityType: true,
    diskControllerTypes: true,
    isAcceleratedNetworkSupported: true,
    isHibernateSupported: true,
    purchasePlan: true,
    publisher: true,
    offer: true,
    sku: true,
  }),
  { galleryId: z.string() },
)
export type NewImageDefinition = z.infer<typeof newImageDefinition>

/** What can be wrong with it. The portal has a text for each, in each language. */
export type ImageDefinitionIssueCode =
  | 'DefinitionNameRequired'
  | 'DefinitionNameInvalid'
  | 'DefinitionNameTaken'
  | 'GenerationTwoRequired'
  | 'ArmGenerationTwoRequired'
  | 'ArmNotConfidential'
  | 'PurchasePlanIncomplete'
  | 'IdentifierRequired'
  | 'IdentifierInvalid'
  | 'IdentifierTaken'

export interface ImageDefinitionIssue {
  field: keyof NewImageDefinition
  code: ImageDefinitionIssueCode
}

// https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftcompute
const definitionName = /^[A-Za-z0-9](?:[\w.-]{0,78}[A-Za-z0-9])?$/
// As in Azure's own error: letters, digits, hyphens, periods, underscores, no period at the end, 128 characters.
const identifierPart = /^[\w.-]{0,127}[\w-]$/
const identifier = ['publisher', 'offer', 'sku'] as const

/**
 * What Azure would refuse. `existing`: the definitions of the gallery.
 * https://learn.microsoft.com/azure/virtual-machines/shared-image-galleries
 */
export function imageDefinitionIssues(
  definition: NewImageDefinition,
  existing: readonly ImageDefinition[],
): ImageDefinitionIssue[] {
  const { name, securityType, hyperVGeneration, architecture, purchasePlan } = definition
  const isArm = architecture === 'Arm64'
  const isPlanIncomplete = purchasePlan !== undefined && Object.values(purchasePlan).includes('')
  const rules: [boolean, ImageDefinitionIssue['field'], ImageDefinitionIssueCode][] = [
    [name === '', 'name', 'DefinitionNameRequired'],
    [name !== '' && !definitionName.test(name), 'name', 'DefinitionNameInvalid'],
    [existing.some((other) => other.name.toLowerCase() === name.toLowerCase()), 'name', 'DefinitionNameTaken'],
    // https://learn.microsoft.com/azure/virtual-machines/trusted-launch
    [securityType !== 'Standard' && hyperVGeneration !== 'V2', 'hyperVGeneration', 'GenerationTwoRequired'],
    // https://learn.microsoft.com/azure/virtual-machines/generation-2
    [isArm && hyperVGeneration !== 'V2', 'hyperVGeneration', 'ArmGenerationTwoRequired'],
    // Confidential machines have processors by AMD or Intel:
    // https://learn.microsoft.com/azure/confidential-computing/virtual-machine-options
    [isArm && /confidential/i.test(securityType), 'architecture', 'ArmNotConfidential'],
    // https://learn.microsoft.com/azure/virtual-machines/marketplace-images
    [isPlanIncomplete, 'purchasePlan', 'PurchasePlanIncomplete'],
    ...identifier.flatMap((part): [boolean, ImageDefinitionIssue['field'], ImageDefinitionIssueCode][] => [
      [definition[part] === '', part, 'IdentifierRequired'],
      [definition[part] !== '' && !identifierPart.test(definition[part]), part, 'IdentifierInvalid'],
    ]),
    [existing.some((other) => identifierOf(other) === identifierOf(definition)), 'sku', 'IdentifierTaken'],
  ]
  return rules.filter(([isBroken]) => isBroken).map(([, field, code]) => ({ field, code }))
}

function identifierOf(definition: Pick<ImageDefinition, (typeof identifier)[number]>): string {
  return identifier.map((part) => definition[part].toLowerCase()).join('/')
}
