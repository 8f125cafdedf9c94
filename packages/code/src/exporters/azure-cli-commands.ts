import { type RotationDays, rotationPolicyOf } from '@portal/disk-encryption'
import type { LockLevel, PurchasePlan } from '@portal/gallery'
import { azureCliOption } from '../quoting/azure-cli-value.ts'
import { bashQuoted } from '../quoting/bash.ts'

// Single commands that a page shows, where the portal or its user can't do the same.

/** A key by the names of its vault and itself. */
interface KeyNames {
  vaultName: string
  keyName: string
}

/**
 * The Azure CLI command, for bash, that gives an existing key a rotation policy. ARM can't: its PUT leaves an existing
 * key unchanged. Throws `RefusedCharacter`. https://learn.microsoft.com/cli/azure/keyvault/key/rotation-policy
 */
export function rotationPolicyCommand({ vaultName, keyName }: KeyNames, days: RotationDays): string {
  const policy = bashQuoted(JSON.stringify(rotationPolicyOf(days, 'ofVault')))
  const key = `${azureCliOption('vault-name', vaultName)} ${azureCliOption('name', keyName)}`
  return `az keyvault key rotation-policy update ${key} --value=${policy}`
}

/**
 * The Azure CLI command, for bash, that lets somebody manage the keys of a vault with access policies, as the role Key
 * Vault Crypto Officer does in others. Throws `RefusedCharacter`.
 * https://learn.microsoft.com/cli/azure/keyvault#az-keyvault-set-policy
 */
export function keyPolicyCommand(vaultName: string, objectId: string): string {
  const permissions = 'get list create update rotate getrotationpolicy setrotationpolicy'
  const vault = azureCliOption('name', vaultName)
  return `az keyvault set-policy ${vault} ${azureCliOption('object-id', objectId)} --key-permissions ${permissions}`
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

/**
 * The Azure CLI command, for bash, that sets a lock on a resource, or without `lock` removes the one of that name.
 * Throws `RefusedCharacter`. https://learn.microsoft.com/cli/azure/lock
 */
export function lockCommand(
  resourceId: string,
  name: string,
  lock: { level: LockLevel; notes: string } | undefined,
): string {
  if (lock === undefined)
    return `az lock delete ${azureCliOption('ids', `${resourceId}/providers/Microsoft.Authorization/locks/${name}`)}`
  const { level, notes } = lock
  const options = [
    azureCliOption('name', name),
    azureCliOption('lock-type', level),
    azureCliOption('resource', resourceId),
    ...(notes === '' ? [] : [azureCliOption('notes', notes)]),
  ]
  return `az lock create ${options.join(' ')}`
}
