import { type ImportLanguage, importPlan } from '@portal/code'
import { publicCloud, subscriptionId } from '@portal/disk-encryption/testing'
import { imageDefinitionId } from '@portal/image-version/testing'
import { expect, it } from 'vitest'
import { examplePlan, exampleText } from './example-text.ts'
import { parseHcl } from './parse-hcl.ts'

const languages: ImportLanguage[] = ['AzureCli', 'AzurePowerShell', 'ArmTemplate', 'Terraform', 'RestBody', 'PlanFile']
// as the page knows it from the definition
const context = { subscriptionId, resourceGroupName: 'myResourceGroup' }
const place = { cloud: publicCloud, origin: 'https://portal.contoso.com' }

it.each(languages)('the example in %s is read without a finding, and is the same version', (language) => {
  const plan = examplePlan(imageDefinitionId)
  const read = importPlan(exampleText(language, plan, place), parseHcl, context)
  expect(read.language).toBe(language)
  expect(read.notes).toEqual([])
  expect(read.plan).toEqual(plan)
})
