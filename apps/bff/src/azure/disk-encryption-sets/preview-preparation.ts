import { formatResourceId, resourceGroupId, sameRegion } from '@portal/arm'
import { actionsOf, type Preparation, type PreparedRegion } from '@portal/disk-encryption'
import type { PreparationPreview } from '@portal/portal-api'
import type { Azure } from '../arm/clients.ts'
import { ifThere } from '../arm/sdk-answers.ts'
import { whatIf } from '../deployments/what-if.ts'
import { permissionsAt } from '../subscriptions/permissions.ts'
import { getKeyVault, isVaultNameFree } from './keys/key-vaults.ts'
import { preparationBody, preparationId } from './preparations.ts'

/** The caller's missing permissions, otherwise names in use, otherwise Azure's what-if. */
export async function previewPreparation(azure: Azure, preparation: Preparation): Promise<PreparationPreview> {
  const [permissionFor, taken] = await Promise.all([
    permissionsAt(azure, resourceGroupId(preparation)),
    Promise.all(
      preparation.regions.map(async (region) =>
        (await isTaken(azure, preparation, region)) ? [region.vault.name] : [],
      ),
    ),
  ])
  const missingActions = actionsOf(preparation).filter((action) => permissionFor(action) === 'forbidden')
  const takenVaultNames = taken.flat()
  const isRefused = missingActions.length > 0 || takenVaultNames.length > 0
  const body = preparationBody(preparation, azure.now())
  return {
    missingActions,
    takenVaultNames,
    changes: isRefused ? [] : await whatIf(azure, preparationId(preparation), body),
  }
}

// A vault created by an earlier attempt does not prevent the next one.
async function isTaken(
  azure: Azure,
  { subscriptionId, resourceGroupName }: Preparation,
  { vault: { isNew, name }, location, crossTenantKey }: PreparedRegion,
): Promise<boolean> {
  if (crossTenantKey !== undefined || !isNew || (await isVaultNameFree(azure, subscriptionId, name))) return false
  const id = { subscriptionId, resourceGroupName, provider: 'Microsoft.KeyVault', types: ['vaults'], names: [name] }
  const found = await ifThere(getKeyVault(azure, formatResourceId(id)))
  return found === undefined || !sameRegion(found.location, location)
}
