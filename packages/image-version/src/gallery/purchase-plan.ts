import type { PurchasePlan } from '../inventory.ts'
import { azureCliOption } from '../quoting/azure-cli-value.ts'

/** `northwind / hardened-linux / gen2`: publisher, product and name. */
export function purchasePlanLabel({ publisher, product, name }: PurchasePlan): string {
  return [publisher, product, name].join(' / ')
}

/**
 * The Azure CLI command, for bash, that accepts the terms of a plan in a subscription. Throws `RefusedCharacter`.
 * https://learn.microsoft.com/cli/azure/vm/image/terms
 */
export function acceptTermsCommand(subscriptionId: string, { publisher, product, name }: PurchasePlan): string {
  const plan = [
    azureCliOption('publisher', publisher),
    azureCliOption('offer', product),
    azureCliOption('plan', name),
  ].join(' ')
  return `az vm image terms accept ${azureCliOption('subscription', subscriptionId)} ${plan}`
}
