import { publicCloud, stackCloud } from '@portal/disk-encryption/testing'
import { imageVersionId, toArm } from '@portal/image-version'
import { aPlan } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { templateOfBicep } from '../../testing.ts'
import { bashGrammar, bicepGrammar, grammar, powershellGrammar } from '../../testing/grammar.ts'
import { updateExporters } from './update-exporters.ts'

const update = { id: imageVersionId(aPlan()), apiVersion: '2025-12-03', body: toArm(aPlan()) }

describe.each<[keyof typeof updateExporters, string]>([
  ['AzureCli', bashGrammar],
  ['AzurePowerShell', powershellGrammar],
  ['Bicep', bicepGrammar],
  ['Rest', bashGrammar],
])('%s', (language, file) => {
  it('is code without a fault to its grammar', async () => {
    const parse = await grammar(file)
    expect(parse(updateExporters[language](update, stackCloud).text).hasError).toBe(false)
  })

  it('sends the whole body, the encryption of each region included', async () => {
    const { text } = updateExporters[language](update, publicCloud)
    expect(await bodyIn(language, text)).toEqual(update.body)
  })
})

async function bodyIn(language: keyof typeof updateExporters, text: string): Promise<unknown> {
  if (language !== 'Bicep') return JSON.parse(/^\{$.*?^\}$/ms.exec(text)?.[0] ?? '')
  const [resource] = (await templateOfBicep(text)).resources
  const { type, apiVersion, name, ...body } = resource ?? {}
  expect([type, apiVersion, name]).toEqual([
    'Microsoft.Compute/galleries/images/versions',
    update.apiVersion,
    'myGallery/myImageDefinition/1.0.0',
  ])
  return body
}
