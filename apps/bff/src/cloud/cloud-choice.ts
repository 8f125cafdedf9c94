import { azureClouds, type AzureCloudName } from '@portal/arm'

/** Which Azure AZURE_CLOUD names: one of Microsoft's clouds, or the one whose Resource Manager is at that origin. */
export type CloudChoice = { name: AzureCloudName } | { resourceManager: string }

const names = Object.keys(azureClouds).filter((name): name is AzureCloudName => name in azureClouds)

/** Reads AZURE_CLOUD; problems are added to `faults`. The default is the public cloud. */
export function readCloudChoice(given: string | undefined, faults: string[]): CloudChoice {
  const name = names.find((known) => known === (given ?? 'AzureCloud'))
  if (name !== undefined) return { name }
  const url = URL.parse(given ?? '')
  if (url?.protocol === 'https:' && url.href === `${url.origin}/`) return { resourceManager: url.origin }
  // the part before an @ might be a password
  const fault = given?.includes('@') ? 'AZURE_CLOUD has a user name in it' : `AZURE_CLOUD is "${given}"`
  const example = 'https://management.local.azurestack.external'
  faults.push(
    `${fault}; it must be ${names.join(', ')}, or the https origin of another Resource Manager, such as ${example}.`,
  )
  return { name: 'AzureCloud' }
}
