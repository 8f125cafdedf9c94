import { toDeploymentTemplate } from '@portal/image-version'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as z from 'zod/mini'
import type { Azure } from '../azure/clients.ts'
import { listDeployments } from '../azure/deployments.ts'
import { listKeyVaults } from '../azure/key-vaults.ts'
import { queryResourceGraphPage } from '../azure/resource-graph.ts'
import { listRoleAssignments } from '../azure/role-assignments.ts'
import {
  answers,
  azureAt,
  startScriptedArm,
  subscriptionId,
  type ScriptedArm,
  type TestAzure,
} from '../azure/testing.ts'
import { listVirtualNetworks } from '../azure/virtual-networks.ts'
import { usedProviders } from './used-providers.ts'

let arm: ScriptedArm
let test: TestAzure
beforeEach(async () => {
  arm = await startScriptedArm()
  arm.script = [answers(200, { value: [] })]
  test = azureAt(arm.url)
})
afterEach(async () => {
  await test.close()
  await arm.close()
})

const group = { subscriptionId, resourceGroupName: 'images' }

// Of each type, a request as the portal sends it.
const requests: Record<string, (azure: Azure) => Promise<unknown>> = {
  'Microsoft.Compute/galleries': (azure) => azure.compute(subscriptionId).galleries.get('images', 'one'),
  'Microsoft.Compute/galleries/images': (azure) =>
    azure.compute(subscriptionId).galleryImages.get('images', 'one', 'two'),
  'Microsoft.Compute/galleries/images/versions': (azure) =>
    azure.compute(subscriptionId).galleryImageVersions.get('images', 'one', 'two', '1.0.0'),
  'Microsoft.Compute/diskEncryptionSets': (azure) =>
    azure.compute(subscriptionId).diskEncryptionSets.get('images', 'one'),
  'Microsoft.Compute/disks': (azure) => azure.compute(subscriptionId).disks.get('images', 'one'),
  'Microsoft.Compute/snapshots': (azure) => azure.compute(subscriptionId).snapshots.get('images', 'one'),
  'Microsoft.Compute/images': (azure) => azure.compute(subscriptionId).images.get('images', 'one'),
  'Microsoft.Compute/virtualMachines': (azure) => azure.compute(subscriptionId).virtualMachines.get('images', 'one'),
  'Microsoft.ResourceGraph/resources': (azure) =>
    queryResourceGraphPage(azure, z.unknown(), { query: 'Resources', subscriptions: [], top: 1, skip: 0 }),
  'Microsoft.Resources/deployments': (azure) => listDeployments(azure, group, 'Running'),
  'Microsoft.Authorization/roleAssignments': (azure) => listRoleAssignments(azure, `/subscriptions/${subscriptionId}`),
  'Microsoft.KeyVault/vaults': (azure) => listKeyVaults(azure, group),
  'Microsoft.Network/virtualNetworks': (azure) => listVirtualNetworks(azure, subscriptionId),
}

const inTemplates = ['Microsoft.ManagedIdentity/userAssignedIdentities']

const checked = usedProviders.flatMap(({ namespace, apiVersions }) =>
  Object.entries(apiVersions).map(([type, version]) => ({ type: `${namespace}/${type}`, version })),
)

it('has a request for every type', () => {
  expect([...Object.keys(requests), ...inTemplates].sort()).toEqual(checked.map(({ type }) => type).sort())
})

it.each(checked.filter(({ type }) => type in requests))(
  '$type is looked for in the version that is sent',
  async ({ type, version }) => {
    // What is answered does not matter here, nor what becomes of it.
    await requests[type]?.(test.azure).catch(() => undefined)
    expect(new URL(arm.received[0]?.url ?? '', arm.url).searchParams.get('api-version')).toBe(version)
  },
)

it.each(checked.filter(({ type }) => inTemplates.includes(type)))(
  '$type is looked for in the version that templates have',
  ({ type, version }) => {
    const { resources } = toDeploymentTemplate({
      ...group,
      encryptionType: 'EncryptionAtRestWithCustomerKey',
      rotationToLatestKeyVersionEnabled: true,
      orchestratorObjectId: '',
      regions: [
        {
          location: 'westus',
          diskEncryptionSetName: 'des',
          identityName: 'identity',
          vault: { isNew: true, name: 'vault', permissionModel: 'Roles' },
          key: { isNew: true, name: 'key' },
          attestationUri: '',
        },
      ],
    })
    expect(resources.find((resource) => resource.type === type)?.apiVersion).toBe(version)
  },
)
