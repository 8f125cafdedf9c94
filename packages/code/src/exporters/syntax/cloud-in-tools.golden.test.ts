import { azureClouds, type AzureCloud } from '@portal/arm'
import { toDeploymentTemplate } from '@portal/disk-encryption'
import { aPreparation, aPreparedRegion, publicCloud, stackCloud, subscriptionId } from '@portal/disk-encryption/testing'
import { imageVersionId } from '@portal/image-version'
import { anInventory, aPlan } from '@portal/image-version/testing'
import { expect, it } from 'vitest'
import { deploymentExporters } from '../deployment/deployment-exporters.ts'
import { exporters } from '../exporters.ts'
import { preparationExporters } from '../preparation/preparation-exporters.ts'
import { updateExporters } from '../update/update-exporters.ts'

const preparation = aPreparation([aPreparedRegion('japaneast')])
const deployment = {
  subscriptionId,
  resourceGroupName: 'myResourceGroup',
  name: 'disk-encryption-sets',
  template: toDeploymentTemplate(preparation),
}
const update = { id: imageVersionId(aPlan()), apiVersion: '2024-03-03', body: {} }

/** Every form of code, by its name, written for a cloud. */
const forms = (cloud: AzureCloud): [name: string, text: string][] => [
  ...Object.entries(exporters).map(([name, { exportCode }]): [string, string] => [
    `version ${name}`,
    exportCode(aPlan(), { cloud, inventory: anInventory() }).text,
  ]),
  ...Object.entries(updateExporters).map(([name, write]): [string, string] => [
    `change ${name}`,
    write([update], cloud).text,
  ]),
  ...Object.entries(preparationExporters).map(([name, write]): [string, string] => [
    `sets ${name}`,
    write(preparation, cloud).text,
  ]),
  ...Object.entries(deploymentExporters).map(([name, write]): [string, string] => [
    `deployment ${name}`,
    write(deployment, cloud).text,
  ]),
]

it.each([azureClouds.AzureUSGovernment, azureClouds.AzureChinaCloud, stackCloud])(
  'code for $name says so in the words of its tool, and all else is as for the public cloud',
  async (cloud) => {
    const inPublic = new Map(forms(publicCloud))
    const own = forms(cloud).map(([name, text]) => {
      const known = new Set(inPublic.get(name)?.split('\n'))
      const lines = text.split('\n').filter((line) => !known.has(line))
      return [name, ...lines.map((line) => `  ${line}`)].join('\n')
    })
    await expect(`${own.join('\n')}\n`).toMatchFileSnapshot(`golden/${cloud.name}.golden.txt`)
  },
)
