import { describe, expect, it } from 'vitest'
import { imageVersionId } from '../../image-version-id.ts'
import { aPlan, publicCloud, stackCloud } from '../../testing.ts'
import { bashGrammar, grammar, powershellGrammar } from '../../testing/grammar.ts'
import { toArm } from '../../to-arm.ts'
import { updateExporters } from './update-exporters.ts'

const update = { id: imageVersionId(aPlan()), apiVersion: '2025-12-03', body: toArm(aPlan()) }

describe.each<[keyof typeof updateExporters, string]>([
  ['AzureCli', bashGrammar],
  ['AzurePowerShell', powershellGrammar],
  ['Rest', bashGrammar],
])('%s', (language, file) => {
  it('is code without a fault to its grammar', async () => {
    const parse = await grammar(file)
    expect(parse(updateExporters[language](update, stackCloud).text).hasError).toBe(false)
  })

  it('sends the whole body, the encryption of each region included', () => {
    const { text } = updateExporters[language](update, publicCloud)
    const json = /^\{$.*?^\}$/ms.exec(text)?.[0] ?? ''
    expect(JSON.parse(json)).toEqual(update.body)
  })
})
