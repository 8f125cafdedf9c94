import { isJsonObject, textAt, type Json, type JsonObject } from '../../../json.ts'
import { ArmRefusal } from '../../errors.ts'

/** A machine, as far as it is about the plan of what it is made of. */
export interface PlannedMachine {
  id: string
  /** the `plan` of the request */
  sent: Json | undefined
  /** of the image or the disk; of an image version the plan of its definition or of its source */
  needed: JsonObject | undefined
  /** of the definition; undefined if it has none, or for anything else */
  stated: JsonObject | undefined
  isOfGallery: boolean
  osDiskName: string
}

/**
 * Throws Azure's refusal of a machine without the plan that its image has, or with another. Azure accepts the first,
 * and the operation fails seconds later. https://learn.microsoft.com/azure/virtual-machines/marketplace-images
 */
export function assertPlan({ id, sent, needed, stated, isOfGallery, osDiskName }: PlannedMachine): void {
  if (!isJsonObject(sent)) {
    if (needed === undefined) return
    // https://github.com/Azure/azure-rest-api-specs/issues/22133
    throw invalidPlan(
      `Creating a virtual machine from Marketplace image or a custom image sourced from a Marketplace image requires Plan information in the request. VM: '${id}'.`,
    )
  }
  // https://learn.microsoft.com/azure/virtual-machines/troubleshooting-shared-images
  if (isOfGallery && stated === undefined)
    throw invalidPlan(
      `The resource with id '${id}' has a different plan ['${JSON.stringify(sent)}'] than the parent gallery image plan ['null'].`,
    )
  // https://learn.microsoft.com/troubleshoot/azure/virtual-machines/windows/error-messages
  if (needed === undefined)
    throw invalidPlan(
      `Creating a virtual machine from a non Marketplace image does not need Plan information, please remove the Plan information in the request. OS disk name is ${osDiskName}.`,
    )
  if (!isSamePlan(sent, needed))
    throw invalidPlan(
      `The purchase information does not match. Unable to deploy from the Marketplace image. OS disk name is ${osDiskName}.`,
    )
}

function isSamePlan(one: JsonObject, other: JsonObject): boolean {
  const parts = ({ name, publisher, product }: JsonObject) =>
    [name, publisher, product].map((part) => textAt({ part }, 'part')?.toLowerCase() ?? '').join('/')
  return parts(one) === parts(other)
}

function invalidPlan(message: string): ArmRefusal {
  return new ArmRefusal(400, { code: 'VMMarketplaceInvalidInput', message })
}
