import { toDeploymentTemplate } from '@portal/disk-encryption'
import {
  aDiskEncryptionSet,
  aPreparation,
  aPreparedRegion,
  publicCloud,
  readyFacts,
  stackCloud,
  subscriptionId,
  vaultId,
} from '@portal/disk-encryption/testing'
import { blankVirtualMachinePlan, toVirtualMachineTemplate } from '@portal/virtual-machine'
import { aMachinePlan } from '@portal/virtual-machine/testing'
import { describe, expect, it } from 'vitest'
import { bashGrammar, bicepGrammar, grammar, powershellGrammar } from '../../testing/grammar.ts'
import { deploymentExporters, type DeploymentLanguage } from './deployment-exporters.ts'
import { deploymentOfMachine } from './deployment-of-machine.ts'
import { deploymentOfSets } from './deployment-of-sets.ts'
import type { Deployment } from './deployment.ts'

const target = { subscriptionId, resourceGroupName: 'myResourceGroup', name: 'prepare-sets' }

const machine: Deployment = {
  ...target,
  template: toVirtualMachineTemplate(aMachinePlan(), { osState: 'Generalized', osType: 'Linux' }),
}

const deployments: [string, Deployment][] = [
  ['sets', { ...target, template: toDeploymentTemplate(aPreparation([aPreparedRegion('japaneast')])) }],
  [
    'sets-in-an-existing-vault',
    {
      ...target,
      template: toDeploymentTemplate(
        aPreparation([
          aPreparedRegion('japaneast', {
            vault: { isNew: false, name: 'kv-jpe', permissionModel: 'Roles' },
            key: { isNew: false, name: 'images-key' },
          }),
        ]),
      ),
    },
  ],
  [
    'sets-that-exist',
    deploymentOfSets([
      {
        set: { ...aDiskEncryptionSet('des-westus'), facts: readyFacts() },
        sourceVaultId: vaultId,
        userAssignedIdentityIds: [],
        tags: { 'cost center': '[42]' },
      },
      {
        set: {
          ...aDiskEncryptionSet('des-elsewhere', { rotationToLatestKeyVersionEnabled: false }),
          facts: readyFacts({ identity: { type: 'UserAssigned', principalIds: [] } }),
        },
        userAssignedIdentityIds: [
          vaultId.replace(/Microsoft.KeyVault.*/, 'Microsoft.ManagedIdentity/userAssignedIdentities/images-identity'),
        ],
        federatedClientId: '11112222-3333-4444-8555-666677778888',
      },
    ]),
  ],
  ['virtual-machine', machine],
  [
    'virtual-machine-with-a-plan',
    {
      ...target,
      template: toVirtualMachineTemplate(aMachinePlan({ dataDisks: [] }), {
        osState: 'Specialized',
        osType: 'Linux',
        purchasePlan: { publisher: 'northwind', product: 'hardened-linux', name: 'gen2' },
      }),
    },
  ],
]

const grammars: Partial<Record<DeploymentLanguage, string>> = {
  AzureCli: bashGrammar,
  AzurePowerShell: powershellGrammar,
  Bicep: bicepGrammar,
  Rest: bashGrammar,
}

describe.each(Object.entries(deploymentExporters))('%s', (language, exportCode) => {
  it.each(deployments)('%s', async (name, deployment) => {
    const { text, fileName } = exportCode(deployment, publicCloud)
    await expect(text).toMatchFileSnapshot(`golden/${name}/${language}.golden.${fileName.split('.').at(-1)}`)
  })
})

describe.each(Object.entries(grammars))('%s', (language, file) => {
  it.each(deployments)('is code without a fault to its grammar: %s', async (_, deployment) => {
    const parse = await grammar(file)
    const entry = Object.entries(deploymentExporters).find(([name]) => name === language)
    expect(parse(entry?.[1](deployment, stackCloud).text ?? '').hasError).toBe(false)
  })
})

it.each<[DeploymentLanguage, RegExp]>([
  ['AzureCli', /; exit 1$/m],
  ['AzurePowerShell', /^throw /m],
  ['Rest', /; exit 1$/m],
])('%s ends before it does anything while something of a machine is not chosen', (language, guard) => {
  const plan = blankVirtualMachinePlan(aMachinePlan().imageVersionId)
  const unfinished = deploymentOfMachine(plan, { osState: 'Specialized', osType: 'Linux' })
  const finished = deploymentOfMachine(aMachinePlan(), { osState: 'Specialized', osType: 'Linux' })
  expect(deploymentExporters[language](unfinished, publicCloud).text).toMatch(guard)
  expect(deploymentExporters[language](finished, publicCloud).text).not.toMatch(guard)
})

it('holds no record of the portal, and asks for the secret of a machine when it runs', () => {
  const template: unknown = JSON.parse(deploymentExporters.ArmTemplate(machine, publicCloud).text)
  expect(template).toMatchObject({ parameters: { adminSecret: { type: 'securestring' } } })
  expect(template).not.toHaveProperty('parameters.plan')
})

describe.each(Object.entries(deploymentExporters))('%s marks the lines of', (_, exportCode) => {
  const plan = aMachinePlan()
  const { text, paths } = exportCode(
    deploymentOfMachine(plan, { osState: 'Generalized', osType: 'Linux' }),
    publicCloud,
  )
  const lines = text.split('\n')
  const linesOf = (field: string) => lines.filter((_line, index) => paths[index]?.join('/') === field).join('\n')

  const values: [field: string, value: string][] = [
    ['name', plan.name],
    ['size', plan.size],
    ['osDisk/diskEncryptionSetId', plan.osDisk.diskEncryptionSetId],
    ...plan.dataDisks.map(({ lun, diskEncryptionSetId: set }): [string, string] => [
      `dataDisks/${lun}/diskEncryptionSetId`,
      set,
    ]),
    ['adminUsername', plan.adminUsername],
  ]
  it.each(values)('%s', (field, value) => {
    expect(linesOf(field)).toContain(value)
  })
})
