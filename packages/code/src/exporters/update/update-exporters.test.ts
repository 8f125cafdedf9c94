import { publicCloud, stackCloud } from '@portal/disk-encryption/testing'
import { imageVersionId, toArm } from '@portal/image-version'
import { aPlan } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { templateOfBicep } from '../../testing/exports.ts'
import { bashGrammar, bicepGrammar, grammar, powershellGrammar } from '../../testing/grammar.ts'
import { updateExporters } from './update-exporters.ts'

const update = { id: imageVersionId(aPlan()), apiVersion: '2025-12-03', body: toArm(aPlan()) }
const updates = [aPlan(), aPlan({ name: '2.0.0' })].map((plan) => ({
  id: imageVersionId(plan),
  apiVersion: '2025-12-03',
  body: toArm(plan),
}))

describe.each<[keyof typeof updateExporters, string]>([
  ['AzureCli', bashGrammar],
  ['AzurePowerShell', powershellGrammar],
  ['Bicep', bicepGrammar],
  ['Rest', bashGrammar],
])('%s', (language, file) => {
  it('is code without a fault to its grammar', async () => {
    const parse = await grammar(file)
    expect(parse(updateExporters[language]([update], stackCloud).text).hasError).toBe(false)
  })

  it('sends the whole body, the encryption of each region included', async () => {
    const { text } = updateExporters[language]([update], publicCloud)
    expect(await bodyIn(language, text)).toEqual(update.body)
  })

  it('is code without a fault to its grammar for several versions', async () => {
    const parse = await grammar(file)
    expect(parse(updateExporters[language](updates, stackCloud).text).hasError).toBe(false)
  })

  it('waits for the first update before the second', () => {
    const { text } = updateExporters[language](updates, publicCloud)
    const waits = { AzureCli: 'az resource wait', AzurePowerShell: 'while (', Bicep: 'dependsOn', Rest: 'break' }[
      language
    ]
    const second = language === 'Bicep' ? text.length : text.lastIndexOf('2.0.0')
    const wait = text.indexOf(waits)
    expect(wait).toBeGreaterThan(text.indexOf('1.0.0'))
    expect(wait).toBeLessThan(second)
  })

  it('sends each of several bodies whole, with every set', () => {
    const { text } = updateExporters[language](updates, publicCloud)
    const sets = JSON.stringify(updates.map(({ body }) => body)).match(/diskEncryptionSetId/g) ?? []
    expect(text.match(/diskEncryptionSetId/g)).toHaveLength(sets.length)
    expect(sets.length).toBeGreaterThan(2)
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
