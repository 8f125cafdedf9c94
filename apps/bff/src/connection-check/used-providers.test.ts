import { toDeploymentTemplate, toPolicyTemplate } from '@portal/disk-encryption'
import { blankVirtualMachinePlan, toVirtualMachineTemplate } from '@portal/virtual-machine'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as z from 'zod/mini'
import type { Azure } from '../azure/arm/clients.ts'
import { queryResourceGraphPage } from '../azure/arm/resource-graph.ts'
import { listDeployments } from '../azure/deployments/deployments.ts'
import { listKeyNames, listKeyVaults } from '../azure/disk-encryption-sets/keys/key-vaults.ts'
import { listUsages } from '../azure/estate/gallery-quotas.ts'
import { accessOf } from '../azure/galleries/access.ts'
import { listLocks } from '../azure/subscriptions/locks.ts'
import { permissionsAt } from '../azure/subscriptions/permissions.ts'
import { listPolicyAssignments } from '../azure/subscriptions/policy-assignments.ts'
import { putResourceGroup } from '../azure/subscriptions/resource-groups.ts'
import { listRoleAssignments } from '../azure/subscriptions/role-assignments.ts'
import { listVirtualNetworks } from '../azure/virtual-machines/virtual-networks.ts'
import { answers, azureAt, startScriptedArm, subscriptionId, type ScriptedArm, type TestAzure } from '../testing/arm.ts'
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

const scope = `/subscriptions/${subscriptionId}`
const vault = `${scope}/resourceGroups/images/providers/Microsoft.KeyVault/vaults/one`
const identity = `${scope}/resourceGroups/images/providers/Microsoft.ManagedIdentity/userAssignedIdentities/one`
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
  'Microsoft.Compute/locations/usages': (azure) => listUsages(azure, { subscriptionId, location: 'westus' }),
  'Microsoft.ResourceGraph/resources': (azure) =>
    queryResourceGraphPage(azure, z.unknown(), { query: 'Resources', subscriptions: [], top: 1, skip: 0 }),
  'Microsoft.Resources/deployments': (azure) => listDeployments(azure, group, 'Running'),
  'Microsoft.Resources/resourceGroups': (azure) => putResourceGroup(azure, group, { location: 'westus' }),
  'Microsoft.Authorization/roleAssignments': (azure) => listRoleAssignments(azure, scope),
  'Microsoft.Authorization/permissions': (azure) => permissionsAt(azure, scope),
  'Microsoft.Authorization/policyAssignments': (azure) => listPolicyAssignments(azure, scope),
  'Microsoft.Authorization/locks': (azure) => listLocks(azure, scope),
  'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials': (azure) =>
    accessOf(azure, { id: `/subscriptions/${subscriptionId}`, purpose: 'cleanUp', identityId: identity }),
  'Microsoft.KeyVault/vaults': (azure) => listKeyVaults(azure, group),
  'Microsoft.KeyVault/vaults/keys': (azure) => listKeyNames(azure, vault),
  'Microsoft.Network/virtualNetworks': (azure) => listVirtualNetworks(azure, subscriptionId),
}

// What the portal's templates let deployments send.
const templates = [
  toDeploymentTemplate({
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
  }),
  toVirtualMachineTemplate(
    { ...blankVirtualMachinePlan(''), publicIpAddress: true },
    { osState: 'Generalized', osType: 'Linux' },
  ),
  toPolicyTemplate({ versionKeys: 'Audit' }, subscriptionId),
]
const inTemplates = templates.flatMap(({ resources }) =>
  resources.map(({ type, apiVersion }): [string, string] => [type, apiVersion]),
)

const checked = new Map(
  usedProviders.flatMap(({ namespace, apiVersions: versions }) =>
    Object.entries(versions).map(([type, used]): [string, string[]] => [`${namespace}/${type}`, used]),
  ),
)

it('are asked for every type that is sent or written, and for no other', () => {
  const used = new Set([...Object.keys(requests), ...inTemplates.map(([type]) => type)])
  expect([...used].sort()).toEqual([...checked.keys()].sort())
})

it.each(Object.entries(requests))('%s is looked for in the version that is sent', async (type, send) => {
  // The responses and their results do not matter here.
  await send(test.azure).catch(() => undefined)
  const sent = new URL(arm.received[0]?.url ?? '', arm.url).searchParams.get('api-version')
  expect(checked.get(type)).toContain(sent)
})

it.each(inTemplates)('%s is looked for in version %s of a template', (type, version) => {
  expect(checked.get(type)).toContain(version)
})
