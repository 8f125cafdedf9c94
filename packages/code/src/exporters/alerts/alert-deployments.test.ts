import type { AlertPlan } from '@portal/disk-encryption'
import { diskEncryptionSetId, publicCloud, stackCloud, subscriptionId } from '@portal/disk-encryption/testing'
import { describe, expect, it } from 'vitest'
import { bashGrammar, bicepGrammar, grammar, powershellGrammar } from '../../testing/grammar.ts'
import { deploymentExporters, type DeploymentLanguage } from '../deployment/deployment-exporters.ts'
import { alertDeployments } from './alert-deployments.ts'

const vault = (name: string) =>
  `/subscriptions/${subscriptionId}/resourceGroups/myResourceGroup/providers/Microsoft.KeyVault/vaults/${name}`
const plan: AlertPlan = {
  subscriptionId,
  resourceGroupName: 'myResourceGroup',
  actionGroup: { name: 'key-owners', shortName: 'keys', email: 'keys@contoso.example' },
  vaults: [
    { id: vault('kv-contoso-wus'), location: 'westus' },
    { id: vault('kv-contoso-weu'), location: 'westeurope' },
  ],
  policies: {
    customerKeys: 'Deny',
    allowedSets: { effect: 'Audit', sets: [diskEncryptionSetId('WestUSDiskEncryptionSet1')] },
    keyExpiry: 'Audit',
    versionKeys: 'Audit',
    ownImages: {
      effect: 'Deny',
      definitions: [`${vault('x').split('/Microsoft.KeyVault')[0]}/Microsoft.Compute/galleries/one/images/web`],
    },
  },
}

const languages: [DeploymentLanguage, string][] = [
  ['AzureCli', bashGrammar],
  ['AzurePowerShell', powershellGrammar],
  ['Bicep', bicepGrammar],
  ['Rest', bashGrammar],
]

const exported = (of: AlertPlan, language: DeploymentLanguage, cloud = publicCloud) =>
  alertDeployments(of).map((deployment) => deploymentExporters[language](deployment, cloud))

const all: DeploymentLanguage[] = ['ArmTemplate', ...languages.map(([language]) => language)]

describe.each(all)('alerts and policies in %s', (language) => {
  it('are two files', async () => {
    const files = exported(plan, language)
    expect(files.map(({ fileName }) => fileName.split('.')[0])).toEqual(['key-alerts', 'key-policies'])
    for (const { text, fileName } of files)
      await expect(text).toMatchFileSnapshot(`golden/${language}/${fileName}.golden`)
  })

  it('are unfinished without an address', () => {
    const unfinished = { ...plan, actionGroup: { ...plan.actionGroup, email: '' } }
    expect(exported(unfinished, language)[0]?.isUnfinished).toBe(true)
    expect(exported(plan, language).map(({ isUnfinished }) => isUnfinished)).toEqual([false, false])
  })
})

it.each(languages)('alerts and policies in %s are code without a fault to its grammar', async (language, file) => {
  const parse = await grammar(file)
  for (const cloud of [publicCloud, stackCloud])
    for (const { text } of exported(plan, language, cloud)) expect(parse(text).hasError).toBe(false)
})

it('leaves out the file of which nothing is chosen', () => {
  const files = (more: Partial<AlertPlan>) => exported({ ...plan, ...more }, 'Bicep').map(({ fileName }) => fileName)
  expect(files({ vaults: [] })).toEqual(['key-policies.bicep'])
  expect(files({ policies: {} })).toEqual(['key-alerts.bicep'])
})
