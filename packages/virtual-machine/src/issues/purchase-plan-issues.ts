import { errorAt, type Issue, warningAt } from '@portal/image-version'
import { purchasePlanPath } from '@portal/version-rules'
import type { VirtualMachineInventory } from '../virtual-machine-inventory.ts'
import type { VirtualMachinePlan } from '../virtual-machine-plan.ts'

/**
 * A machine sends the purchase plan of the image definition, whose terms are accepted in its subscription. If the
 * definition has none, but the version's source does, Azure refuses the machine with a plan and without one.
 * https://learn.microsoft.com/azure/virtual-machines/marketplace-images
 * https://github.com/Azure/azure-rest-api-specs/issues/22133
 */
export function purchasePlanIssues(
  { subscriptionId }: VirtualMachinePlan,
  { imageDefinition: { purchasePlan }, image, purchaseTerms }: VirtualMachineInventory,
): Issue[] {
  if (purchasePlan === undefined) {
    const { sourcePlan: lacking, name: version } = image
    return lacking ? [errorAt(['imageVersionId'], 'DefinitionLacksPlanOfSource', { version, plan: lacking.name })] : []
  }
  if (subscriptionId === '' || purchaseTerms?.accepted === true) return []
  return purchaseTerms === undefined
    ? [warningAt(purchasePlanPath, 'PurchaseTermsNotRead', {})]
    : [errorAt(purchasePlanPath, 'PurchaseTermsNotAccepted', {})]
}
