import { azureCliOption } from '../quoting/azure-cli-value.ts'
import { bashQuoted } from '../quoting/bash.ts'
import { rotationPolicyOf, type RotationDays } from './proposed-rotation-policy.ts'

/** A key by the names of its vault and itself. */
export interface KeyNames {
  vaultName: string
  keyName: string
}

/**
 * The command of the Azure CLI, for bash, that gives a key that exists a policy of rotation. ARM does not: its PUT
 * leaves such a key as it is. Throws `RefusedCharacter`.
 * https://learn.microsoft.com/cli/azure/keyvault/key/rotation-policy
 */
export function rotationPolicyCommand({ vaultName, keyName }: KeyNames, days: RotationDays): string {
  const policy = bashQuoted(JSON.stringify(rotationPolicyOf(days, 'ofVault')))
  const key = `${azureCliOption('vault-name', vaultName)} ${azureCliOption('name', keyName)}`
  return `az keyvault key rotation-policy update ${key} --value=${policy}`
}
