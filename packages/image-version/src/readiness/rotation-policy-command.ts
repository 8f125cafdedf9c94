import { azureCliOption } from '../quoting/azure-cli-value.ts'
import { bashQuoted } from '../quoting/bash.ts'
import { rotationPolicyOf, type RotationDays } from './proposed-rotation-policy.ts'

/** A key by the names of its vault and itself. */
export interface KeyNames {
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
