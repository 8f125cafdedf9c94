import { publicCloud, stackCloud } from '@portal/disk-encryption/testing'
import { imageVersionId, toArm } from '@portal/image-version'
import { aPlan } from '@portal/image-version/testing'
import { describe, expect, it } from 'vitest'
import { bashGrammar, bicepGrammar, grammar, powershellGrammar } from '../../testing/grammar.ts'
import { sequenceExporters } from './sequence-exporters.ts'

const updates = [aPlan(), aPlan({ name: '2.0.0' })].map((plan) => ({
  id: imageVersionId(plan),
  apiVersion: '2025-12-03',
  body: toArm(plan),
}))

describe.each<[keyof typeof sequenceExporters, string]>([
  ['AzureCli', bashGrammar],
  ['AzurePowerShell', powershellGrammar],
  ['Bicep', bicepGrammar],
  ['Rest', bashGrammar],
])('%s', (language, file) => {
  it('is code without a fault to its grammar', async () => {
    const parse = await grammar(file)
    expect(parse(sequenceExporters[language](updates, stackCloud).text).hasError).toBe(false)
  })

  it('waits for the first update before the second', () => {
    const { text } = sequenceExporters[language](updates, publicCloud)
    const waits = { AzureCli: 'az resource wait', AzurePowerShell: 'while (', Bicep: 'dependsOn', Rest: 'break' }[
      language
    ]
    const second = language === 'Bicep' ? text.length : text.lastIndexOf('2.0.0')
    const wait = text.indexOf(waits)
    expect(wait).toBeGreaterThan(text.indexOf('1.0.0'))
    expect(wait).toBeLessThan(second)
  })

  it('sends each body whole, with every set', () => {
    const { text } = sequenceExporters[language](updates, publicCloud)
    const sets = JSON.stringify(updates.map(({ body }) => body)).match(/diskEncryptionSetId/g) ?? []
    expect(text.match(/diskEncryptionSetId/g)).toHaveLength(sets.length)
    expect(sets.length).toBeGreaterThan(2)
  })
})
