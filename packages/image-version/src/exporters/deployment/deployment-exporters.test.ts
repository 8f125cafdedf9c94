import { describe, expect, it } from 'vitest'
import { aPreparation, aPreparedRegion } from '../../prepare/testing.ts'
import { toDeploymentTemplate } from '../../prepare/to-deployment-template.ts'
import { bashGrammar, bicepGrammar, grammar, powershellGrammar } from '../../test-grammar.ts'
import { aMachinePlan } from '../../virtual-machine/testing.ts'
import { toVirtualMachineTemplate } from '../../virtual-machine/to-virtual-machine-template.ts'
import { subscriptionId } from '../../testing.ts'
import type { Deployment } from './deployment.ts'
import { deploymentExporters, type DeploymentLanguage } from './deployment-exporters.ts'

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
  ['virtual-machine', machine],
]

const grammars: Partial<Record<DeploymentLanguage, string>> = {
  AzureCli: bashGrammar,
  AzurePowerShell: powershellGrammar,
  Bicep: bicepGrammar,
  Rest: bashGrammar,
}

describe.each(Object.entries(deploymentExporters))('%s', (language, exportCode) => {
  it.each(deployments)('%s', async (name, deployment) => {
    const { text, fileName } = exportCode(deployment)
    await expect(text).toMatchFileSnapshot(`golden/${name}/${language}.golden.${fileName.split('.').at(-1)}`)
  })
})

describe.each(Object.entries(grammars))('%s', (language, file) => {
  it.each(deployments)('is code without a fault to its grammar: %s', async (_, deployment) => {
    const parse = await grammar(file)
    const entry = Object.entries(deploymentExporters).find(([name]) => name === language)
    expect(parse(entry?.[1](deployment).text ?? '').hasError).toBe(false)
  })
})

it('holds no record of the portal, and asks for the secret of a machine when it runs', () => {
  const template: unknown = JSON.parse(deploymentExporters.ArmTemplate(machine).text)
  expect(template).toMatchObject({ parameters: { adminSecret: { type: 'securestring' } } })
  expect(template).not.toHaveProperty('parameters.plan')
})
