import { expect } from '@playwright/test'
import type { AzureSimulator } from '@portal/azure-simulator'

/** Revokes an administrator's consent for that application. */
export function withdrawConsent({ world }: AzureSimulator, appId: string): void {
  const objects = [...world.firstObjects.values()]
  const client = objects.find((object) => object.kind === 'servicePrincipal' && object.appId === appId)
  const grants = objects.filter((object) => object.kind === 'permissionGrant' && object.clientId === client?.id)
  expect(grants).toHaveLength(1)
  for (const { id } of grants) world.directoryChanges.set(id, null)
}
